"""What a solver's process tells the one that watches it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tinhgon.solvers.watch import Progress

STOP = "stop"  # the only word sent the other way


@dataclass(frozen=True, slots=True)
class Told:
    """How far it is."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class Kept:
    """What it could go on from."""

    state: bytes


@dataclass(frozen=True, slots=True)
class Ended:
    """It came to its end, with this."""

    outcome: Any
    peak_memory_mb: float


@dataclass(frozen=True, slots=True)
class Failed:
    """It has no outcome; `fault` is a refusal as JSON."""

    fault: dict[str, Any]
