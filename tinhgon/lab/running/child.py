"""The solver's own process: no database, no Django; it hears "stop" and tells how far it is."""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.lab.running.faults import OutOfMemory, SolverBroke
from tinhgon.lab.running.messages import STOP, Ended, Failed, Kept, Told
from tinhgon.solvers.watch import Limits, Progress

OFTEN = 0.1  # seconds between two words about progress, whatever the solver says


class Linked:
    """Watches a solver for the process at the other end of the link."""

    def __init__(self, link: Connection) -> None:
        self._link, self._stopped, self._told = link, threading.Event(), ("", 0.0)
        threading.Thread(target=self._listen, daemon=True).start()

    def tell(self, progress: Progress) -> None:
        """Pass on where it stands, unless it was passed on a moment ago."""
        stage, at = self._told
        if progress.stage != stage or time.monotonic() - at >= OFTEN:
            self._told = (progress.stage, time.monotonic())
            self._link.send(Told(progress))

    def keep(self, state: bytes) -> None:
        """Pass on what a later run can go on from."""
        self._link.send(Kept(state))

    def stopped(self) -> bool:
        """Tell whether the other end wants it to end."""
        return self._stopped.is_set()

    def _listen(self) -> None:
        try:
            while self._link.recv() != STOP:
                pass
            self._stopped.set()
            self._link.recv()  # nothing more is ever sent: this waits for the other end to go
        except (EOFError, OSError):
            os._exit(1)  # nobody is left to tell


def main(link: Connection, solver: str, inputs: Any, limits: Limits, resume: bytes | None) -> None:
    """Solve, and tell the outcome or why there is none."""
    watch = Linked(link)
    try:
        outcome = _named(solver)(inputs, limits=limits, watch=watch, resume=resume)
        link.send(Ended(outcome, peak_memory_mb()))
    except Refused as refused:
        link.send(Failed(refused.as_json()))
    except MemoryError:
        link.send(Failed(OutOfMemory(limit=limits.memory_mb or round(peak_memory_mb())).as_json()))
    except Exception as fault:
        link.send(Failed(SolverBroke(fault=f"{type(fault).__name__}: {fault}"[:500]).as_json()))


def peak_memory_mb() -> float:
    """Give the most memory this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _named(solver: str) -> Callable[..., Any]:
    module, _, name = solver.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
