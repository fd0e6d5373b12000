"""When a unit must be classified, reviewed and reported, and how long each stage of the procedure takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from tinhgon.core.days import years_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, note, unknown, warn

Formed = Literal["rearranged_2025", "unchanged", "new"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A unit that must be classified under the decree.

    :param formed: by the rearrangement of 2025, not rearranged, or formed or changed since the decree.
    :param resolution: first day in force of the resolution that formed or changed it.
    :param classified: the day on which its class was recognised under the decree; None where not yet.
    """

    __pydantic_config__: ClassVar = STRICT
    formed: Formed | None = None
    resolution: date | None = None
    classified: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """When a class was recognised, and when it was last reviewed."""

    __pydantic_config__: ClassVar = STRICT
    recognised: date | None = None
    reviewed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyReport:
    """A province's report of a year on classification, with the plan of the next."""

    __pydantic_config__: ClassVar = STRICT
    year: int
    sent: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDay:
    """The day to which a dossier's data run, and the day on which the dossier was sent to be appraised."""

    __pydantic_config__: ClassVar = STRICT
    data_day: date | None = None
    sent: date | None = None


def due(facts: Waiting, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell by which day a unit must be classified, and warn where that was missed."""
    dated = numbers[f"classification.due_{facts.formed or 'rearranged_2025'}"].on(on)
    if facts.formed is None:
        yield unknown("classification.due", "formed")
    elif facts.formed != "new":
        yield from _before("classification.due", facts.classified, dated.amount, on, dated)
    elif facts.resolution is None:
        yield unknown("classification.due", "resolution", dated)
    else:
        last = years_after(facts.resolution, dated.amount)
        yield from _before("classification.due", facts.classified, last + timedelta(days=1), on, dated)


def review(facts: Recognised, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the periodic review report, counted from recognition or the last review."""
    every = numbers["classification.review_years"].on(on)
    if facts.recognised is None:
        yield unknown("classification.review", "recognised", every)
        return
    since = max(facts.recognised, facts.reviewed or facts.recognised)
    due = years_after(since, every.amount)
    if on > due:
        yield warn("classification.review", "overdue", every, found=on, allowed=due)
    else:
        yield note("classification.review", "next", every, found=since, allowed=due)


def yearly_report(facts: YearlyReport, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that the yearly report was sent in time."""
    dated = numbers["classification.yearly_report"].on(on)
    limit = date(facts.year, dated.amount["month"], dated.amount["day"])
    yield from _before("classification.yearly_report", facts.sent, limit, on, dated)


def data_day(facts: DataDay, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that the data run to the end of the year before the dossier was sent."""
    dated = numbers["classification.data_day"].on(on)
    if facts.sent is None or facts.data_day is None:
        missing = "sent" if facts.sent is None else "data_day"
        yield unknown("classification.data_day", missing, dated)
        return
    year = facts.sent.year - dated.amount["years_before"]
    asked = date.fromisoformat(f"{year}-{dated.amount['day']}")
    if facts.data_day != asked:
        yield warn("classification.data_day", "other_day", dated, found=facts.data_day, allowed=asked)


def _before(rule: str, done: date | None, limit: date, on: date, dated: Dated) -> Iterator[Finding]:
    """What must be done before a day: tell the day, warn of what is open or came on it or later."""
    if done is not None:
        if done >= limit:
            yield warn(rule, "late", dated, found=done, allowed=limit)
    elif on >= limit:
        yield warn(rule, "overdue", dated, found=on, allowed=limit)
    else:
        yield note(rule, "until", dated, found=on, allowed=limit)
