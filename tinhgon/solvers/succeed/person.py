"""What one person may: moves far enough apart, so many titles of a level, planned before rotated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from tinhgon.solvers.succeed.months import as_days, full_months
from tinhgon.solvers.succeed.pairs import ROTATED, Ints, Pairs
from tinhgon.solvers.succeed.rows import Rows
from tinhgon.solvers.succeed.values import SuccessionRules

Held = Mapping[int, Mapping[int, set[str]]]  # by official and level, the seats they are planned for


def people(
    rows: Rows, pairs: Pairs, take: Ints, listed: Mapping[int, int], rules: SuccessionRules, held: Held
) -> None:
    """Write the rows of each person."""
    mine: dict[int, list[int]] = defaultdict(list)
    for pair, person in enumerate(pairs.official.tolist()):
        mine[person].append(pair)
    for person, own in sorted(mine.items()):
        for clique in cliques(pairs, own, rules.rotation_months):
            rows.row([(int(take[pair]), 1.0) for pair in clique], high=1.0)
        for pair in own:
            if pair in listed:
                rows.row([(listed[pair], 1.0), (int(take[pair]), -1.0)], low=0.0)
        _titles(rows, pairs, own, listed, rules.titles_a_person, held.get(person, {}))
        if rules.only_planned and person not in held:
            _planned_first(rows, pairs, own, take, listed)


def cliques(pairs: Pairs, own: Sequence[int], months: int) -> list[list[int]]:
    """Give sets of one person's moves of which one may happen; any two that exclude each other share a set.

    Two moves exclude each other when they are too close, or when the earlier one is no rotation: whoever is
    promoted or reappointed stays. For each move, it and all earlier ones that exclude it are such a set: of
    two earlier ones, the first is no rotation, or it is closer to the second than to the last.
    """
    days = as_days([pairs.vacancies[pairs.vacancy[pair]].day for pair in own])
    order = np.argsort(days, kind="stable")
    found: list[set[int]] = []
    for place, last in enumerate(order):
        earlier = order[:place]
        close = full_months(days[earlier], days[last]) < months
        final = np.array([pairs.how[own[one]] != ROTATED for one in earlier], bool)
        found.append({own[last], *(own[one] for one in earlier[close | final])})
    largest = [one for one in found if len(one) > 1 and not any(one < other for other in found)]
    return [sorted(one) for one in largest]


def _titles(
    rows: Rows, pairs: Pairs, own: Sequence[int], listed: Mapping[int, int], most: int,
    held: Mapping[int, set[str]],
) -> None:  # fmt: skip
    """Count titles within one level, those of earlier rounds that are not asked about again among them."""
    of: dict[int, list[int]] = defaultdict(list)
    for pair in own:
        if pair in listed:
            of[pairs.seats[pairs.vacancy[pair]].level].append(pair)
    for level, members in sorted(of.items()):
        others = len(held.get(level, set()) - {pairs.seats[pairs.vacancy[pair]].id for pair in members})
        if len(members) > most - others:
            rows.row([(listed[pair], 1.0) for pair in members], high=float(max(most - others, 0)))


def _planned_first(
    rows: Rows, pairs: Pairs, own: Sequence[int], take: Ints, listed: Mapping[int, int]
) -> None:
    """Rotate only somebody who stands in the plan for some title."""
    names = [(listed[pair], 1.0) for pair in own if pair in listed]
    for pair in own:
        if pairs.how[pair] == ROTATED:
            rows.row([*names, (int(take[pair]), -1.0)], low=0.0)
