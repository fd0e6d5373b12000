"""What a round costs, worked out from who takes and who is listed, beside the programme's own sum."""

from __future__ import annotations

from collections import Counter, defaultdict

from tinhgon.solvers.linear import Floats
from tinhgon.solvers.succeed.aims import counts, groups
from tinhgon.solvers.succeed.model import Ground, Listed, Round
from tinhgon.solvers.succeed.pairs import Pairs
from tinhgon.solvers.succeed.values import Official


def price(programme: Round, pairs: Pairs, ground: Ground, x: Floats, before: Listed) -> float:
    """Give the objective of a round."""
    taken = [pair for pair, column in enumerate(programme.take.tolist()) if x[column] > 0.5]
    named = [pair for pair, column in programme.listed.items() if x[column] > 0.5]
    return float(
        _moves(taken, pairs, ground) + _lists(programme, named, pairs, ground, before)
        + _units(programme, named, pairs, ground)
    )  # fmt: skip


def _moves(taken: list[int], pairs: Pairs, ground: Ground) -> int:
    weights, filled = ground.weights, {int(pairs.vacancy[pair]) for pair in taken}
    moved = {int(pairs.official[pair]) for pair in taken}
    cost = sum(int(pairs.fit[pair]) + weights.opened * int(pairs.opens[pair]) for pair in taken)
    for place, seat in enumerate(pairs.seats):
        cost += (weights.vacant + weights.vacant_level * seat.level) * (place not in filled)
    ending = {one.holder for one in pairs.vacancies if one.why == "term"}
    return cost + weights.idle * sum(ground.crowd.index[one or ""] not in moved for one in ending)


def _lists(programme: Round, named: list[int], pairs: Pairs, ground: Ground, before: Listed) -> int:
    weights, cost = ground.weights, 0
    for pair in named:
        already = int(pairs.official[pair]) in before.get(pairs.seats[pairs.vacancy[pair]].id, ())
        cost += 0 if already else weights.listed_percent * int(pairs.fit[pair]) // 100
    titles = Counter(int(pairs.vacancy[pair]) for pair in named)
    asked_of: dict[int, set[int]] = defaultdict(set)
    for pair in programme.listed:
        asked_of[int(pairs.vacancy[pair])].add(int(pairs.official[pair]))
    for place, asked in asked_of.items():
        planned = before.get(pairs.seats[place].id, frozenset())
        places = max(ground.rules.people_a_title - len(planned - asked), 0)
        cost += weights.listed_short * (places - titles[place])
    return cost


def _units(programme: Round, named: list[int], pairs: Pairs, ground: Ground) -> int:
    rules, weights = ground.rules, ground.weights
    of: dict[str, list[Official]] = defaultdict(list)
    for pair in named:
        unit = pairs.seats[pairs.vacancy[pair]].unit
        of[unit].append(ground.crowd.officials[pairs.official[pair]])
    cost = 0
    for unit in {pairs.seats[pairs.vacancy[pair]].unit for pair in programme.listed}:
        found = groups([one.born.year for one in of[unit] if one.born is not None], rules.age_gap)
        cost += weights.groups * max(rules.age_groups - found, 0)
        for share in rules.shares:
            wanted = -(-share.percent * len(of[unit]) // 100)
            cost += weights.share * max(wanted - sum(counts(share, one) for one in of[unit]), 0)
    return cost
