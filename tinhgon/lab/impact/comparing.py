"""Scenarios side by side: any figure, as it differs from the first, and which is best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tinhgon.lab.impact.figures import impact_of
from tinhgon.lab.impact.values import SORTS
from tinhgon.lab.models import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of every scenario, in their order; None where a scenario does not tell it."""

    key: str
    values: tuple[float | None, ...]

    @property
    def best(self) -> float | None:
        """Give the best value; None where neither way is better, or all are alike."""
        known = [value for value in self.values if value is not None]
        better = SORTS[self.key].better
        if not better or len(set(known)) < 2:
            return None
        return min(known) if better == "less" else max(known)

    def apart(self, place: int) -> float | None:
        """Give how far a scenario's value is from that of the first."""
        first, own = self.values[0], self.values[place]
        return None if first is None or own is None else own - first


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Scenarios, and their figures row by row."""

    scenarios: tuple[Scenario, ...]
    rows: tuple[Row, ...]

    def row(self, key: str) -> Row | None:
        """Give the row of a figure."""
        return next((row for row in self.rows if row.key == key), None)


def compare(scenarios: Sequence[Scenario]) -> Comparison:
    """
    Put scenarios side by side.

    :raises Refused: one of them cannot be laid out.
    """
    columns = [{one.key: one.after for one in impact_of(scenario)} for scenario in scenarios]
    told = [key for key in SORTS if any(key in column for column in columns)]
    rows = tuple(Row(key=key, values=tuple(column.get(key) for column in columns)) for key in told)
    return Comparison(scenarios=tuple(scenarios), rows=rows)
