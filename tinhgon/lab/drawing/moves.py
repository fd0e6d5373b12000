"""Units moved by hand from one new unit to another. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tinhgon.lab.ground import Ground
from tinhgon.solvers.consolidate.seats import seats_of
from tinhgon.solvers.consolidate.values import Ints, Plan


@dataclass(frozen=True, slots=True)
class Move:
    """A unit goes where another is; None: it stays as it is, alone. Both are places in the ground."""

    unit: int
    to: int | None


def moved(ground: Ground, plan: Plan, moves: Iterable[Move]) -> Plan:
    """Carry out moves in turn; a new unit keeps its seat as long as that is a member of it."""
    into, seat = plan.into.copy(), dict(enumerate(plan.seat.tolist()))
    free = len(plan)
    for move in moves:
        left = int(into[move.unit])
        joined = free if move.to is None else int(into[move.to])
        if joined == left or (move.to is None and int((into == left).sum()) == 1):
            continue
        into[move.unit] = joined
        free = max(free, joined + 1)
        for number in (left, joined):
            members: Ints = np.flatnonzero(into == number).astype(np.int32)
            if not len(members):
                seat.pop(number, None)
            elif seat.get(number) not in members or not ground.territory.may_seat[seat[number]]:
                seat[number] = _best_seat(ground, members)
    return numbered(into, seat)


def numbered(into: Ints, seat: dict[int, int]) -> Plan:
    """Number new units from 0 in the order of their least members."""
    numbers, first = np.unique(into, return_index=True)
    order = numbers[np.argsort(first)]
    place = np.zeros(int(order.max(initial=0)) + 1, np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return Plan(into=place[into], seat=np.array([seat[int(number)] for number in order], np.int32))


def _best_seat(ground: Ground, members: Ints) -> int:
    people = ground.territory.measures[ground.conditions.people]
    best, _ = seats_of(ground.territory, members[None, :], people, None)
    return int(best[0]) if best[0] >= 0 else int(members[0])
