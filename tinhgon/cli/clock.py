"""`tinhgon chores`: what must be done by the clock while pages are served; `serve` runs one beside itself."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer
from django.db import DatabaseError, connection
from django.utils import timezone

from tinhgon.audit import actions as audit
from tinhgon.cli import ground
from tinhgon.core.errors import Refused
from tinhgon.directives.actions import digests
from tinhgon.directives.actions.succession import follow
from tinhgon.exchange.imports import actions as imports
from tinhgon.register.actions import come_into_effect

app = typer.Typer()
MORNING = 7  # o'clock, from which on people are reminded


@app.command()
def chores(
    every: Annotated[int, typer.Option(min=1, help="Seconds from one round to the next.")] = 60,
) -> None:
    """Seal the record, forget imports, pass on tasks each minute; let decisions take effect day by day."""
    die_with_parent()
    ground.open_database()
    done = Done()
    while True:
        _round(done)
        connection.close()  # others may need it while this one sleeps
        time.sleep(every)


@contextmanager
def companions(*commands: str) -> Iterator[None]:
    """Have commands carried out by processes that live as long as this block."""
    own = [sys.executable, "-m", "tinhgon.cli"]
    processes = [subprocess.Popen([*own, name]) for name in commands]  # noqa: S603  (our own commands)
    try:
        yield
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=30)


def die_with_parent() -> None:
    """Let this process end with the one that started it, even if that one is killed."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:  # it died in between
            sys.exit(0)


@dataclass(slots=True)
class Done:
    """On which day each daily chore was done last."""

    effects: date | None = None
    reminders: date | None = None


def _round(done: Done) -> None:
    """Do what is due; what fails is told and tried again in the next round."""
    today = timezone.localdate()
    try:
        audit.seal()
        imports.forget(before=timezone.now() - imports.KEPT)
        if today != done.effects:
            come_into_effect(on=today, at=timezone.now())
            done.effects = today
        follow(on=today)  # each round: a merger may be signed on the day of its effect
        _remind(today, done)
    except Refused as refused:
        typer.echo(refused.message(ground.language()), err=True)
    except (DatabaseError, OSError) as fault:  # of the mail server, too
        typer.echo(str(fault).partition("\n")[0], err=True)


def _remind(today: date, done: Done) -> None:
    """Remind once the working day begins; mail that could not be sent is tried again in the next round."""
    now = timezone.localtime()
    if now.hour < MORNING:
        return
    if today != done.reminders:
        digests.remind(on=today)
        done.reminders = today
    digests.mail(on=today, at=now)
