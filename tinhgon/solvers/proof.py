"""How good a plan is known to be: its value, and what no plan can better."""

from __future__ import annotations

from dataclasses import dataclass

TOLERANCE = 1e-9  # relative; below it two objectives are the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The value of a plan and a bound that holds for every plan; a smaller value is better.

    :param bound: None where none was found: then nothing is claimed.
    """

    value: float
    bound: float | None

    @property
    def gap_percent(self) -> float | None:
        """Give how far the plan may be from the best, in per cent of its value; None where unknown."""
        if self.bound is None:
            return None
        apart = max(self.value - self.bound, 0.0)
        return 0.0 if apart <= TOLERANCE * max(1.0, abs(self.value)) else 100 * apart / abs(self.value or 1.0)

    @property
    def proven(self) -> bool:
        """Tell whether no plan is better."""
        return self.gap_percent == 0.0
