"""A scenario's plan, between the JSON that it keeps and the arrays that solvers speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import numpy as np

from tinhgon.core.errors import Refused, Said
from tinhgon.lab.ground.facts import kind_on
from tinhgon.lab.ground.refusals import NotInScenario
from tinhgon.lab.ground.values import Ground, Unit
from tinhgon.solvers.consolidate.values import Plan

PLAN = Said("phương án", "the plan")
KINDS = ("ward", "commune", "special_zone")  # the first of these among the members
WORDS = {"ward": "Phường", "commune": "Xã", "township": "Thị trấn", "special_zone": "Đặc khu"}


class MemberTwice(Refused):
    vi = "{unit} nằm trong hai đơn vị mới. Hãy bỏ khỏi một bên."
    en = "{unit} is in two new units. Take it out of one."


def plan_of(ground: Ground, entries: Sequence[Mapping[str, Any]]) -> Plan:
    """
    Read a plan; units that no entry names stay as they are.

    :raises NotInScenario: it names units that are not there.
    :raises MemberTwice: a unit is in two new ones.
    """
    place = ground.place
    named = [UUID(str(one)) for entry in entries for one in entry["members"]]
    lost = sorted(str(one) for one in named if one not in place)
    if lost:
        raise NotInScenario(count=len(lost), unit=lost[0], where=PLAN, day=ground.eve)
    seat_of = np.arange(len(ground.units))
    taken: set[int] = set()
    for entry in entries:
        members = [place[UUID(str(one))] for one in entry["members"]]
        twice = sorted(taken.intersection(members))
        if twice or len(set(members)) < len(members):
            raise MemberTwice(unit=ground.units[twice[0] if twice else members[0]].name)
        taken.update(members)
        seat_of[members] = place.get(UUID(str(entry.get("seat") or entry["members"][0])), members[0])
    return plan_from(seat_of)


def plan_from(seat_of: np.ndarray) -> Plan:
    """Make a plan of the seat that each unit goes to; new units are counted in the order of least members."""
    seats, first = np.unique(seat_of, return_index=True)
    order = np.argsort(first, kind="stable")
    number = np.empty(len(seats), np.int32)
    number[order] = np.arange(len(seats), dtype=np.int32)
    into = number[np.searchsorted(seats, seat_of)]
    return Plan(into=into, seat=seats[order].astype(np.int32))


def json_of(
    ground: Ground, plan: Plan, given: Mapping[int, tuple[str, str]] | None = None
) -> list[dict[str, Any]]:
    """Write a plan: each merged unit, named after its seat, of the highest kind among its members.

    A unit left as it is is written only where its name or kind changes, as that of townships did.

    :param given: name and kind by seat, where they are known.
    """
    written: list[dict[str, Any]] = []
    for number, members in enumerate(members_of(plan)):
        ones = [ground.units[place] for place in members]
        seat = ground.units[int(plan.seat[number])]
        own = kind_of(ground, ones)
        name, kind = (given or {}).get(int(plan.seat[number])) or (name_of(seat, own), own)
        if len(ones) > 1 or (name, kind) != (seat.name, seat.kind):
            ids = [str(one.id) for one in ones]
            written.append({"members": ids, "seat": str(seat.id), "name": name, "kind": kind})
    return written


def members_of(plan: Plan) -> list[list[int]]:
    """Give the members of each new unit, by place."""
    order = np.argsort(plan.into, kind="stable")
    return [part.tolist() for part in np.split(order, np.cumsum(np.bincount(plan.into))[:-1])]


def kind_of(ground: Ground, members: Sequence[Unit]) -> str:
    """Give the kind of a new unit: a ward if one of its members is a ward, otherwise a commune."""
    kinds = {kind_on(one.kind, ground.on) for one in members}
    return next((kind for kind in KINDS if kind in kinds), members[0].kind)


def name_of(seat: Unit, kind: str) -> str:
    """Name a new unit after its seat, with the word of its own kind."""
    if kind == seat.kind or kind not in WORDS:
        return seat.name
    word = WORDS.get(seat.kind, "")
    bare = seat.name[len(word) :] if word and seat.name.lower().startswith(word.lower()) else seat.name
    return f"{WORDS[kind]} {bare.strip()}"
