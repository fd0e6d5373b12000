"""How allauth behaves here: nobody signs up by himself, secrets of second factors are sealed."""

from __future__ import annotations

import base64
import hashlib
from functools import cached_property

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class ClosedSignup(DefaultAccountAdapter):
    """allauth without the open door."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Keep it closed."""
        return False


class SealedFactors(DefaultMFAAdapter):
    """Second factors whose secrets a dump of the database does not give away."""

    def get_totp_issuer(self) -> str:
        """Name the program in the app that makes the codes."""
        return "Tinh Gọn"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last factor: without it the account would be as weak as its password."""
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def encrypt(self, text: str) -> str:
        """Seal a secret by a key made of the installation's own."""
        return self._box.encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret.

        :raises InvalidToken: it was sealed by another installation, or changed.
        """
        return self._box.decrypt(encrypted_text.encode()).decode()

    @cached_property
    def _box(self) -> Fernet:
        key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"tinhgon.factor")
        return Fernet(base64.urlsafe_b64encode(key.digest()))
