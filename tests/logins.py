"""Sessions that tests open without the pages of logging in."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from django.test import Client

BOTH = ({"method": "password"}, {"method": "mfa", "type": "totp"})


def by_force(log_in: Callable[..., None]) -> Callable[..., None]:
    """Make Django's way of logging in by force leave a session that has just shown both factors."""

    def logged_in(client: Client, user: Any, backend: str | None = None) -> None:
        log_in(client, user, backend)
        showing(client, user, BOTH)

    return logged_in


def showing(client: Client, user: Any, shown: tuple[Mapping[str, str], ...], *, ago: float = 0) -> None:
    """Let a session say what was shown, some seconds ago."""
    now, session = time.time(), client.session
    session["account_authentication_methods"] = [{**one, "at": now - ago} for one in shown]
    session["account_authentication_methods_user"] = str(user.pk)
    session["began"] = session["seen"] = int(now)
    session.save()
