"""Powers of the level above that some base organisations may have, and their full-time staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, allowed_at, block, note, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialBase:
    """A Party organisation in an agency, enterprise or service unit.

    :param place: where it lies; organisations of provincial agencies need fewer members.
    :param good_years: consecutive years rated good or better.
    :param special: whether the Secretariat decided a special case.
    """

    __pydantic_config__: ClassVar = STRICT
    members: int | None = None
    place: Literal["provincial_agency", "elsewhere"] = "elsewhere"
    good_years: int | None = None
    special: bool = False


def upper_level(facts: SpecialBase, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the members that a Party committee above the base needs where it is not administrative."""
    least = numbers["bases.upper_level"].on(on)
    if facts.members is None:
        yield unknown("bases.upper_level", "members", least)
    elif facts.members < least.amount:
        yield block("bases.upper_level", "too_few", least, found=facts.members, allowed=least.amount)


def delegated_powers(facts: SpecialBase, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the members that a base committee with powers of the level above needs."""
    table = numbers["bases.delegated_powers"].on(on)
    least = table.amount[facts.place]
    if facts.members is None:
        yield unknown("bases.delegated_powers", "members", table)
    elif facts.members < least and facts.special:
        yield note("bases.delegated_powers", "special", table, found=facts.members, allowed=least)
    elif facts.members < least:
        yield block("bases.delegated_powers", "too_few", table, found=facts.members, allowed=least)


def admission_powers(facts: SpecialBase, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the members and good years before a base committee may admit and expel by itself."""
    table = numbers["bases.admission_powers"].on(on)
    above, years = table.amount["members_above"], table.amount["good_years"]
    if facts.members is None:
        yield unknown("bases.admission_powers", "members", table)
    elif facts.members <= above:
        yield block("bases.admission_powers", "too_few", table, found=facts.members, allowed=above)
    if facts.good_years is None:
        yield unknown("bases.admission_powers", "good_years", table)
    elif facts.good_years < years:
        yield block("bases.admission_powers", "too_short", table, found=facts.good_years, allowed=years)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStaff:
    """Full-time Party staff of an organisation in an agency or public service unit.

    :param self_governing: whether it is of a self-governing service unit, which sets the number by itself.
    """

    __pydantic_config__: ClassVar = STRICT
    level: Literal["base_level", "upper", "delegated"]
    members: int | None = None
    full_time: int | None = None
    self_governing: bool = False


def full_time_staff(facts: PartyStaff, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold full-time Party staff to what the level and the number of members allow."""
    table = numbers["bases.full_time_staff"].on(on)
    for missing in ("members", "full_time"):
        if getattr(facts, missing) is None:
            yield unknown("bases.full_time_staff", missing, table)
            return
    yield from _staffed(facts, facts.members or 0, facts.full_time or 0, table)


def _staffed(facts: PartyStaff, members: int, staff: int, table: Dated) -> Iterator[Finding]:
    limits, level, rule = table.amount, facts.level, "bases.full_time_staff"
    if level == "base_level" and members < limits["base_from"] and staff:
        yield block(rule, "too_small", table, found=members, allowed=limits["base_from"])
    elif level == "upper" and staff > limits["upper_most"] and facts.self_governing:
        yield note(rule, "self_governing", table, found=staff, allowed=limits["upper_most"])
    elif level == "upper" and staff > limits["upper_most"]:
        yield block(rule, "too_many", table, found=staff, allowed=limits["upper_most"])
    elif level == "delegated" and staff < (least := allowed_at(limits["delegated_least"], members)):
        yield block(rule, "too_few", table, found=staff, allowed=least)
