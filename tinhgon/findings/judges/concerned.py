"""Which units a decision concerns, and the picture of them as it leaves them."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.judging import Matter
from tinhgon.core.life import Life
from tinhgon.core.rows import Appointment, Identifier, OwnerId, Placement, PostVersion, Quota, UnitId, Version
from tinhgon.findings.picture import Picture, picture
from tinhgon.register.queries.snapshots import gather_units


def bodies(matter: Matter) -> set[UnitId]:
    """Name the units that begin, or whose kind, place, quota, posts or holders change."""
    found = {unit for unit in _described(matter) if _differs(matter, unit, "kind")}
    for row in _rows(matter):
        match row:
            case Placement() | Quota() | PostVersion():
                found.add(row.unit)
            case Appointment():
                post = matter.after.lives.get(row.post, Life()).post_on(matter.on)
                found |= {post.unit} if post else set()
    return found


def territories(matter: Matter) -> set[UnitId]:
    """Name the units that begin, or whose kind or figures change on the day."""
    return {unit for unit in _described(matter) if _differs(matter, unit, "kind", "area_km2", "population")}


def born(matter: Matter, unit: UnitId) -> bool:
    """Tell whether a unit begins with the decision."""
    life = matter.after.lives.get(unit, Life())
    return any(stretch.since == matter.on for stretch in life.stretches)


def drawn(matter: Matter, units: set[UnitId]) -> Picture:
    """Draw units, and what stands above and right under them, as the decision leaves them."""
    above = {row.parent for unit in units for row in _placed(matter, unit) if row.parent}
    around = matter.after if matter.whole else gather_units(units | above).after(matter.changes)
    return picture(around, on=matter.on)


def _placed(matter: Matter, unit: UnitId) -> tuple[Placement, ...]:
    placements = matter.after.lives.get(unit, Life()).placements
    return tuple(row for row in placements if matter.on in row.valid)


def _described(matter: Matter) -> set[UnitId]:
    return {row.unit for row in _rows(matter) if isinstance(row, Version)}


def _differs(matter: Matter, unit: UnitId, *fields: str) -> bool:
    """Tell whether one of some fields is another on the day than it was without the decision."""
    was, becomes = (lives.get(unit, Life()).version_on(matter.on) for lives in _sides(matter))
    return any(getattr(was, field, None) != getattr(becomes, field, None) for field in fields)


def _sides(matter: Matter) -> tuple[Mapping[OwnerId, Life], Mapping[OwnerId, Life]]:
    return matter.before.lives, matter.after.lives


def _rows(matter: Matter) -> list[object]:
    sides = ((change.before, change.after) for change in matter.changes)
    return [row for pair in sides for row in pair if row is not None and not isinstance(row, Identifier)]
