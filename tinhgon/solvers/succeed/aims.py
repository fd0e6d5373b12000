"""What is aimed for among those planned for the posts of one unit: age groups, young people, women."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from tinhgon.solvers.succeed.crowd import Crowd
from tinhgon.solvers.succeed.pairs import Pairs
from tinhgon.solvers.succeed.rows import Rows
from tinhgon.solvers.succeed.values import Official, Share, SuccessionRules, SuccessionWeights

Members = Sequence[tuple[int, int]]  # official and the column of being listed


def aims(
    rows: Rows, pairs: Pairs, listed: Mapping[int, int], crowd: Crowd, rules: SuccessionRules,
    weights: SuccessionWeights,
) -> None:  # fmt: skip
    """Write the aims of each unit; what is missing from one has its price."""
    of: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for pair, column in listed.items():
        of[pairs.seats[pairs.vacancy[pair]].unit].append((int(pairs.official[pair]), column))
    for _, members in sorted(of.items()):
        _age_groups(rows, members, crowd, rules, weights.groups)
        for share in rules.shares:
            _share(rows, members, crowd, share, weights.share)


def _age_groups(rows: Rows, members: Members, crowd: Crowd, rules: SuccessionRules, price: int) -> None:
    """Count age groups exactly: years of birth that open one, no two of them closer than the gap.

    Sorted by birth, whoever opens a group takes the first year that is far enough; no choice of years as far
    apart is larger, so the largest choice counts the groups.
    """
    if not rules.age_groups:
        return
    born: dict[int, list[int]] = defaultdict(list)
    for official, column in members:
        if (day := crowd.officials[official].born) is not None:
            born[day.year].append(column)
    opens = {year: rows.add(0.0) for year in sorted(born)}
    for year, column in opens.items():
        rows.row([(column, 1.0), *((one, -1.0) for one in born[year])], high=0.0)
        window = [opens[later] for later in opens if year <= later < year + rules.age_gap]
        if len(window) > 1:
            rows.row([(one, 1.0) for one in window], high=1.0)
    missing = rows.add(float(price), float(rules.age_groups))
    rows.row([*((column, 1.0) for column in opens.values()), (missing, 1.0)], low=float(rules.age_groups))


def _share(rows: Rows, members: Members, crowd: Crowd, share: Share, price: int) -> None:
    terms = [(column, 100.0 * counts(share, crowd.officials[one]) - share.percent) for one, column in members]
    missing = rows.add(float(price), float(len(members)), whole=True)
    rows.row([*terms, (missing, 100.0)], low=0.0)


def counts(share: Share, one: Official) -> bool:
    """Tell whether an aim counts somebody; whose fact is unknown is not counted."""
    if share.born_from is None:
        return one.woman is True
    return one.born is not None and one.born >= share.born_from


def groups(births: Sequence[int], gap: int) -> int:
    """Count the age groups of some years of birth, as the rule says it."""
    number, first = 0, -np.inf
    for year in sorted(births):
        if year - first >= gap:
            number, first = number + 1, year
    return number
