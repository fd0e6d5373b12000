"""People who must get a post and are too many for the seats open to them (Hall 1935), by a least cut."""

from __future__ import annotations

import numpy as np
from ortools.graph.python import max_flow

from tinhgon.solvers.place.arcs import Arcs, arcs_of, kept
from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.pairs import blocks, costs
from tinhgon.solvers.place.teams import quotas
from tinhgon.solvers.place.values import DEPUTY, Flags

ALL_PAIRS = 4_000_000  # people × posts up to which every pair is looked at


def crowd(ground: Ground, arcs: Arcs) -> tuple[tuple[str, ...], int] | None:
    """Give people who compete for fewer seats than they are, and the seats; None where there are none."""
    facts = ground.facts
    if len(ground.person) * len(ground.post) <= ALL_PAIRS:
        arcs = arcs_of(ground, len(ground.post))
    forced = facts.p_out >= NEVER
    people = _cut(ground, kept(arcs, forced[arcs.person]), forced)
    if not people.any():
        return None
    chosen = np.flatnonzero(people)
    seats = _seats(ground, _open_to(ground, people))
    if seats >= len(chosen):  # pairs that were not looked at would seat them
        return None
    return tuple(ground.staffing.people[i].id for i in chosen.tolist()), seats


def _cut(ground: Ground, arcs: Arcs, forced: Flags) -> Flags:
    facts, n, m = ground.facts, len(ground.person), len(ground.post)
    units = np.arange(len(ground.unit))
    source, sink = n + m + len(units), n + m + len(units) + 1
    who = np.flatnonzero(forced)
    flow = max_flow.SimpleMaxFlow()
    flow.add_arcs_with_capacity(np.full(len(who), source), who, np.ones(len(who), np.int64))
    flow.add_arcs_with_capacity(arcs.person, n + arcs.post, np.full(len(arcs), n))
    to = np.where(facts.q_level == DEPUTY, n + m + facts.q_unit, sink)
    flow.add_arcs_with_capacity(n + np.arange(m), to, facts.q_seats)
    flow.add_arcs_with_capacity(n + m + units, np.full(len(units), sink), quotas(ground))
    people = np.zeros(n, np.bool_)
    if len(who) and flow.solve(source, sink) == flow.OPTIMAL and flow.optimal_flow() < len(who):
        side = np.array(flow.get_source_side_min_cut(), np.int64)
        people[side[side < n]] = True
    return people & forced


def _open_to(ground: Ground, people: Flags) -> Flags:
    posts = np.zeros(len(ground.post), np.bool_)
    for block in blocks(ground):
        rows = people[block.people]
        if rows.any():
            posts[block.posts[(costs(ground, block)[rows] < NEVER).any(axis=0)]] = True
    return posts


def _seats(ground: Ground, posts: Flags) -> int:
    facts = ground.facts
    deputies = posts & (facts.q_level == DEPUTY)
    in_unit = np.zeros(len(ground.unit), np.int64)
    np.add.at(in_unit, facts.q_unit[deputies], facts.q_seats[deputies])
    return int(facts.q_seats[posts & ~deputies].sum() + np.minimum(in_unit, quotas(ground)).sum())
