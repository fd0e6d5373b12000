"""Whoever reads personal data, grants or audits shows a second factor before anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from tinhgon.access.adapter import FACTORS
from tinhgon.access.illustration import people_are_real
from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.access.refusals import SecondFactorMissing
from tinhgon.core.reach import AUDIT, GRANT, PERSONAL

ALWAYS = frozenset({"account_logout", "account_login", "web:language", "set_language"})
# What is open until the factor was shown: of those who have none the making of one, of others the showing.
MAKING = frozenset(
    {"mfa_activate_totp", "mfa_add_webauthn", "mfa_index", "account_reauthenticate", "mfa_list_webauthn"}
)
SHOWING = frozenset({"mfa_reauthenticate", "mfa_reauthenticate_webauthn"})


class SecondFactorMiddleware:
    """Stand before every view, whatever its address: pages, downloads and the API alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: ReachRequest, view: Any, *_: Any) -> HttpResponseBase | None:
        """Send to the making or the showing of a factor; nothing else is opened before."""
        match = request.resolver_match
        name = match.view_name if match else ""
        if name in ALWAYS or not is_asked(request) or was_shown(request):
            return None
        has_one = is_mfa_enabled(cast(User, request.user), FACTORS)
        if name in (SHOWING if has_one else MAKING):
            return None
        if request.path.startswith("/api/"):
            return JsonResponse(SecondFactorMissing(permission="").as_json(), status=403)
        page = "mfa_reauthenticate" if has_one else "mfa_activate_totp"
        return redirect(f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}")


def is_asked(request: ReachRequest) -> bool:
    """Tell whether a user needs a second factor."""
    user, reach = request.user, request.reach
    if not user.is_authenticated:
        return False
    may_much = user.is_superuser or reach.highest >= PERSONAL or reach.does(GRANT) or reach.does(AUDIT)
    if not (may_much or user.needs_factor):
        return False
    return settings.SECOND_FACTOR != "off" or people_are_real()


def was_shown(request: HttpRequest) -> bool:
    """Tell whether it was shown in this session."""
    records = get_authentication_records(request, cast(User, request.user))
    return any(one["method"] == "mfa" for one in records)
