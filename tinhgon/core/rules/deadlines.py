"""Time limits in working days: since when, done when, and how late that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import working_days
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something that had to be done within working days.

    :param since: the day from which the limit counts; None is unknown.
    :param done: the day on which it was done; None where it is still open, then today is asked about.
    :param holidays: days off from Monday to Friday in that time, as announced.
    """

    __pydantic_config__: ClassVar = STRICT
    since: date | None = None
    done: date | None = None
    holidays: tuple[date, ...] = ()


def lateness(rule: str, facts: Deadline, on: date, allowed: int, *cited: Dated) -> Iterator[Finding]:
    """Warn where more working days went by than are allowed."""
    if facts.since is None:
        yield unknown(rule, "since", *cited, allowed=allowed)
        return
    taken = working_days(facts.since, facts.done or on, facts.holidays)
    if taken > allowed:
        yield warn(rule, "late", *cited, found=taken, allowed=allowed)
