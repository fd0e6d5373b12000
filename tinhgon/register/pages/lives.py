"""When a unit lived, and what it was over each period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tinhgon.core.periods import Period, joined
from tinhgon.register.pages.stories import field
from tinhgon.register.pages.words import figure

COMPARED = ("name", "short_name", "kind_id", "area_km2", "population", "mandate")


@dataclass(frozen=True, slots=True)
class Phase:
    """A version of a unit, and what it made otherwise than the one before."""

    version: Any
    valid: Period
    changed: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Life:
    """A unit's days on earth, seen from one of them."""

    periods: tuple[Period, ...]
    state: str  # alive, ended, unfounded, unknown
    version: Any  # the one of the day, else the nearest before, else the first; None if nothing is known

    @property
    def ended_on(self) -> date | None:
        """The last day of the life that ended before the day in view, or will end."""
        return self.version.valid.last_day if self.version and self.periods else None


def life_of(versions: Sequence[Any], *, day: date) -> Life:
    """Tell whether a unit lives on a day, given all its versions, first day first."""
    if not versions:
        return Life((), "unknown", None)
    past = [version for version in versions if version.valid.since <= day]
    nearest = past[-1] if past else versions[0]
    periods = joined(version.valid for version in versions)
    if not past:
        return Life(periods, "unfounded", nearest)
    return Life(periods, "alive" if day in nearest.valid else "ended", nearest)


def phases(versions: Sequence[Any], *, day: date) -> list[Phase]:
    """List a unit's versions, newest first, each with what it changed."""
    before = [None, *versions]
    return [
        Phase(version, version.valid, _changed(old, version), day in version.valid)
        for old, version in zip(before, versions, strict=False)
    ][::-1]


def _changed(old: Any, new: Any) -> str:
    if old is None:
        return ""
    told = [
        f"{field(name.removesuffix('_id'))}: {_shown(old, name)} → {_shown(new, name)}"
        for name in COMPARED
        if getattr(old, name) != getattr(new, name)
    ]
    return "; ".join(told)


def _shown(version: Any, name: str) -> str:
    if name == "kind_id":
        return str(version.kind)
    value = getattr(version, name)
    return str(value or "–") if isinstance(value, str) else figure(value)
