"""`tinhgon users …`: the people who may log in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tinhgon.cli import ground
from tinhgon.core.errors import Refused

app = typer.Typer(no_args_is_help=True, help="The people who may log in.")


class NameTaken(Refused):
    """Somebody has that login name."""

    vi = "Tên đăng nhập “{name}” đã có. Hãy chọn tên khác."
    en = 'The login name "{name}" is taken. Choose another.'


class PasswordRefused(Refused):
    """The password is too weak."""

    vi = "Mật khẩu không dùng được: {reasons}"
    en = "The password cannot be used: {reasons}"


@app.callback()
def _users() -> None:
    """The people who may log in."""


@app.command("create-administrator")
def create_administrator(name: Annotated[str, typer.Argument(help="Login name.")]) -> None:
    """Make the first administrator; the password is asked for, or read from standard input."""
    ground.open_database()
    people = get_user_model()
    person = people(username=name)
    if people.objects.filter(username=name).exists():
        raise NameTaken(name=name)
    password = _password()
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise PasswordRefused(reasons=" ".join(weak.messages)) from None
    people.objects.create_superuser(username=name, password=password)
    typer.echo(name)


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Mật khẩu · Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
