"""Committees of cells and Party organisations: when there is one, how large, how many are added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn

WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell before an election: its official members, the committee and the deputies that it wants."""

    __pydantic_config__: ClassVar = STRICT
    official: int | None = None
    committee: int = 0
    deputy_secretaries: int = 0


def cell_committee(facts: Cell, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the cell elects a committee, and hold its size and deputies to the most allowed."""
    since = numbers["bases.cell_committee_from"].on(on)
    if facts.official is None:
        yield unknown("bases.cell_committee", "official", since)
    elif facts.official < since.amount and facts.committee:
        yield block("bases.cell_committee", "too_small", since, found=facts.official, allowed=since.amount)
    elif facts.official >= since.amount and not facts.committee:
        yield warn("bases.cell_committee", "missing", since, found=facts.official, allowed=since.amount)
    if numbers["bases.cell_committee_most"].in_force(on):
        yield from _within(facts, on, numbers)


def _within(facts: Cell, on: date, numbers: Numbers) -> Iterator[Finding]:
    most = numbers["bases.cell_committee_most"].on(on)
    members, deputies = most.amount["members"], most.amount["deputy_secretaries"]
    if facts.committee > members:
        yield block("bases.cell_committee", "too_large", most, found=facts.committee, allowed=members)
    if facts.deputy_secretaries > deputies:
        yield block(
            "bases.cell_committee", "deputies", most, found=facts.deputy_secretaries, allowed=deputies
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCommittee:
    """A committee and the standing committee that it elects.

    :param new: formed anew in the terms for which a larger standing committee is allowed.
    """

    __pydantic_config__: ClassVar = STRICT
    level: Literal["base_level", "upper", "commune", "province"]
    committee: int | None = None
    standing: int | None = None
    new: bool = False


def standing(facts: PartyCommittee, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the standing committee to its share of the committee."""
    since = numbers["bases.standing_from"].on(on)
    if facts.committee is None:
        yield unknown("bases.standing", "committee", since)
    elif facts.standing is None:
        yield unknown("bases.standing", "standing", since)
    elif facts.level == "base_level" and facts.committee < since.amount and facts.standing:
        yield block("bases.standing", "too_small", since, found=facts.committee, allowed=since.amount)
    elif facts.level == "base_level" and facts.committee >= since.amount and not facts.standing:
        yield warn("bases.standing", "missing", since, found=facts.committee, allowed=since.amount)
    elif facts.level != "commune" and numbers["bases.standing_share"].in_force(on):
        yield from _shared(facts.committee, facts.standing, facts, on, numbers)


def _shared(
    committee: int, standing: int, facts: PartyCommittee, on: date, numbers: Numbers
) -> Iterator[Finding]:
    share = numbers["bases.standing_share"].on(on)
    most = committee // share.amount
    if standing <= most:
        return
    new = numbers["bases.standing_share_new"].on(on)
    below = -(-committee // new.amount)  # fewer than this is less than half
    if not (facts.new and facts.level == "province"):
        yield block("bases.standing", "too_large", share, found=standing, allowed=most)
    elif standing < below:
        yield note("bases.standing", "new_province", new, found=standing, allowed=below)
    else:
        yield block("bases.standing", "new_too_large", new, found=standing, allowed=below)


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Members whom the committee above adds beyond the number that the congress decided.

    :param consent: whether the Central Organisation Commission agreed in writing.
    """

    __pydantic_config__: ClassVar = STRICT
    level: Literal["base_level", "upper"]
    congress_number: int | None = None
    added: int = 0
    consent: bool = False


def additions(facts: Additions, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold additional members to a share of the number that the congress decided."""
    share = numbers["bases.additions"].on(on)
    if facts.congress_number is None:
        yield unknown("bases.additions", "congress_number", share)
        return
    most = facts.congress_number * share.amount[facts.level] // WHOLE
    if facts.added > most and facts.consent:
        yield note("bases.additions", "agreed", share, found=facts.added, allowed=most)
    elif facts.added > most:
        yield block("bases.additions", "too_many", share, found=facts.added, allowed=most)
