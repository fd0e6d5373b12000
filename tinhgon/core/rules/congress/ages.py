"""How long somebody must still have until retirement to stand at a congress."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import months_between
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown

RULE = "congress.age"
COMMITTEES = ("base_level", "upper", "commune", "province")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Somebody who stands for a committee, or for a post of the state or the Front.

    :param candidacy: for the first time, again, or again as a deputy secretary.
    :param retires: the day on which they retire by their birth month.
    :param front_congress: the day of the Front's own congress, from whose month the Front counts.
    """

    __pydantic_config__: ClassVar = STRICT
    level: Literal["base_level", "upper", "commune", "province", "state", "front"]
    candidacy: Literal["first_candidacy", "again", "deputy_again"]
    retires: date | None = None
    front_congress: date | None = None


def age(facts: Standing, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for enough months between the month that the level counts from and retirement."""
    least = numbers["congress.remaining_months"].on(on)
    months = numbers["congress.reference_months"].on(on)
    since = facts.front_congress if facts.level == "front" else months.amount[facts.level]
    if facts.candidacy != "first_candidacy" and facts.level not in COMMITTEES:
        yield note(RULE, "not_set", least)
    elif facts.retires is None:
        yield unknown(RULE, "retires", least, months)
    elif since is None:
        yield unknown(RULE, "front_congress", least, months)
    elif (left := months_between(since, facts.retires)) < (wanted := least.amount[_standing_as(facts)]):
        yield block(RULE, "too_short", least, months, found=left, allowed=wanted, since=since)


def _standing_as(facts: Standing) -> str:
    """Only a province's deputy secretary has a shorter time; elsewhere they stand like anybody again."""
    deputy = facts.candidacy == "deputy_again" and facts.level != "province"
    return "again" if deputy else facts.candidacy
