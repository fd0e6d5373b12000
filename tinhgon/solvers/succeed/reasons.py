"""Why nobody takes a post: whom each rule keeps from it, and who could but is needed elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from tinhgon.solvers.succeed.crowd import Crowd, Flags
from tinhgon.solvers.succeed.eligible import ask, first_rules, free, rulings
from tinhgon.solvers.succeed.plan import Move, Vacancy, Without
from tinhgon.solvers.succeed.values import Seat, SuccessionRules

NEAREST = 3  # officials named for a post that stays open


def without(
    vacancies: Sequence[Vacancy], moves: Sequence[Move], crowd: Crowd, seats: Mapping[str, Seat],
    rules: SuccessionRules,
) -> tuple[Without, ...]:  # fmt: skip
    """Give each vacancy that nobody takes, with reasons; the earliest first."""
    taken: Collection[Vacancy] = {move.vacancy for move in moves}
    left = sorted(one for one in vacancies if one not in taken)
    return tuple(_reasons(one, crowd, seats[one.seat], rules) for one in left)


def _reasons(vacancy: Vacancy, crowd: Crowd, seat: Seat, rules: SuccessionRules) -> Without:
    found = rulings(ask(crowd, rules, vacancy, seat))
    could = tuple(crowd.officials[one].id for one in free(found).tolist())
    return Without(
        vacancy=vacancy, barred=first_rules(found), elsewhere=could, nearest=_nearest(found, crowd)
    )


def _nearest(found: Mapping[str, Flags], crowd: Crowd) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give those whom the fewest rules keep away: no smaller exception would find the post a successor."""
    number = np.sum(list(found.values()), axis=0)
    order = [one for one in np.argsort(number, kind="stable").tolist() if number[one]][:NEAREST]
    return tuple(
        (crowd.officials[one].id, tuple(rule for rule, flags in found.items() if flags[one])) for one in order
    )
