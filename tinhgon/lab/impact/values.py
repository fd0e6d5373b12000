"""A figure of a scenario: what it was on the eve, what it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Group: TypeAlias = Literal["apparatus", "standards", "distance", "staff", "people"]
Better: TypeAlias = Literal["less", "more", ""]


@dataclass(frozen=True, slots=True)
class Sort:
    """What kind of figure it is.

    :param better: which way is better; "" is neither.
    :param digits: behind the comma.
    :param opens: the tab of the scenario that shows the records behind it.
    """

    group: Group
    better: Better = ""
    digits: int = 0
    opens: str = ""


SORTS: Mapping[str, Sort] = {
    "units": Sort("apparatus", "less", 0, "changes"),
    "bodies": Sort("apparatus", "less", 0, "changes"),
    "levels": Sort("apparatus", "less", 0, "chart"),
    "missed": Sort("standards", "less", 0, "table"),
    "waived": Sort("standards", "", 0, "table"),
    "spared": Sort("standards", "", 0, "table"),
    "warned": Sort("standards", "less", 0, "changes"),
    "noted": Sort("standards", "", 0, "changes"),
    "least_population": Sort("standards", "", 0, "table"),
    "most_population": Sort("standards", "", 0, "table"),
    "least_area_km2": Sort("standards", "", 1, "table"),
    "most_area_km2": Sort("standards", "", 1, "table"),
    "travel": Sort("distance", "less", 1, "table"),
    "radius": Sort("distance", "less", 1, "table"),
    "border": Sort("distance", "less", 1, "map"),
    "districts": Sort("distance", "less", 0, "table"),
    "heads": Sort("staff", "less", 0, "staff"),
    "deputies": Sort("staff", "less", 0, "staff"),
    "others": Sort("staff", "less", 0, "staff"),
    "quota": Sort("staff", "", 0, "staff"),
    "working": Sort("staff", "", 0, "staff"),
    "placed": Sort("people", "more", 0, "staff"),
    "level_kept": Sort("people", "more", 0, "staff"),
    "surplus": Sort("people", "less", 0, "staff"),
    "leaving": Sort("people", "", 0, "staff"),
    "severance": Sort("people", "less", 0, "staff"),
    "severance_untold": Sort("people", "less", 0, "staff"),
    "staff_km": Sort("people", "less", 1, "staff"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `before` is None where the eve knows no such thing, `after` where the plan does not yet."""

    key: str
    after: float | None
    before: float | None = None

    @property
    def sort(self) -> Sort:
        """Give what kind of figure it is."""
        return SORTS[self.key]

    @property
    def change(self) -> float | None:
        """Give what is added or taken away."""
        return None if self.before is None or self.after is None else self.after - self.before
