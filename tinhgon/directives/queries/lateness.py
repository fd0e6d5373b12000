"""How many obligations were done in time, unit by unit, person by person, directive by directive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.models import Aggregate, Case, Count, F, FloatField, Max, Q, QuerySet, UUIDField, Value, When

from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.asked import PERSON, Asked, of_period
from tinhgon.directives.statuses import Status

OUT_OF_SIGHT = UUID(int=0)  # stands for everybody whom the reader may not see
# The statuses of each figure; together they are all that was given.
FIGURES: Mapping[str, frozenset[str]] = {
    "on_time": frozenset({Status.DONE_ON_TIME.value}),
    "late": frozenset({Status.DONE_LATE.value}),
    "in_time": frozenset({Status.NOT_DUE.value, Status.DUE_SOON.value, Status.NO_TERM.value}),
    "overdue": frozenset({Status.OVERDUE.value}),
    "waiting": frozenset({Status.WAITING.value}),
    "returned": frozenset({Status.RETURNED.value}),
}
GIVEN: Final = "given"


class Median(Aggregate):
    """The value in the middle."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


DAYS: Final = {"median": Median("late_by"), "worst": Max("late_by")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """One row: of whom or what, how many, and by how many days those were late that were."""

    key: UUID | None  # None: all together
    given: int
    on_time: int
    late: int
    in_time: int
    overdue: int
    waiting: int
    returned: int
    median: float | None
    worst: int | None

    @property
    def percent(self) -> float | None:
        """What per cent of what is done, or should be, was done in time."""
        settled = self.on_time + self.late + self.overdue
        return 100 * self.on_time / settled if settled else None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, the latest first, and all together."""

    rows: list[Late]
    total: Late


def lateness(asked: Asked, by: str, reach: Reach) -> Table:
    """Count what was given in a period by unit, person or directive: three statements.

    A person out of reach is counted with all others out of reach.
    """
    found = of_period(asked, reach, by=by).order_by().annotate(key=_key(by, reach))
    counts: defaultdict[UUID, Counter[str]] = defaultdict(Counter)
    for key, status, count in found.values_list("key", "status").annotate(count=Count("pk")):
        counts[key][status] = count
    delayed = found.filter(late_by__gt=0).exclude(status=Status.RETURNED)
    days = {key: tuple(of) for key, *of in delayed.values_list("key").annotate(**DAYS)}
    rows = [_late(key, held, *days.get(key, (None, None))) for key, held in counts.items()]
    rows.sort(key=lambda one: (-one.overdue - one.late, -one.given, str(one.key)))
    return Table(rows, _late(None, sum(counts.values(), Counter[str]()), **delayed.aggregate(**DAYS)))


def records(
    asked: Asked, by: str, figure: str, reach: Reach, *, key: UUID | None = None
) -> QuerySet[Obligation]:  # fmt: skip
    """Give the obligations that a figure counts, with their status: of one row, or (no key) of the total."""
    found = of_period(asked, reach, by=by)
    if key is not None:
        found = found.annotate(key=_key(by, reach)).filter(key=key)
    if figure != GIVEN:  # which is all; an unknown one has none
        found = found.filter(status__in=FIGURES.get(figure, ()))
    return found.select_related("directive").order_by(F("due_on").asc(nulls_last=True), "pk")


def _late(key: UUID | None, held: Counter[str], median: float | None, worst: int | None) -> Late:
    figures = {name: sum(held[status] for status in of) for name, of in FIGURES.items()}
    return Late(key=key, given=held.total(), median=median, worst=worst, **figures)


def _key(by: str, reach: Reach) -> Any:
    if by != PERSON:
        return F(f"{by}_id")
    seen = Q(person__name__isnull=False)  # row security leaves no name of those out of sight
    if (units := reach.units(INTERNAL)) is not None:
        seen &= Q(person__home__in=units) | Q(person=reach.person)
    return Case(When(seen, then=F("person_id")), default=Value(OUT_OF_SIGHT), output_field=UUIDField())
