"""Who may be sent to postgraduate study, and how long they serve after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import full_years
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown

RULE = "training.postgraduate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A civil servant who is sent to postgraduate study on a day.

    :param joined: first day of service.
    :param good_years: consecutive years just before, rated good or better.
    :param first: whether it is the first time that they are sent; the age limit asks about that one.
    :param study_months: how long the study lasts.
    :param pledged_months: how long they pledge to serve afterwards.
    """

    __pydantic_config__: ClassVar = STRICT
    born: date | None = None
    joined: date | None = None
    good_years: int | None = None
    first: bool = True
    study_months: int | None = None
    pledged_months: int | None = None


def postgraduate(facts: Candidate, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for age, service, good years and a pledge."""
    yield from _age(facts, on, numbers)
    if numbers["training.postgraduate_years"].in_force(on):
        yield from _record(facts, on, numbers)
    yield from _pledge(facts, on, numbers)


def _age(facts: Candidate, on: date, numbers: Numbers) -> Iterator[Finding]:
    most = numbers["training.postgraduate_age"].on(on)
    if not facts.first:
        return
    if facts.born is None:
        yield unknown(RULE, "born", most, allowed=most.amount)
    elif (age := full_years(facts.born, on)) > most.amount:
        yield block(RULE, "too_old", most, found=age, allowed=most.amount)


def _record(facts: Candidate, on: date, numbers: Numbers) -> Iterator[Finding]:
    least = numbers["training.postgraduate_years"].on(on)
    service, good = least.amount["service"], least.amount["good"]
    if facts.joined is None:
        yield unknown(RULE, "joined", least, allowed=service)
    elif (years := full_years(facts.joined, on)) < service:
        yield block(RULE, "too_short", least, found=years, allowed=service)
    if facts.good_years is None:
        yield unknown(RULE, "good_years", least, allowed=good)
    elif facts.good_years < good:
        yield block(RULE, "not_good", least, found=facts.good_years, allowed=good)


def _pledge(facts: Candidate, on: date, numbers: Numbers) -> Iterator[Finding]:
    times = numbers["training.postgraduate_service"].on(on)
    if facts.study_months is None:
        yield unknown(RULE, "study_months", times)
    elif facts.pledged_months is None:
        yield unknown(RULE, "pledged_months", times, allowed=facts.study_months * times.amount)
    elif facts.pledged_months < (least := facts.study_months * times.amount):
        yield block(RULE, "pledge", times, found=facts.pledged_months, allowed=least, times=times.amount)
