"""What one more seat costs in a plan: shortest ways through the moves that would free one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.teams import quotas
from tinhgon.solvers.place.values import DEPUTY, Ints

ROUNDS = 2000  # a way of more moves than this is not looked for


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Residual:
    """How to free a seat of each post, cheapest first.

    :param seat: cost of getting one more person into each post.
    :param leave: cost of getting one holder out of it; NEVER where nobody can go.
    :param mover: who goes; -1 where nobody needs to.
    :param target: where the mover goes; -1 is no post.
    :param relay: the post whose holder goes to make room in the quota of deputies; the post itself elsewhere.
    """

    seat: Ints
    leave: Ints
    mover: Ints
    target: Ints
    relay: Ints


def residual(ground: Ground, arcs: Arcs, price: Ints, post_of: Ints) -> Residual:
    """Find them by rounds of Bellman and Ford over the moves of all who hold a post."""
    facts, m = ground.facts, len(ground.post)
    used = np.bincount(post_of[post_of >= 0], minlength=m)
    is_deputy = facts.q_level == DEPUTY
    deputies = np.bincount(facts.q_unit[is_deputy], weights=used[is_deputy], minlength=len(ground.unit))
    room = ~is_deputy | (deputies < quotas(ground))[facts.q_unit]
    free = used < facts.q_seats
    held = post_of[arcs.person]
    now = np.full(len(post_of), NEVER, np.int64)
    own = np.flatnonzero(held == arcs.post)
    now[arcs.person[own]] = price[own]
    moves = np.flatnonzero((held >= 0) & (held != arcs.post) & (now[arcs.person] < NEVER))
    order = np.argsort(held[moves], kind="stable")
    moves = moves[order]
    who, source, goal = arcs.person[moves], held[moves], arcs.post[moves]
    change = price[moves] - now[who]
    leave, mover = _leaving_for_none(ground, post_of, now)
    target = np.full(m, -1, np.int64)
    begins = np.flatnonzero(np.r_[True, source[1:] != source[:-1]]) if len(source) else np.empty(0, np.int64)
    for _ in range(ROUNDS):
        seat, relay = _seats(ground, free, room, is_deputy, leave)
        if not len(source):
            break
        through = change + seat[goal]
        best = np.minimum.reduceat(through, begins)
        posts = source[begins]
        better = best < leave[posts]
        if not better.any():
            break
        at = np.flatnonzero(through == np.repeat(best, np.diff(np.append(begins, len(source)))))
        first = at[np.searchsorted(at, begins[better])]
        leave[posts[better]], mover[posts[better]], target[posts[better]] = (
            best[better],
            who[first],
            goal[first],
        )
    seat, relay = _seats(ground, free, room, is_deputy, leave)
    return Residual(seat=seat, leave=leave, mover=mover, target=target, relay=relay)


def _leaving_for_none(ground: Ground, post_of: Ints, now: Ints) -> tuple[Ints, Ints]:
    leave, mover = np.full(len(ground.post), NEVER, np.int64), np.full(len(ground.post), -1, np.int64)
    holders = np.flatnonzero((post_of >= 0) & (ground.facts.p_out < NEVER) & (now < NEVER))
    change = ground.facts.p_out[holders] - now[holders]
    order = np.lexsort((-holders, -change))  # the last written is the cheapest
    leave[post_of[holders[order]]], mover[post_of[holders[order]]] = change[order], holders[order]
    return leave, mover


def _seats(
    ground: Ground, free: np.ndarray, room: np.ndarray, is_deputy: np.ndarray, leave: Ints
) -> tuple[Ints, Ints]:
    """Give what a seat of each post costs now: nothing, a holder's leaving, or another deputy's."""
    facts, own = ground.facts, np.arange(len(leave))
    cheapest = np.full(len(ground.unit), NEVER, np.int64)
    np.minimum.at(cheapest, facts.q_unit[is_deputy], leave[is_deputy])
    first = np.full(len(ground.unit), -1, np.int64)
    at = np.flatnonzero(is_deputy & (leave == cheapest[facts.q_unit]))[::-1]
    first[facts.q_unit[at]] = at
    seat, relay = leave.copy(), own.copy()
    seat[free & room], relay[free & room] = 0, -1
    tight = free & ~room
    seat[tight], relay[tight] = cheapest[facts.q_unit[tight]], first[facts.q_unit[tight]]
    return seat, relay
