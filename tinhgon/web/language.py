"""The language of a page: Vietnamese, until the reader chooses English."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class ChosenLanguageMiddleware(LocaleMiddleware):
    """Follow the reader's choice alone: an English browser in an office does not make the office English."""

    def process_request(self, request: HttpRequest) -> None:
        """Activate the language of the cookie, if it is one of ours."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
