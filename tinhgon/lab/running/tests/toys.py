"""Small solvers for tests: they count to a hundred in steps; no Django here."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tinhgon.core.errors import Refused
from tinhgon.lab.running.solving import Consolidating
from tinhgon.solvers.consolidate.values import Consolidated, Plan
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.watch import Clock, Limits, Watch

HERE = "tinhgon.lab.running.tests.toys:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    to: int = 100
    pause: float = 0.0
    die_at: int = -1
    deaf: bool = False
    eats_mb: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    plan: tuple[int, ...]
    whole: bool


class NoPlan(Refused):
    vi = "Không có phương án nào cho {what}."
    en = "There is no plan for {what}."


def count(asked: Asked, *, limits: Limits, watch: Watch, resume: bytes | None) -> Counted:
    """Mix a number step by step; each step follows from the one before, so a resumed count is the same."""
    clock = Clock(limits, watch)
    step, mixed = (int(one) for one in resume.split()) if resume else (0, limits.seed)
    eaten = []
    while step < asked.to and (asked.deaf or not clock.over()):
        if step == asked.die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        if asked.eats_mb and not resume:
            eaten.append(os.urandom(1024 * 1024) * asked.eats_mb)
        step, mixed = step + 1, (mixed * 48271 + 11) % 2147483647
        watch.keep(f"{step} {mixed}".encode())
        clock.tell("counting", best=float(asked.to * 2 - step), bound=float(asked.to))
        time.sleep(asked.pause)
    return Counted(plan=(step, mixed), whole=step == asked.to)


def refuse(asked: Asked, **_: object) -> Counted:
    """Find no plan."""
    raise NoPlan(what="x")


def fail(asked: Asked, **_: object) -> Counted:
    """Have a fault."""
    raise ZeroDivisionError("by nought")


def consolidate(asked: Consolidating, *, limits: Limits, watch: Watch, resume: bytes | None) -> Consolidated:
    """Merge pairs of units as the price of a unit says; die once where a file asks for it."""
    if asked.threshold is not None:
        _die_once(Path(asked.conditions.people))
    if asked.weights.units < 0:
        raise NoPlan(what="less than nothing")
    size = max(int(asked.weights.units), 1)
    count = len(asked.territory)
    time.sleep(0.02)
    into = np.arange(count, dtype=np.int32) // size
    seat = np.arange(0, count, size, dtype=np.int32)
    return Consolidated(plan=Plan(into=into, seat=seat), terms={}, proof=Proof(value=1.0, bound=1.0))


def _die_once(mark: Path) -> None:
    """Take the whole process down, unless an earlier one did."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
