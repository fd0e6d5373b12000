"""What the rules find of the register as it stands on a day: of all, of one unit, of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tinhgon.core.judging import Judged
from tinhgon.core.reach import Reach
from tinhgon.core.rulebook import Finding
from tinhgon.findings.facts import bodies, people, territories
from tinhgon.findings.judging import found
from tinhgon.findings.picture import Picture, Seen
from tinhgon.findings.queries.people import Holder, holders
from tinhgon.findings.queries.pictures import whole_picture
from tinhgon.rules.applied import Moment
from tinhgon.temporal.asof import AsOf


@dataclass(frozen=True, slots=True)
class Open:
    """A finding that stands, and the unit under which it is counted."""

    judged: Judged
    unit: UUID | None


def standing(as_of: AsOf, reach: Reach) -> tuple[Picture, tuple[Open, ...]]:
    """Judge every unit, and everybody in post whom the reader may see: five statements."""
    seen = whole_picture(as_of)
    of_units = (one for unit in seen.units.values() for one in _of_unit(unit, seen))
    of_people = (one for holder in holders(as_of, reach) for one in _of_person(holder, as_of.valid))
    return seen, (*of_units, *of_people)


def standing_of_unit(unit: UUID, as_of: AsOf) -> tuple[Open, ...]:
    """Judge one unit as the page of all does, as the register says or said: four statements."""
    seen = whole_picture(as_of)
    return tuple(_of_unit(seen.units[unit], seen)) if unit in seen.units else ()


def standing_of_person(person: UUID, as_of: AsOf, reach: Reach) -> tuple[Open, ...]:
    """Judge one person, if the reader may see that one: one statement."""
    return tuple(one for holder in holders(as_of, reach, [person]) for one in _of_person(holder, as_of.valid))


def _of_unit(seen: Seen, picture: Picture) -> Iterator[Open]:
    for finding in _findings_of(seen, picture):
        yield Open(Judged(finding=finding, unit=seen.unit), seen.unit)


def _findings_of(seen: Seen, picture: Picture) -> Iterator[Finding]:
    on = picture.on
    if place := territories.territory(seen, picture):
        yield from found("territory", place, Moment.STANDING, on=on)
        yield from _of_merger(seen, picture)
    elif body := bodies.body(seen, picture):
        yield from found("body", body, Moment.STANDING, on=on)
    elif seen.kind in bodies.PROVINCES:
        for facts in (territories.province(seen, picture), bodies.province(seen, picture)):
            yield from found("province", facts, Moment.STANDING, on=on) if facts else ()


def _of_merger(seen: Seen, picture: Picture) -> Iterable[Finding]:
    """What a merger had to reach is judged as of its own day."""
    if seen.merged_on is None or seen.origins < 2:
        return ()
    place = territories.territory(seen, picture, members=seen.origins)
    return found("territory", place, Moment.MERGER, on=seen.merged_on)


def _of_person(holder: Holder, on: date) -> Iterator[Open]:
    unit = holder.posts[0].unit
    for finding in found("person", people.serving(holder), Moment.STANDING, on=on):
        yield Open(Judged(finding=finding, person=holder.person), unit)
    for held in holder.posts:
        if tenure := people.tenure(held):
            for finding in found("post", tenure, Moment.STANDING, on=on):
                yield Open(Judged(finding=finding, person=holder.person), held.unit)
