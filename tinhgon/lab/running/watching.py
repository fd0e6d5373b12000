"""Watches a solver's process to its end: hears it, stops it, and kills it where it does not listen."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Protocol

from tinhgon.core.errors import Refused
from tinhgon.lab.running.faults import OutOfMemory, OutOfTime, SolverDied, StoppedWithoutPlan
from tinhgon.lab.running.messages import Ended, Failed, Kept, Told
from tinhgon.lab.running.process import Process, Work

TICK = 0.2  # seconds
GRACE = 20.0  # seconds a solver has to end after it was asked to
BEYOND = 1.25  # times its memory at which it is killed without grace


class Listener(Protocol):
    """Whom the solver's words are passed on to."""

    def hear(self, message: Told | Kept) -> None:
        """Take a word of the solver."""

    def wants_stop(self) -> bool:
        """Tell whether the solver shall end with what it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a solver's process ended.

    :param ended: its outcome; None if it has none.
    :param stopped: whether a person asked it to end.
    :param cut_short: whether it was ended from outside: by a person, for time or for memory.
    :param fault: what cut it short or kept it from an outcome, as JSON.
    """

    ended: Ended | None = None
    stopped: bool = False
    cut_short: bool = False
    fault: dict[str, Any] | None = None


class Watcher:
    """One process, one listener, and the limits kept."""

    def __init__(self, work: Work, listener: Listener, *, grace: float = GRACE) -> None:
        self._work, self._listener, self._grace = work, listener, grace
        self._cause: Refused | None = None
        self._deadline = float("inf")
        self._began = time.monotonic()

    def watch(self) -> Result:
        """Start the solver and give its end; kill it if this is interrupted."""
        process = Process(self._work)
        try:
            while True:
                for message in process.messages(TICK):
                    if isinstance(message, (Ended, Failed)):
                        return self._end(message)
                    self._listener.hear(message)
                if process.over:
                    return self._result(None, self._cause or SolverDied(how=process.how()))
                if self._must_die(process):
                    return self._result(None, self._cause)
        finally:
            process.kill()

    def _must_die(self, process: Process) -> bool:
        """Ask the process to end where it must; tell whether it had its grace."""
        memory, most = process.memory_mb, self._work.limits.memory_mb
        if self._cause is None and (cause := self._cause_now(memory)):
            self._cause, self._deadline = cause, time.monotonic() + self._grace
            process.stop()
        return time.monotonic() > self._deadline or (most is not None and memory > most * BEYOND)

    def _cause_now(self, memory: float) -> Refused | None:
        limits = self._work.limits
        if self._listener.wants_stop():
            return StoppedWithoutPlan()
        if limits.memory_mb is not None and memory > limits.memory_mb:
            return OutOfMemory(limit=limits.memory_mb)
        if limits.seconds is not None and time.monotonic() - self._began > limits.seconds + self._grace:
            return OutOfTime(limit=round(limits.seconds))
        return None

    def _end(self, message: Ended | Failed) -> Result:
        if isinstance(message, Ended):
            return self._result(message, None if self._stopped else self._cause)
        return Result(fault=message.fault, stopped=self._stopped, cut_short=self._cause is not None)

    @property
    def _stopped(self) -> bool:
        return isinstance(self._cause, StoppedWithoutPlan)

    def _result(self, ended: Ended | None, fault: Refused | None) -> Result:
        cut_short = self._cause is not None
        said = fault.as_json() if fault else None
        return Result(ended=ended, stopped=self._stopped, cut_short=cut_short, fault=said)
