"""What a new unit drawn by hand breaks: the conditions of the scenario, each named as the solver names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from tinhgon.core.errors import Refused
from tinhgon.lab.ground import Ground
from tinhgon.solvers.consolidate import verify
from tinhgon.solvers.consolidate.seats import apart_km, points_of
from tinhgon.solvers.consolidate.units import NewUnit

NO_PIECES: tuple[tuple[int, ...], ...] = ()


def breaches_of(ground: Ground, new: NewUnit) -> tuple[Refused, ...]:
    """Name every condition that a new unit does not keep to."""
    return (*_whole(ground, new), *_size(ground, new), *_pins(ground, new), *_distance(ground, new))


def pieces_of(ground: Ground, members: Sequence[int]) -> list[list[int]]:
    """Give the parts of a set of units that hang together by borders, the greatest first."""
    beside, left, pieces = neighbours(ground), set(members), []
    while left:
        waiting, piece = [min(left)], []
        left.discard(waiting[0])
        while waiting:
            place = waiting.pop()
            piece.append(place)
            near = [other for other in beside[place] if other in left]
            left.difference_update(near)
            waiting.extend(near)
        pieces.append(sorted(piece))
    return sorted(pieces, key=len, reverse=True)


@lru_cache(maxsize=8)
def neighbours(ground: Ground) -> tuple[tuple[int, ...], ...]:
    """Give for each unit those beside it."""
    found: list[list[int]] = [[] for _ in ground.units]
    for one, other in ground.territory.borders.tolist():
        found[one].append(other)
        found[other].append(one)
    return tuple(tuple(sorted(row)) for row in found)


def _whole(ground: Ground, new: NewUnit) -> Iterator[Refused]:
    pieces = pieces_of(ground, new.members)
    for piece in pieces[1:]:
        yield verify.PlanBrokenPieces(unit=", ".join(ground.units[place].name for place in piece))
    groups = ground.territory.group
    for place in new.members:
        if groups[place] != groups[new.seat]:
            yield verify.PlanBrokenGroup(unit=_name(ground, place), other=_name(ground, new.seat))


def _size(ground: Ground, new: NewUnit) -> Iterator[Refused]:
    allowed = ground.conditions.max_members
    if len(new.members) > allowed:
        yield verify.PlanBrokenSize(unit=_name(ground, new.seat), found=len(new.members), allowed=allowed)
    if len(new.members) > 1 and not ground.territory.may_seat[new.seat]:
        yield verify.PlanBrokenSeat(unit=_name(ground, new.seat))


def _pins(ground: Ground, new: NewUnit) -> Iterator[Refused]:
    inside, conditions = set(new.members), ground.conditions
    for bundle in conditions.together:
        within = [place for place in bundle if place in inside]
        if within and len(within) < len(bundle):
            outside = next(place for place in bundle if place not in inside)
            yield verify.PlanBrokenTogether(unit=_name(ground, within[0]), other=_name(ground, outside))
    for one, other in conditions.apart:
        if one in inside and other in inside:
            yield verify.PlanBrokenApart(unit=_name(ground, one), other=_name(ground, other))
    for place in conditions.alone:
        if place in inside and len(inside) > 1:
            yield verify.PlanBrokenAlone(unit=_name(ground, place))


def _distance(ground: Ground, new: NewUnit) -> Iterator[Refused]:
    most = ground.conditions.max_km
    if most is None or new.radius_km <= most + verify.ROUNDING_KM:
        return
    members = np.array(new.members)
    points = points_of(ground.territory.position)
    km = apart_km(points[members], points[new.seat])
    far = int(members[int(np.argmax(km))])
    yield verify.PlanBrokenFar(unit=_name(ground, far), found=round(float(km.max()), 1), allowed=most)


def _name(ground: Ground, place: int) -> str:
    return ground.units[place].name
