"""Which units a decision concerns, and the picture of them as it leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from tinhgon.core.judging import Matter
from tinhgon.core.life import Life
from tinhgon.core.rows import (
    GOVERNMENT,
    Appointment,
    Identifier,
    OwnerId,
    Placement,
    PostVersion,
    Quota,
    UnitId,
    Version,
)
from tinhgon.findings.facts.bodies import PROVINCES
from tinhgon.findings.picture import Picture, picture
from tinhgon.findings.queries.pictures import whole_picture
from tinhgon.register.queries.snapshots import gather_units
from tinhgon.temporal.asof import AsOf


def bodies(matter: Matter) -> set[UnitId]:
    """Name the units that begin, or whose kind, place, quota, posts, holders or inner bodies change."""
    found = {unit for unit in _described(matter) if _differs(matter, unit, "kind")}
    for row in _rows(matter):
        match row:
            case Placement(line=line, parent=UUID() as parent) if line == GOVERNMENT:
                found |= {row.unit, parent}
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
    """Draw units, and what stands above and right under them, as the decision leaves them.

    With a province all is drawn, for its totals are those of all that stands under it.
    """
    if matter.whole:
        return picture(matter.after, on=matter.on)
    near = units | {row.parent for unit in units for row in _placed(matter, unit) if row.parent}
    drawn = picture(gather_units(near).after(matter.changes), on=matter.on)
    if any(one.kind in PROVINCES for unit, one in drawn.units.items() if unit in units):
        changed = near | bodies(matter)
        return _put_into(whole_picture(AsOf(matter.on)), drawn, changed)
    return drawn


def _put_into(whole: Picture, drawn: Picture, changed: set[UnitId]) -> Picture:
    """Give the register with what a decision changes put in."""
    others = {unit: one for unit, one in whole.units.items() if unit not in changed}
    return Picture(whole.on, others | {unit: drawn.units[unit] for unit in changed & drawn.units.keys()})


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
