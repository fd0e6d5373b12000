"""Who watches a solver: hears how far it is, keeps what it needs to go on later, and may stop it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a solver stands.

    :param stage: what it is doing: enumerating, pricing, searching, proving …
    :param seconds: since it began.
    :param best: the objective of the best plan so far; None if there is none.
    :param bound: what no plan can better, as proven so far; None if nothing is.
    """

    stage: str
    seconds: float
    best: float | None = None
    bound: float | None = None


class Watch(Protocol):
    """What a solver tells and asks while it works."""

    def tell(self, progress: Progress) -> None:
        """Hear where it stands."""

    def keep(self, state: bytes) -> None:
        """Keep what a later run can go on from."""

    def stopped(self) -> bool:
        """Tell whether somebody wants it to end with what it has."""


class Unwatched:
    """Nobody watches."""

    def tell(self, progress: Progress) -> None:
        """Hear nothing."""

    def keep(self, state: bytes) -> None:
        """Keep nothing."""

    def stopped(self) -> bool:
        """Never stop."""
        return False


UNWATCHED: Watch = Unwatched()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a run may use.

    Steps, not seconds, decide where a search ends: only so is the same run the same plan on any machine.
    Seconds are the leash: a run that reaches it says so, and that it may differ next time.

    :param seconds: wall time; None is as long as it takes.
    :param memory_mb: of the process; None is as much as there is.
    :param effort: multiplies the steps of every search; 1 is the usual.
    """

    seconds: float | None = None
    memory_mb: int | None = None
    effort: float = 1.0
    seed: int = 0


@dataclass(slots=True)
class Clock:
    """Measures one run against its limits."""

    limits: Limits
    watch: Watch = UNWATCHED
    began: float = field(default_factory=time.monotonic)
    cut_short: bool = False  # time or a person ended it

    @property
    def seconds(self) -> float:
        """Give the seconds since the run began."""
        return time.monotonic() - self.began

    @property
    def left(self) -> float:
        """Give the seconds that are left; endless where no limit is set."""
        limit = self.limits.seconds
        return float("inf") if limit is None else max(limit - self.seconds, 0.0)

    def over(self) -> bool:
        """Tell whether the run must end with what it has."""
        self.cut_short = self.cut_short or self.left <= 0 or self.watch.stopped()
        return self.cut_short

    def tell(self, stage: str, best: float | None = None, bound: float | None = None) -> None:
        """Tell who watches where the run stands."""
        self.watch.tell(Progress(stage=stage, seconds=self.seconds, best=best, bound=bound))
