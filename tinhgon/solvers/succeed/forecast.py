"""Which posts fall vacant in the years ahead, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tinhgon.solvers.succeed.check import check
from tinhgon.solvers.succeed.months import months_after
from tinhgon.solvers.succeed.plan import Forecast, Unknown, Vacancy, Why
from tinhgon.solvers.succeed.values import Official, Seat, SuccessionRules


def forecast(officials: Sequence[Official], seats: Sequence[Seat], rules: SuccessionRules) -> Forecast:
    """List the vacancies of the years ahead, the earliest first; unknown retirements are listed, not guessed.

    A holder leaves on the day of retirement or of the term's end, whichever is earlier. Where the retirement
    is unknown, a term's end within the horizon still makes a vacancy.

    :raises Refused: as `check` does.
    """
    check(officials, seats, rules)
    end = months_after(rules.on, 12 * rules.years)
    holder = {one.seat: one for one in officials if one.seat is not None}
    planned = [seat for seat in seats if seat.level >= rules.least_level]
    found = [_vacancy(seat, holder.get(seat.id), rules.on, end) for seat in planned]
    held = (holder[seat.id] for seat in planned if seat.id in holder)
    unknown = tuple(Unknown(official=one.id, fact="retires_on") for one in held if one.retires_on is None)
    return Forecast(vacancies=tuple(sorted(filter(None, found), key=_order)), unknown=unknown)


def leaving(one: Official) -> Iterator[tuple[date, Why]]:
    """Give the days on which somebody leaves their seat, as far as known."""
    if one.retires_on is not None:
        yield one.retires_on, "retirement"
    if one.term_until is not None:
        yield one.term_until, "term"


def _vacancy(seat: Seat, holder: Official | None, on: date, end: date) -> Vacancy | None:
    if holder is None:
        return Vacancy(day=on, seat=seat.id, why="empty", holder=None)
    day, why = min(leaving(holder), default=(end, "term"))  # "retirement" comes first on the same day
    if day >= end:
        return None
    return Vacancy(day=max(day, on), seat=seat.id, why=why, holder=holder.id)


def _order(vacancy: Vacancy) -> tuple[date, str]:
    return vacancy.day, vacancy.seat
