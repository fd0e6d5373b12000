"""`tinhgon serve`, `tinhgon migrate` and `tinhgon manage`: the web server and Django's own commands."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from django.conf import settings
from django.core.management import ManagementUtility, call_command
from django.db import connection, connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from tinhgon.access.actions import ensure_roles
from tinhgon.cli import ground
from tinhgon.cli.clock import companions, die_with_parent
from tinhgon.config import embedded
from tinhgon.config.checks import require_second_factor
from tinhgon.config.database import DATA, as_nobody
from tinhgon.core.errors import Refused
from tinhgon.people.actions.erasing import replay_erasures

app = typer.Typer(no_args_is_help=True)

MIGRATING = 6_360_103  # any number that nobody else locks


class PortUnusable(Refused):
    """The server cannot listen there."""

    vi = "Không mở được cổng {port} ở {host}: {reason}. Hãy chọn cổng khác bằng --port."
    en = "Port {port} on {host} cannot be opened: {reason}. Choose another with --port."


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Processes that answer.")] = 2,
    threads: Annotated[int, typer.Option(min=1, help="Threads of each process.")] = 4,
    demo: Annotated[bool, typer.Option("--demo", help="Have tables and demo data first.")] = False,
    eve: Annotated[bool, typer.Option("--eve", help="With --demo: let it end with 30/06/2025.")] = False,
) -> None:
    """Serve the pages until Ctrl-C."""
    if demo:
        _leave_out_second_factor()
    started = _prepare_demo(eve=eve) if demo else ground.open_database()
    replay_erasures()  # a restored copy must not show for a moment who was erased
    require_second_factor()
    data = settings.VAR / DATA
    try:
        with embedded.using(data):
            port = _free_port(host, port, tries=20 if demo else 1)
            typer.echo(f"\nTinh Gọn: http://{host}:{port}/\n")
            if demo:
                _introduce()
            as_nobody(connection.settings_dict)
            connections.close_all()  # a connection must not be shared by the processes to come
            with companions("chores", "worker"):
                _answer(host, port, workers, threads)
    finally:
        if demo and started and not embedded.in_use(data):
            embedded.stop(data)


@app.command()
def migrate() -> None:
    """Bring the database's tables to this release."""
    ground.open_database(migrated=False)
    typer.echo(f"{_bring_up_to_date()} migrations applied")


@app.command(
    add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True}
)
def manage(ctx: typer.Context) -> None:
    """Run one of Django's commands: tinhgon manage check --deploy."""
    ground.open_database(migrated=False)
    ManagementUtility(["tinhgon manage", *ctx.args]).execute()


def _leave_out_second_factor() -> None:
    """Let illustrative people be looked at with a password alone, unless it is asked for."""
    settings.SECOND_FACTOR = os.environ.setdefault("TINHGON_SECOND_FACTOR", "off")


def _prepare_demo(*, eve: bool) -> bool:
    with _phase("database"):
        started = ground.open_database(migrated=False)
    with _phase("tables"):
        if ground.pending():
            _bring_up_to_date()
    with _phase("demo data"):
        import_module("tinhgon.cli.demo").fill(eve=eve)
    return started


def _bring_up_to_date() -> int:
    """Apply migrations and count them; a second process waits, and no limit cuts long work short."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 0; SET statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        try:
            waiting = ground.pending()
            call_command("migrate", interactive=False, verbosity=0)
            ensure_roles()
            replay_erasures()
            return waiting
        finally:
            connection.close()  # gives up the lock and the limits' absence


@contextlib.contextmanager
def _phase(name: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    typer.echo(f"  {name:<22}{time.monotonic() - begun:7.1f} s")


def _introduce() -> None:
    """Print who may log in to the demo."""
    users: Path = settings.VAR / ground.DEMO_USERS
    if users.exists():
        typer.echo(f"Người dùng thử · Demo users ({users}):\n\n{users.read_text()}")
    typer.echo("Dừng · Stop: Ctrl-C")


def _free_port(host: str, wished: int, *, tries: int) -> int:
    """Find a port to listen on: the wished one, or in the demo one of the next."""
    reason = ""
    for port in range(wished, min(wished + tries, 65536)):
        try:
            family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            with socket.socket(family) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
                return port
        except OSError as error:
            reason = error.strerror or str(error)
    raise PortUnusable(port=wished, host=host, reason=reason)


def _answer(host: str, port: int, workers: int, threads: int) -> None:
    # Threads are kept for as long as connections are (CONN_MAX_AGE), so a connection is opened once a thread.
    server: Any = Granian(
        "tinhgon.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        blocking_threads_idle_timeout=600,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    server.signal_handler_reload = server.signal_handler_interrupt  # a closed terminal ends the server too
    server.serve(target_loader=load_worker)


def load_worker(target: str) -> Callable[..., Any]:
    """Give a worker the application, and let it die with the server even if that one is killed."""
    die_with_parent()
    module, name = target.split(":")
    application: Callable[..., Any] = getattr(import_module(module), name)
    return application
