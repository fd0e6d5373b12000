"""Every address declares what it asks of whoever opens it: ours on the view, those of libraries here."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import PathView

from tinhgon.core.policy import ANYONE, SELF, Policy
from tinhgon.exchange.api import api
from tinhgon.exchange.api.doors import May

# Addresses of allauth, Django and Ninja, which bear no declaration of ours.
LIBRARIES = {
    "account_login": ANYONE, "account_logout": ANYONE, "account_inactive": ANYONE, "mfa_authenticate": ANYONE,
    "mfa_login_webauthn": ANYONE, "set_language": ANYONE, "openapi-json": ANYONE, "api-root": ANYONE,
    "account_reauthenticate": SELF, "account_change_password": SELF, "account_set_password": SELF,
    "mfa_index": SELF, "mfa_reauthenticate": SELF, "mfa_reauthenticate_webauthn": SELF,
    "mfa_activate_totp": SELF, "mfa_deactivate_totp": SELF, "mfa_view_recovery_codes": SELF,
    "mfa_generate_recovery_codes": SELF, "mfa_download_recovery_codes": SELF, "mfa_list_webauthn": SELF,
    "mfa_add_webauthn": SELF, "mfa_remove_webauthn": SELF, "mfa_edit_webauthn": SELF, "openapi-view": SELF,
}  # fmt: skip
# Of allauth, but shut by an address of ours that comes first.
SHUT = {
    "account_signup", "account_email", "account_confirm_email", "account_email_verification_sent",
    "account_reset_password", "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_request_login_code", "account_confirm_login_code",
    "mfa_signup_webauthn", "account_signup_by_passkey", "mfa_trust",
}  # fmt: skip


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        path = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, path)
        else:
            yield path, one


def is_declared(pattern: URLPattern) -> bool:
    if isinstance(getattr(pattern.callback, "policy", None), Policy):
        return True
    return pattern.name in LIBRARIES or pattern.name in SHUT


def test_every_address_declares_its_policy() -> None:
    api_paths = {f"api/{pattern.pattern}" for pattern in api.urls[0] if isinstance(pattern, URLPattern)}
    undeclared = {
        path: pattern.name
        for path, pattern in addresses(get_resolver().url_patterns)
        if not is_declared(pattern) and path not in api_paths
    }
    assert undeclared == {}


def test_every_operation_of_the_api_asks_for_a_permission() -> None:
    found = [operation for view in _views() for operation in view.operations]
    open_to_all = [
        operation.view_func.__name__
        for operation in found
        if not any(isinstance(door, May) for door in operation.auth_callbacks)
    ]
    assert found
    assert open_to_all == []


def _views() -> Iterator[PathView]:
    for pattern in api.urls[0]:
        around = inspect.getclosurevars(pattern.callback).nonlocals if pattern.name not in LIBRARIES else {}
        if isinstance(around.get("self"), PathView):
            yield around["self"]
