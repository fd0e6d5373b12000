"""How numbers run on: anew each year in the state, each term in the Party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, note, unknown, warn
from tinhgon.core.values import Count

RULE = "numbering.year_series"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A document on its day of issue, and the one before it in the same register.

    :param previous_number: 0 where there is none before it.
    :param year: the year that stands inside the number, if one does.
    :param term_began: first day of the committee's term, for a Party document.
    """

    __pydantic_config__: ClassVar = STRICT
    system: Literal["state", "party"]
    number: Count
    year: int | None = None
    previous_number: Count | None = None
    previous_issued: date | None = None
    term_began: date | None = None


def year_series(facts: Numbered, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the number that follows in the year or term, and for the right year inside it."""
    series = numbers[f"numbering.{facts.system}_series"].on(on)
    if facts.year is not None:
        yield from _year(facts.year, on, numbers["numbering.normative_year"].on(on))
    if missing := _missing(facts):
        yield unknown(RULE, missing, series)
        return
    due = (facts.previous_number or 0) + 1 if _runs_on(facts, series, on) else series.amount["first_number"]
    if facts.number != due:  # as texts: a document's number is no quantity
        says = "taken" if facts.number < due else "gap"
        yield warn(RULE, says, series, found=str(facts.number), allowed=str(due))


def _year(year: int, on: date, cited: Dated) -> Iterator[Finding]:
    yield note(RULE, "normative", cited, found=str(year))
    if year != on.year:
        yield warn(RULE, "other_year", cited, found=str(year), allowed=str(on.year))


def _missing(facts: Numbered) -> str:
    """Name the first fact without which the series cannot be told."""
    if facts.previous_number is None:
        return "previous_number"
    if facts.previous_number and facts.previous_issued is None:
        return "previous_issued"
    return "term_began" if facts.system == "party" and facts.term_began is None else ""


def _runs_on(facts: Numbered, series: Dated, on: date) -> bool:
    """Tell whether the document before it belongs to the same series."""
    if not facts.previous_number or facts.previous_issued is None:
        return False
    if facts.system == "party" and facts.term_began is not None:
        return facts.previous_issued >= facts.term_began
    return _year_of(facts.previous_issued, series.amount) == _year_of(on, series.amount)


def _year_of(day: date, begins: Any) -> int:
    return day.year - ((day.month, day.day) < (begins["begins_month"], begins["begins_day"]))
