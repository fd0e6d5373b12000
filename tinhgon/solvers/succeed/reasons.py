"""Why nobody takes a post: whom each rule keeps from it, and who could but is needed elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tinhgon.solvers.succeed.crowd import Crowd
from tinhgon.solvers.succeed.eligible import ask, first_rules, free, rulings
from tinhgon.solvers.succeed.plan import Move, Vacancy, Without
from tinhgon.solvers.succeed.values import Seat, SuccessionRules


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
    return Without(vacancy=vacancy, barred=first_rules(found), elsewhere=could)
