"""The command line `tinhgon …`: the same actions as the pages.

A command lives in a module of this folder that has a Typer called `app`; naming it in COMMANDS is all it
takes. Modules are loaded when asked for, after Django is set up, so they may import models at their top.
"""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any

import typer
from django.db import OperationalError
from typer.core import TyperGroup

from tinhgon.cli import ground
from tinhgon.config.checks import DatabaseUnreachable
from tinhgon.config.database import VARIABLE
from tinhgon.core.errors import Refused

# Name of the command: its module, which is the command's group when it bears the same name.
COMMANDS = {
    "register": "register",
    "decision": "decision",
    "import": "imports",
    "audit": "audit",
    "demo": "demo",
    "users": "users",
    "serve": "server",
    "migrate": "server",
    "manage": "server",
    "database": "database",
    "chores": "clock",
    "worker": "working",
    "vault": "vault",
    "people": "people",
    "rules": "rules",
    "lab": "lab",
    "directives": "directives",
    "texts": "texts",
    "documents": "documents",
}


class Commands(TyperGroup):
    """Finds commands by name and loads only what is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the commands that are there."""
        return [name for name, module in COMMANDS.items() if find_spec(f"{__name__}.{module}")]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        ground.prepare()
        module = COMMANDS[cmd_name]
        group: Any = typer.main.get_group(import_module(f"{__name__}.{module}").app)
        if module != cmd_name:
            return group.get_command(ctx, cmd_name)
        group.name = cmd_name
        return group


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _use(address: str) -> str:
    if address:
        os.environ[VARIABLE] = address
    return address


@app.callback()
def choose(
    database: Annotated[
        str, typer.Option(metavar="URL", callback=_use, help=f"PostgreSQL server, in place of {VARIABLE}.")
    ] = "",
) -> None:
    """Tinh Gọn: every change of the register is a signed decision."""


class FileForbidden(Refused):
    """The operating system keeps a file from us."""

    vi = "Không được phép mở {file}. Hãy chạy bằng người dùng sở hữu tệp đó, hoặc đặt TINHGON_VAR."
    en = "Not allowed to open {file}. Run as the user who owns it, or set TINHGON_VAR."


def main() -> None:
    """Run a command; what cannot be done is said in a sentence, with exit code 2."""
    try:
        app(prog_name="tinhgon")
    except Refused as refusal:
        _give_up(refusal)
    except PermissionError as error:
        _give_up(FileForbidden(file=error.filename))
    except OperationalError as error:
        _give_up(DatabaseUnreachable(reason=str(error).splitlines()[0]))


def _give_up(refusal: Refused) -> None:
    typer.echo(refusal.message(ground.language()), err=True)
    raise SystemExit(2)
