"""Rules on groups as rows: Σ sign · x ≤ limit + slack, where the slack has a price or must be nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import sparse

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import SCALE, Ground
from tinhgon.solvers.place.values import (
    BALANCE,
    DEPUTY,
    HEAD,
    ONE_ORIGIN,
    RELATIVES,
    WOMEN,
    YOUNG,
    Floats,
    Ints,
)

HARD = -1


class Row(NamedTuple):
    """One rule on one group.

    :param first: an origin, or the first of two relatives; -1 for a share.
    :param limit: of the signed sum.
    :param slack: cost of each one above the limit; HARD where there may be none.
    """

    kind: str
    unit: int
    first: int
    second: int
    sign: int
    limit: int
    slack: int

    @property
    def key(self) -> str:
        """Name it, so that another run finds it again."""
        return f"{self.kind}:{self.unit}:{self.first}:{self.second}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Teams:
    """The rows, and how the arcs stand in them.

    :param matrix: rows × arcs, with signs.
    """

    rows: tuple[Row, ...]
    limit: Ints
    slack: Ints
    matrix: sparse.csr_matrix


def team_sizes(ground: Ground) -> Ints:
    """Give each unit's seats of leaders, deputies counted up to the quota."""
    facts, sizes = ground.facts, np.zeros(len(ground.unit), np.int64)
    np.add.at(sizes, facts.q_unit[facts.q_level == HEAD], facts.q_seats[facts.q_level == HEAD])
    return sizes + np.minimum(_deputy_seats(ground), quotas(ground))


def quotas(ground: Ground) -> Ints:
    """Give how many deputies each unit may have."""
    seats = _deputy_seats(ground)
    if not ground.staffing.rules.deputies:
        return seats
    allowed = (one.deputies for one in ground.staffing.units)
    return np.array(
        [s if most is None else min(s, most) for s, most in zip(seats, allowed, strict=True)], np.int64
    )


def _deputy_seats(ground: Ground) -> Ints:
    facts, seats = ground.facts, np.zeros(len(ground.unit), np.int64)
    np.add.at(seats, facts.q_unit[facts.q_level == DEPUTY], facts.q_seats[facts.q_level == DEPUTY])
    return seats


def teams_of(ground: Ground, arcs: Arcs) -> Teams:
    """Write the rows that these arcs can touch."""
    rows = (*_shares(ground), *_origins(ground), *_relatives(ground, arcs))
    return Teams(
        rows=rows,
        limit=np.array([row.limit for row in rows], np.int64),
        slack=np.array([row.slack for row in rows], np.int64),
        matrix=_matrix(ground, arcs, rows),
    )


def _shares(ground: Ground) -> Iterator[Row]:
    weights = ground.staffing.weights
    asked = ((WOMEN, weights.women_share, weights.women), (YOUNG, weights.young_share, weights.young))
    for kind, share, price in asked:
        for unit, size in enumerate(team_sizes(ground)):
            needed = math.ceil(share * size - 1e-9)
            if needed > 0 and price > 0:
                yield Row(kind, unit, -1, -1, -1, -needed, round(SCALE * price))


