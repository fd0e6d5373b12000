"""Forms of the shell."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm as AccountLoginForm


class LoginForm(AccountLoginForm):
    """Logging in, without the offer of a mail that an installation may be unable to send."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""
