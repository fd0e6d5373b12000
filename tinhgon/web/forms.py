"""Forms of the shell."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account


class WithoutMail:
    """A form without the offer of a mail, which an installation may be unable to send."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("password", "oldpassword"):
            if name in self.fields:
                self.fields[name].help_text = ""


class LoginForm(WithoutMail, account.LoginForm):
    """Logging in."""


class ChangePasswordForm(WithoutMail, account.ChangePasswordForm):
    """Changing one's own password."""


class ReauthenticateForm(WithoutMail, account.ReauthenticateForm):
    """Showing again who one is, before something that needs care."""