def _origins(ground: Ground) -> Iterator[Row]:
    most, price = ground.staffing.rules.one_origin, ground.staffing.weights.balance
    for unit, size in enumerate(team_sizes(ground)):
        origins = np.flatnonzero(ground.facts.merged[unit])
        if len(origins) < 2:
            continue
        for origin in origins.tolist():
            if most is not None and most < size:
                yield Row(ONE_ORIGIN, unit, origin, -1, 1, most, HARD)
            if price > 0 and (even := -(-int(size) // len(origins))) < size:
                yield Row(BALANCE, unit, origin, -1, 1, even, round(SCALE * price))


def _relatives(ground: Ground, arcs: Arcs) -> Iterator[Row]:
    def reached(who: str) -> Ints:
        place = ground.person[who]
        return np.unique(ground.facts.q_unit[arcs.post[arcs.starts[place] : arcs.starts[place + 1]]])

    for one, other in ground.staffing.rules.relatives:
        for unit in np.intersect1d(reached(one), reached(other)).tolist():
            yield Row(RELATIVES, unit, ground.person[one], ground.person[other], 1, 1, HARD)


def _matrix(ground: Ground, arcs: Arcs, rows: tuple[Row, ...]) -> sparse.csr_matrix:
    facts = ground.facts
    unit, leads = facts.q_unit[arcs.post], facts.q_level[arcs.post] >= DEPUTY
    group, origin = facts.p_group[arcs.person], facts.p_origin[arcs.person]
    origins, people = len(ground.origin), max(len(ground.person), 1)
    found = [_hits(rows, kind, unit, leads & (group & bit > 0), -1) for kind, bit in ((WOMEN, 1), (YOUNG, 2))]
    found += [_hits(rows, kind, unit * origins + origin, leads, origins) for kind in (ONE_ORIGIN, BALANCE)]
    everyone = np.ones(len(arcs), np.bool_)
    for second in (False, True):
        found.append(_hits(rows, RELATIVES, unit * people + arcs.person, everyone, people, second=second))
    where = np.concatenate([one[0] for one in found]) if rows else np.empty(0, np.int64)
    arc = np.concatenate([one[1] for one in found]) if rows else np.empty(0, np.int64)
    signs = np.array([row.sign for row in rows], np.float64)[where] if rows else np.empty(0)
    return sparse.csr_matrix((signs, (where, arc)), shape=(len(rows), len(arcs)))


def _hits(
    rows: tuple[Row, ...], kind: str, keys: Ints, allowed: np.ndarray, many: int, *, second: bool = False
) -> tuple[Ints, Ints]:
    """Find which arc lies in which row of a kind, by keys of unit and who; -1 as `many` is the unit alone."""
    ours = [place for place, row in enumerate(rows) if row.kind == kind]
    who = [rows[place].second if second else rows[place].first for place in ours]
    wanted = np.array(
        [rows[p].unit if many < 0 else rows[p].unit * many + w for p, w in zip(ours, who, strict=True)],
        np.int64,
    )
    order = np.argsort(wanted, kind="stable")
    begin = np.searchsorted(wanted[order], keys, "left")
    end = np.where(allowed, np.searchsorted(wanted[order], keys, "right"), begin)
    count = end - begin
    arc = np.repeat(np.arange(len(keys)), count)
    step = np.arange(len(arc)) - np.repeat(np.cumsum(count) - count, count)
    return np.array(ours, np.int64)[order][begin[arc] + step], arc


def tolls_on_posts(ground: Ground, teams: Teams, tolls: Floats) -> Floats:
    """Give what shares put on each post: (posts, 4) by whether the holder is a woman (+1) and young (+2)."""
    by_unit = np.zeros((len(ground.unit), 4))
    for row, toll in zip(teams.rows, tolls, strict=True):
        if row.kind in (WOMEN, YOUNG):
            by_unit[row.unit, [1, 3] if row.kind == WOMEN else [2, 3]] -= toll
    return np.ascontiguousarray(by_unit[ground.facts.q_unit] * ground.leading[:, None])


def tolls_of_people(ground: Ground, teams: Teams, tolls: Floats) -> dict[int, list[tuple[int, bool, float]]]:
    """Give what else a person meets in units, as `nearest.least` reads it."""
    of_origin: dict[int, list[tuple[int, bool, float]]] = {}
    own: dict[int, list[tuple[int, bool, float]]] = {}
    for row, toll in zip(teams.rows, tolls.tolist(), strict=True):
        if toll > 0 and row.kind in (ONE_ORIGIN, BALANCE):
            of_origin.setdefault(row.first, []).append((row.unit, True, toll))
        elif toll > 0 and row.kind == RELATIVES:
            for who in (row.first, row.second):
                own.setdefault(who, []).append((row.unit, False, toll))
    if of_origin:
        for person, origin in enumerate(ground.facts.p_origin.tolist()):
            own[person] = of_origin.get(origin, []) + own.get(person, [])
    return own
