"""From the numbers of a round back to words: moves, lists, and the seats that moves open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from tinhgon.solvers.linear import Floats
from tinhgon.solvers.succeed.crowd import Crowd
from tinhgon.solvers.succeed.model import Ground, Listed, Round
from tinhgon.solvers.succeed.pairs import Pairs
from tinhgon.solvers.succeed.plan import How, Move, Vacancy

HOWS: tuple[How, ...] = ("promoted", "rotated", "reappointed")


def moves_of(found: Round, pairs: Pairs, crowd: Crowd, x: Floats) -> list[Move]:
    """Give who takes which vacancy, by day and seat; a second move starts from where the first one led."""
    taken = [pair for pair, column in enumerate(found.take.tolist()) if x[column] > 0.5]
    taken.sort(key=lambda pair: pairs.vacancies[int(pairs.vacancy[pair])])
    at: dict[int, str | None] = {}
    moves = []
    for pair in taken:
        person, vacancy = int(pairs.official[pair]), pairs.vacancies[pairs.vacancy[pair]]
        one = crowd.officials[person]
        from_seat = at.get(person, one.seat)
        at[person] = vacancy.seat
        moves.append(
            Move(
                vacancy=vacancy, official=one.id, how=HOWS[pairs.how[pair]], from_seat=from_seat,
                months_left=int(pairs.left[pair]),
            )
        )  # fmt: skip
    return moves


def lists_of(found: Round, pairs: Pairs, x: Floats, before: Listed) -> dict[str, frozenset[int]]:
    """Give those planned for each seat, those of earlier rounds among them."""
    lists: dict[str, set[int]] = defaultdict(set, {seat: set(people) for seat, people in before.items()})
    for pair, column in found.listed.items():
        if x[column] > 0.5:
            lists[pairs.seats[pairs.vacancy[pair]].id].add(int(pairs.official[pair]))
    return {seat: frozenset(people) for seat, people in lists.items()}


def opened_by(
    moves: Sequence[Move], ground: Ground, foreseen: Collection[tuple[str, str]], number: int
) -> list[Vacancy]:
    """Give the seats that moves leave empty, the earliest first.

    :param foreseen: (seat, holder) that fall vacant anyway.
    """
    least = ground.rules.least_level
    return sorted(
        Vacancy(day=move.vacancy.day, seat=move.from_seat, why="moved", holder=move.official, round=number)
        for move in moves
        if move.from_seat is not None
        and move.how != "reappointed"
        and ground.seats[move.from_seat].level >= least
        and (move.from_seat, move.official) not in foreseen
    )


def day_of(vacancies: Sequence[Vacancy]) -> dict[str, date]:
    """Give, for each seat, the first day on which it falls vacant."""
    days: dict[str, date] = {}
    for one in sorted(vacancies):
        days.setdefault(one.seat, one.day)
    return days
