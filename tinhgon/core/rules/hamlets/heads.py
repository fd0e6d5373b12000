"""The head of a hamlet or group: conditions, election after a provisional head, term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from tinhgon.core.days import full_years, months_after, years_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who is to become head of a hamlet or group."""

    __pydantic_config__: ClassVar = STRICT
    born: date | None = None
    vietnamese: bool | None = None
    resident: bool | None = None
    disciplined: bool | None = None
    prosecuted: bool | None = None
    serving_sentence: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provisional:
    """A provisional head: the day of the decision that appointed them, and of the election of a head."""

    __pydantic_config__: ClassVar = STRICT
    appointed: date | None = None
    elected: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A head's term; where it is cut or extended, until when, why, and who decides."""

    __pydantic_config__: ClassVar = STRICT
    began: date | None = None
    ends: date | None = None
    reason: Literal["rearrangement", "force_majeure", "other"] | None = None
    decided_by: Literal["commune", "province"] | None = None


def head(facts: Candidate, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for what can be counted or proven by papers; character and ability are for people to judge."""
    age = numbers["hamlets.head_age"].on(on)
    if facts.born is None:
        yield unknown("hamlets.head", "born", age, allowed=age.amount)
    elif (years := full_years(facts.born, on)) < age.amount:
        yield block("hamlets.head", "too_young", age, found=years, allowed=age.amount)
    yield from _each(facts, numbers["hamlets.head_conditions"].on(on), wanted=True)
    yield from _each(facts, numbers["hamlets.head_bars"].on(on), wanted=False)


def provisional_head(facts: Provisional, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that a head is elected within the months that a provisional head may serve."""
    dated = numbers["hamlets.election_months"].on(on)
    if facts.appointed is None:
        yield unknown("hamlets.provisional_head", "appointed", dated)
        return
    last = months_after(facts.appointed, dated.amount)
    if (facts.elected or on) > last:
        says = "late" if facts.elected else "overdue"
        yield warn("hamlets.provisional_head", says, dated, found=facts.elected or on, allowed=last)
    elif facts.elected is None:
        yield note("hamlets.provisional_head", "until", dated, found=on, allowed=last)


def term(facts: Term, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell when a head's term ends, and ask who may cut or extend it by how much."""
    years = numbers["hamlets.term_years"].on(on)
    if facts.began is None:
        yield unknown("hamlets.term", "began", years)
        return
    end = years_after(facts.began, years.amount)
    if facts.ends is None:
        yield note("hamlets.term", "ends_on", years, found=facts.began, allowed=end)
    elif facts.ends not in (end, end - timedelta(days=1)):  # papers name its last day or the day after
        yield from _changed(facts, facts.ends, end, on, numbers)


def _changed(facts: Term, ends: date, end: date, on: date, numbers: Numbers) -> Iterator[Finding]:
    change = numbers["hamlets.term_change"].on(on)
    if facts.reason is None:
        yield unknown("hamlets.term", "reason", change)
    elif facts.reason not in change.amount["causes"]:
        yield block("hamlets.term", "no_reason", change, found=ends, allowed=end)
    months = change.amount["months"]
    if months_after(end, -months) <= ends <= months_after(end, months):
        yield note("hamlets.term", "changed", change, found=ends, allowed=end)
    elif facts.decided_by is None:
        yield unknown("hamlets.term", "decided_by", change)
    elif facts.decided_by == "commune":
        yield block("hamlets.term", "for_province", change, found=ends, allowed=end, months=months)
    else:
        yield note("hamlets.term", "changed_by_province", change, found=ends, allowed=end, months=months)


def _each(facts: Candidate, dated: Dated, *, wanted: bool) -> Iterator[Finding]:
    for name in dated.amount:
        so = getattr(facts, name)
        if so is None:
            yield unknown("hamlets.head", name, dated)
        elif so is not wanted:
            yield block("hamlets.head", f"not_{name}" if wanted else name, dated, found=None, allowed=None)
