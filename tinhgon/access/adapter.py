"""Nobody signs up by himself: accounts are made by an administrator."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignup(DefaultAccountAdapter):
    """allauth without the open door."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Keep it closed."""
        return False
