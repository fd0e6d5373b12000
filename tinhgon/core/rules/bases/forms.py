"""Which form a Party organisation takes by the number of its members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBase:
    """A base organisation, or a cell or sub-committee under one.

    :param official: its official members.
    :param members: all its members, those on probation too.
    :param consent: whether the committee directly above agreed to an exception.
    """

    __pydantic_config__: ClassVar = STRICT
    kind: Literal["base_cell", "base_committee", "cell", "sub_committee"]
    official: int | None = None
    members: int | None = None
    consent: bool = False


def form(facts: PartyBase, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for enough official members, and for the form that the number of members calls for."""
    least = numbers["bases.least_official"].on(on)
    split = numbers["bases.committee_from"].on(on)
    if facts.official is None:
        yield unknown("bases.form", "official", least)
    elif facts.official < least.amount:
        yield block("bases.form", "too_few", least, found=facts.official, allowed=least.amount)
    if facts.members is None:
        yield unknown("bases.form", "members", split)
    else:
        yield from _fitting(facts, facts.members, split)


def _fitting(facts: PartyBase, members: int, split: Dated) -> Iterator[Finding]:
    if facts.kind == "base_cell" and members >= split.amount:
        yield warn("bases.form", "cell_too_large", split, found=members, allowed=split.amount)
    elif facts.kind == "base_committee" and members < split.amount:
        yield _exception("small_committee", facts, members, split)
    elif facts.kind == "cell" and members > split.amount:
        yield _exception("large_cell", facts, members, split)
    elif facts.kind == "sub_committee":
        yield _exception("sub_committee", facts, members, split)


def _exception(says: str, facts: PartyBase, members: int, split: Dated) -> Finding:
    """Tell an exception that the committee above agreed to; warn of one that it did not."""
    if facts.consent:
        return note("bases.form", f"{says}_agreed", split, found=members, allowed=split.amount)
    return warn("bases.form", says, split, found=members, allowed=split.amount)
