"""Posts and those who serve, as the solver of successions takes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tinhgon.core.errors import Refused
from tinhgon.core.rows import DEPUTY, HEAD, MAIN, SEATED
from tinhgon.core.rulebook import Book
from tinhgon.core.rules.retirement.schedule import retirement
from tinhgon.lab.succession.facts import Holder, Placed, Standing
from tinhgon.solvers.succeed.values import Official, Seat

LEADING = (HEAD, DEPUTY)
# Steps of the ladder within a unit; the head of a unit stands where whoever serves right above it does.
STEP = {HEAD: 2, DEPUTY: 1}
A_UNIT = 2


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """What is known of posts and people.

    :param trainings: what people have completed; `needed` by rank is what a post asks for.
    """

    units: Mapping[UUID, Placed]
    trainings: Mapping[UUID, frozenset[str]]
    needed: Mapping[str, frozenset[str]]
    on: date
    law: Book
    deepest: int

    def level(self, post: Standing) -> int:
        """Tell how high a post stands: the nearer its unit to the top, the higher."""
        return A_UNIT * (self.deepest - self.units[post.unit].depth) + STEP.get(post.rank, 0)


def seat_id(post: UUID, number: int) -> str:
    """Name one seat of a post."""
    return f"{post}/{number}"


def seats_of(posts: Sequence[Standing], seen: Seen) -> Iterator[Seat]:
    """Give the seats of heads and deputies; those held beside a main post follow that."""
    for post in posts:
        if post.rank in LEADING:
            for number in range(1, free_seats(post) + 1):
                yield Seat(
                    id=seat_id(post.id, number), unit=str(post.unit), title=post.title,
                    field=seen.units[post.unit].kind, level=seen.level(post),
                    trainings=seen.needed.get(post.rank, frozenset()),
                )  # fmt: skip


def free_seats(post: Standing) -> int:
    """Count the seats that are not held beside a main post."""
    return max(post.seats - sum(one.how in SEATED - MAIN for one in post.holders), 0)


def officials_of(posts: Sequence[Standing], seen: Seen) -> Iterator[Official]:
    """Give everybody by the main post; who stands in a post beyond its seats holds none of them."""
    for post in posts:
        main = [one for one in post.holders if one.how in MAIN]
        for number, holder in enumerate(main, start=1):
            seated = post.rank in LEADING and number <= free_seats(post)
            yield _official(holder, post, seat_id(post.id, number) if seated else None, seen)


def _official(holder: Holder, post: Standing, seat: str | None, seen: Seen) -> Official:
    return Official(
        id=str(holder.person), unit=str(post.unit), field=seen.units[post.unit].kind,
        level=seen.level(post), seat=seat, born=holder.born.earliest if holder.born else None,
        woman=holder.sex == "female" if holder.sex else None, retires_on=retires_on(holder, seen),
        term_until=holder.term_until, since=holder.since,
        trainings=seen.trainings.get(holder.person, frozenset()),
    )  # fmt: skip


def retires_on(holder: Holder, seen: Seen) -> date | None:
    """Give the first day of the pension; None where birth, sex or the schedule does not tell."""
    if holder.born is None or holder.born.month is None or not holder.sex:
        return None
    try:
        schedule = seen.law.figures["retirement.age"].on(seen.on)
        return retirement(holder.born, "female" if holder.sex == "female" else "male", schedule).pension
    except Refused:
        return None
