"""A run that has taken all the memory it may is stopped as a person would stop it: with its best plan."""

from __future__ import annotations

import resource
from dataclasses import dataclass

from tinhgon.solvers.watch import Limits, Progress, Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Whoever watches, and the limit of memory."""

    watch: Watch
    limits: Limits

    def tell(self, progress: Progress) -> None:
        """Pass it on."""
        self.watch.tell(progress)

    def keep(self, state: bytes) -> None:
        """Pass it on."""
        self.watch.keep(state)

    def stopped(self) -> bool:
        """Tell whether somebody wants an end, or the memory is used up."""
        most = self.limits.memory_mb
        return self.watch.stopped() or (most is not None and peak_mb() > most)


def peak_mb() -> float:
    """Give the most memory that the process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
