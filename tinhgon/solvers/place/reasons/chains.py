"""The moves that follow when a person is put into a post, until a seat was free or somebody goes without."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.residual import Residual, residual
from tinhgon.solvers.place.values import Ints

REFILLS = 3


class Move(NamedTuple):
    """A person leaves a post for another; None is no post."""

    person: str
    out_of: str | None
    to: str | None


Chain: TypeAlias = tuple[Move, ...]


def chain(ground: Ground, ways: Residual, post_of: Ints, i: int, j: int, fixed: int = -1) -> Chain | None:
    """Follow the cheapest way from a post; None where it cannot be freed without moving who is fixed."""
    moves, plan, at = [_move(ground, i, int(post_of[i]), j)], {i, fixed}, j
    while ways.seat[at] < NEVER // 2 and ways.relay[at] >= 0:
        source = int(ways.relay[at])
        who, target = int(ways.mover[source]), int(ways.target[source])
        if who < 0 or who in plan:
            return None
        moves.append(_move(ground, who, source, target))
        plan.add(who)
        if target < 0:
            return tuple(moves)
        at = target
    return tuple(moves) if ways.seat[at] < NEVER // 2 else None


def refilled(ground: Ground, arcs: Arcs, price: Ints, post_of: Ints, moves: Chain) -> Chain:
    """Add who would gladly take the seat that the first one leaves, and the moves that follow."""
    fixed, plan = ground.person[moves[0].person], applied(ground, post_of, moves)
    for _ in range(REFILLS):
        ways = residual(ground, arcs, price, plan)
        now = np.where(plan < 0, ground.facts.p_out, 0)
        own = plan[arcs.person] == arcs.post
        now[arcs.person[own]] = price[own]
        gain = price - now[arcs.person] + ways.seat[arcs.post]
        gain[own | (arcs.person == fixed)] = 0
        best = int(np.argmin(gain)) if len(gain) else -1
        if best < 0 or gain[best] >= 0:
            break
        more = chain(ground, ways, plan, int(arcs.person[best]), int(arcs.post[best]), fixed)
        if more is None:
            break
        moves, plan = moves + more, applied(ground, plan, more)
    return moves


def applied(ground: Ground, post_of: Ints, moves: Chain) -> Ints:
    """Give the plan after the moves."""
    plan = post_of.copy()
    for move in moves:
        plan[ground.person[move.person]] = -1 if move.to is None else ground.post[move.to]
    return plan


def _move(ground: Ground, who: int, source: int, target: int) -> Move:
    posts = ground.staffing.posts
    names = [None if place < 0 else posts[place].id for place in (source, target)]
    return Move(ground.staffing.people[who].id, names[0], names[1])
