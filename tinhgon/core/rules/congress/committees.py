"""Size of commune committees; shares of women and young members in the term 2020–2025."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, unknown, warn

WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneCommittee:
    """A commune's committee; `merged_units` counts the former units that it was made of, or is 1."""

    __pydantic_config__: ClassVar = STRICT
    merged_units: int | None = None
    members: int = 0
    standing: int | None = None
    deputy_secretaries: int = 0


def commune_committee(facts: CommuneCommittee, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a commune's committee, standing committee and deputy secretaries to their sizes."""
    size = numbers["congress.commune_committee"].on(on)
    leaders = numbers["congress.commune_leaders"].on(on)
    if facts.merged_units is None:
        yield unknown("congress.commune_committee", "merged_units", size)
    else:
        most = size.amount["many" if facts.merged_units >= size.amount["many_from"] else "few"]
        if facts.members > most:
            yield block("congress.commune_committee", "too_many", size, found=facts.members, allowed=most)
    yield from _leaders(facts, leaders)


def _leaders(facts: CommuneCommittee, leaders: Dated) -> Iterator[Finding]:
    rule, table = "congress.commune_committee", leaders.amount
    if facts.standing is None:
        yield unknown(rule, "standing", leaders)
    elif facts.standing < table["standing_least"]:
        yield warn(rule, "standing_few", leaders, found=facts.standing, allowed=table["standing_least"])
    elif facts.standing > table["standing_most"]:
        yield block(rule, "standing_many", leaders, found=facts.standing, allowed=table["standing_most"])
    if facts.deputy_secretaries > table["deputy_secretaries"]:
        yield block(
            rule, "deputies", leaders, found=facts.deputy_secretaries, allowed=table["deputy_secretaries"]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A committee by its members' ages, and how many of them are women."""

    __pydantic_config__: ClassVar = STRICT
    ages: tuple[int, ...] | None = None
    women: int | None = None


def composition(facts: Composition, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold women and young members against the shares of the term 2020–2025."""
    shares = numbers["congress.composition"].on(on)
    if facts.ages is None:
        yield unknown("congress.composition", "ages", shares)
        return
    young = sum(one < shares.amount["young_below"] for one in facts.ages)
    yield from _share("young", young, len(facts.ages), shares)
    if facts.women is None:
        yield unknown("congress.composition", "women", shares)
    else:
        yield from _share("women", facts.women, len(facts.ages), shares)


def _share(name: str, number: int, whole: int, shares: Dated) -> Iterator[Finding]:
    least = -(-whole * shares.amount[name] // WHOLE)  # rounded up: so many reach the percentage
    if number < least:
        yield warn("congress.composition", name, shares, found=number, allowed=least)
