"""`tinhgon users …`: the people who may log in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tinhgon.access import actions
from tinhgon.cli import ground

app = typer.Typer(no_args_is_help=True, help="The people who may log in.")


@app.callback()
def _group() -> None:
    """Keep this a group of commands while it has only one."""


@app.command("create-administrator")
def create_administrator(
    username: Annotated[str, typer.Argument(help="Login name.")],
    name: Annotated[str, typer.Option(help="Name as people write it.")] = "",
) -> None:
    """Make an administrator; the password is asked for, or read from standard input."""
    ground.open_database()
    actions.ensure_roles()
    actions.make_administrator(username=username, password=_password(), name=name)
    typer.echo(username)


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Mật khẩu · Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
