"""What the dossiers say of the people to be placed: one statement."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.partial import DayRefused, PartialDay
from tinhgon.people.queries.dossiers import partial
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

FACTS = """
SELECT p.id, p.sex, p.born, p.born_precision, g.coefficient, (
    SELECT e.data ->> 'recruited_on' FROM people_entry e
    WHERE e.person_id = p.id AND e.section = 'recruitment' ORDER BY e.id LIMIT 1)
FROM register_person p
LEFT JOIN {gradings} g ON g.person_id = p.id AND g.valid @> %(day)s
WHERE p.id = ANY(%(people)s) AND p.erased_at IS NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of somebody; None is unknown, and never guessed."""

    person: UUID
    sex: str
    born: PartialDay | None
    coefficient: Decimal | None
    recruited: PartialDay | None

    def age_on(self, day: date) -> int | None:
        """Give the age in full years, where the day of birth is known well enough to tell."""
        if self.born is None:
            return None
        oldest, youngest = _years(self.born.earliest, day), _years(self.born.latest, day)
        return oldest if oldest == youngest else None

    def served_months(self, day: date) -> int | None:
        """Give the full months since recruitment; a day known by its year alone tells none."""
        if self.recruited is None or self.recruited.month is None or self.recruited.latest > day:
            return None
        since = self.recruited.latest
        return (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)


def facts_of(people: Iterable[UUID], as_of: AsOf) -> dict[UUID, Facts]:
    """Read what is known of people on a day."""
    gradings = source("register_grading", known=as_of.known is not None)
    with connection.cursor() as cursor:
        values = {"day": as_of.valid, "known": as_of.known, "people": sorted(people)}
        cursor.execute(FACTS.format(gradings=gradings), values)
        return {row[0]: _facts(*row) for row in cursor.fetchall()}


def _facts(
    person: UUID, sex: str, born: date | None, precision: str, coefficient: Any, recruited: str | None
) -> Facts:
    return Facts(
        person=person, sex=sex, born=partial(born, precision), coefficient=coefficient,
        recruited=_day(recruited),
    )  # fmt: skip


def _day(text: str | None) -> PartialDay | None:
    with suppress(DayRefused):
        return PartialDay.parse(text) if text else None
    return None


def _years(since: date, day: date) -> int:
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))
