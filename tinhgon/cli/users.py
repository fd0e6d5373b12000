"""`tinhgon users …`: the people who may log in."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from tinhgon.access import actions
from tinhgon.cli import ground
from tinhgon.cli.terminal import Language, say

app = typer.Typer(no_args_is_help=True, help="The people who may log in.")


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


@app.command()
def create(
    username: Annotated[str, typer.Argument(help="Login name.")],
    role: Annotated[Literal["reader", "clerk", "signer"], typer.Option(help="What they may do.")],
    name: Annotated[str, typer.Option(help="Name as people write it.")] = "",
) -> None:
    """Make a user with a role; the password is asked for, or read from standard input."""
    ground.open_database()
    actions.ensure_roles()
    actions.make_user(username=username, password=_password(), name=name, role=role)
    typer.echo(username)


@app.command("reset-factor")
def reset_factor(
    username: Annotated[str, typer.Argument(help="Login name of who lost it.")],
    why: Annotated[str, typer.Option(help="Why, and how it was made sure who asks; it stays on record.")],
    language: Language = None,
) -> None:
    """Take a lost second factor away and end all sessions; the next log-in makes a new one."""
    ground.open_database()
    actions.reset_factor(username, why=why)
    say(
        f"Đã xóa xác thực hai lớp và mọi phiên của {username}; lần đăng nhập tới phải lập lại.",
        f"The second factor and all sessions of {username} are gone; the next log-in makes a new one.",
    )


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Mật khẩu · Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
