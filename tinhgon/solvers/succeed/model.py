"""The programme of one round: who takes which vacancy, who is listed for which title, which aims are met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.linear import Linear
from tinhgon.solvers.succeed.aims import aims
from tinhgon.solvers.succeed.crowd import Crowd
from tinhgon.solvers.succeed.pairs import PROMOTED, Ints, Pairs
from tinhgon.solvers.succeed.person import people
from tinhgon.solvers.succeed.rows import Rows
from tinhgon.solvers.succeed.values import Seat, SuccessionRules, SuccessionWeights

Listed = Mapping[str, frozenset[int]]  # by seat, the places of the officials planned for it


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """The programme of a round and what its columns stand for.

    :param take: column of each pair: they take the vacancy.
    :param listed: by pair of a promotion, the column of standing in the plan for the seat.
    """

    model: Linear
    take: Ints
    listed: Mapping[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What all rounds share; seats by id."""

    crowd: Crowd
    rules: SuccessionRules
    weights: SuccessionWeights
    seats: Mapping[str, Seat]


def spell(pairs: Pairs, ground: Ground, before: Listed) -> Round:
    """Write the programme of a round.

    :param before: who is planned for which seat since earlier rounds.
    """
    rows = Rows()
    costs = pairs.fit + ground.weights.opened * pairs.opens
    take = np.array([rows.add(float(cost), whole=True) for cost in costs], np.int64)
    listed = _listing(rows, pairs, ground.weights, before)
    _vacancies(rows, pairs, take, ground.weights)
    _terms(rows, pairs, take, ground.crowd, ground.weights.idle)
    _titles(rows, pairs, listed, ground, before)
    people(rows, pairs, take, listed, ground.rules, _titles_held(before, ground.seats))
    aims(rows, pairs, listed, ground.crowd, ground.rules, ground.weights)
    return Round(rows.linear(), take, listed)


def _listing(rows: Rows, pairs: Pairs, weights: SuccessionWeights, before: Listed) -> dict[int, int]:
    """Make a column for each promotion: only a higher title is planned. Whoever was planned stays so."""
    columns = {}
    for pair in np.flatnonzero(pairs.how == PROMOTED).tolist():
        seat = pairs.seats[pairs.vacancy[pair]].id
        already = int(pairs.official[pair]) in before.get(seat, ())
        cost = weights.listed_percent * float(pairs.fit[pair]) // 100
        columns[pair] = rows.add(0.0 if already else cost, lower=float(already), whole=True)
    return columns


def _vacancies(rows: Rows, pairs: Pairs, take: Ints, weights: SuccessionWeights) -> None:
    """Let one person take each vacancy, or price that nobody does."""
    of: dict[int, list[int]] = defaultdict(list)
    for pair, vacancy in enumerate(pairs.vacancy.tolist()):
        of[vacancy].append(int(take[pair]))
    for place, seat in enumerate(pairs.seats):
        empty = rows.add(float(weights.vacant + weights.vacant_level * seat.level))
        rows.row([(column, 1.0) for column in [*of[place], empty]], 1.0, 1.0)


def _terms(rows: Rows, pairs: Pairs, take: Ints, crowd: Crowd, price: int) -> None:
    """Price each whose term ends and who gets no post."""
    of: dict[int, list[int]] = defaultdict(list)
    for pair, person in enumerate(pairs.official.tolist()):
        of[person].append(int(take[pair]))
    for vacancy in pairs.vacancies:
        if vacancy.why == "term":
            idle = rows.add(float(price))
            own = of.get(crowd.index[vacancy.holder or ""], [])
            rows.row([(column, 1.0) for column in [*own, idle]], low=1.0)


def _titles(rows: Rows, pairs: Pairs, listed: Mapping[int, int], ground: Ground, before: Listed) -> None:
    """List no more than allowed for a title; price the places of its list that stay empty."""
    of: dict[int, list[int]] = defaultdict(list)
    for pair in listed:
        of[int(pairs.vacancy[pair])].append(pair)
    for vacancy, members in sorted(of.items()):
        earlier = before.get(pairs.seats[vacancy].id, frozenset())
        others = len(earlier - {int(pairs.official[pair]) for pair in members})
        places = max(ground.rules.people_a_title - others, 0)
        short = rows.add(float(ground.weights.listed_short), float(places))
        names = [(listed[pair], 1.0) for pair in members]
        rows.row([*names, (short, 1.0)], places, places)


def _titles_held(before: Listed, seats: Mapping[str, Seat]) -> dict[int, dict[int, set[str]]]:
    """Give, by official and level, the seats they are planned for."""
    held: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for seat, members in before.items():
        for one in members:
            held[one][seats[seat].level].add(seat)
    return held
