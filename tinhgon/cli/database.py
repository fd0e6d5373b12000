"""`tinhgon database …`: the server that comes with the program."""

from __future__ import annotations

import os

import typer
from django.conf import settings

from tinhgon.config import embedded
from tinhgon.config.database import DATA, VARIABLE
from tinhgon.core.errors import Refused

app = typer.Typer(no_args_is_help=True, help="Start, stop and look at the database server of the program.")


class ServerIsElsewhere(Refused):
    """The server in use is not ours to start or stop."""

    vi = "Đang dùng máy chủ đặt trong {variable}; chương trình không tự bật hay tắt máy chủ đó."
    en = "The server named by {variable} is in use; the program neither starts nor stops it."


@app.callback()
def _ours() -> None:
    if os.environ.get(VARIABLE):
        raise ServerIsElsewhere(variable=VARIABLE)


@app.command()
def start() -> None:
    """Start the server unless it runs, and print its address."""
    typer.echo(embedded.url(settings.VAR / DATA))


@app.command()
def stop() -> None:
    """Stop the server cleanly."""
    typer.echo("stopped" if embedded.stop(settings.VAR / DATA) else "was not running")


@app.command()
def status() -> None:
    """Say whether the server runs and where its data lie; exit code 3 if it does not."""
    now = embedded.status(settings.VAR / DATA)
    typer.echo(f"{'running, process ' + str(now.pid) if now.running else 'stopped'}\ndata: {now.place}")
    raise typer.Exit(0 if now.running else 3)
