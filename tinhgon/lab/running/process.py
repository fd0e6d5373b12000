"""The solver's process as seen by the one that watches it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psutil

from tinhgon.lab.running.child import main
from tinhgon.lab.running.messages import STOP, Ended, Failed, Kept, Told
from tinhgon.solvers.watch import Limits

SPAWN = multiprocessing.get_context("spawn")  # a fork would share the database's connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a solver is given.

    :param solver: `module:function`, called with the inputs, `limits`, `watch` and `resume`.
    :param inputs: values without any of Django in them.
    :param resume: what an earlier run kept.
    """

    solver: str
    inputs: Any
    limits: Limits
    resume: bytes | None = None


class Process:
    """A solver at work."""

    def __init__(self, work: Work) -> None:
        self._link, theirs = SPAWN.Pipe()
        given = (theirs, work.solver, work.inputs, work.limits, work.resume)
        self._process = SPAWN.Process(target=main, args=given, daemon=True)
        self._process.start()
        theirs.close()  # so that this end hears when the other is gone
        self._over = False

    def messages(self, wait: float) -> Iterator[Told | Kept | Ended | Failed]:
        """Give what was told, waiting some seconds for the first word."""
        try:
            while self._link.poll(wait):
                yield self._link.recv()
                wait = 0.0
        except (EOFError, OSError):
            self._over = True

    @property
    def over(self) -> bool:
        """Tell whether nothing more will be heard."""
        return self._over

    def stop(self) -> None:
        """Ask it to end with what it has."""
        try:
            self._link.send(STOP)
        except OSError:
            self._over = True

    def kill(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.join()
        self._link.close()

    @property
    def memory_mb(self) -> float:
        """Give the memory it has now, in MB; nothing once it is gone."""
        try:
            return float(psutil.Process(self._process.pid).memory_info().rss) / 1024 / 1024
        except psutil.Error:
            return 0.0

    def how(self) -> str:
        """Say how it ended: by a signal, or with an exit code."""
        self._process.join(10)
        code = self._process.exitcode
        return f"signal {-code}" if code is not None and code < 0 else f"exit {code}"
