"""How large a hamlet or residential group must be, where each is organised, and who decides on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn

Kind: TypeAlias = Literal["hamlet", "group"]
UnitKind: TypeAlias = Literal["commune", "ward", "zone"]
Region: TypeAlias = Literal[
    "hanoi_hcmc",
    "northern_mountains",
    "red_river_delta",
    "north_central",
    "south_central_highlands",
    "southeast",
    "mekong_delta",
]
Feature: TypeAlias = Literal[
    "none", "mountain", "minority", "hardship", "divided", "border", "island", "clearance", "islet"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hamlet:
    """A hamlet (thôn, ấp…) or residential group (tổ dân phố, khu vực…).

    :param feature: the feature for which it may have fewer households; "none" where it has none.
    :param existing: whether it stands already; else it is to be founded or rearranged.
    :param ward_from_commune: whether it lies in a ward that is formed of a commune.
    """

    __pydantic_config__: ClassVar = STRICT
    kind: Kind
    economic_region: Region | None = None
    households: int | None = None
    feature: Feature | None = None
    existing: bool = False
    ward_from_commune: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a hamlet or group is organised; `council_decided` where the council chose that kind of name."""

    __pydantic_config__: ClassVar = STRICT
    unit: UnitKind
    kind: Kind
    council_decided: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who founds, rearranges, dissolves or names; `local_government` is asked of special zones."""

    __pydantic_config__: ClassVar = STRICT
    unit: UnitKind
    local_government: bool | None = None
    decided_by: Literal["commune_council", "zone_committee", "other"] | None = None


def households(facts: Hamlet, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the least number of households, with what may have fewer."""
    dated = numbers["hamlets.households"].on(on)
    if facts.economic_region is None:
        yield unknown("hamlets.households", "economic_region", dated)
        return
    least = dated.amount[facts.economic_region][facts.kind]
    if facts.households is None:
        yield unknown("hamlets.households", "households", dated, allowed=least)
    elif facts.households < least:
        yield _too_few(facts, facts.households, least, on, numbers)


def _too_few(facts: Hamlet, found: int, least: int, on: date, numbers: Numbers) -> Finding:
    dated, features = numbers["hamlets.households"].on(on), numbers["hamlets.special_features"].on(on)
    wards = numbers["hamlets.ward_from_commune"].on(on)
    rule = "hamlets.households"
    if facts.feature is None:
        return unknown(rule, "feature", dated, features, allowed=least)
    if facts.feature in features.amount[facts.kind]:
        return note(rule, "fewer_allowed", dated, features, found=found, allowed=least)
    if facts.ward_from_commune and facts.kind == wards.amount:
        return warn(rule, "plan_asked", dated, wards, found=found, allowed=least)
    if facts.existing:
        return warn(rule, "to_rearrange", dated, found=found, allowed=least)
    return block(rule, "too_few", dated, found=found, allowed=least)


def kind(facts: Place, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for hamlets in communes and groups in wards, unless the council decided otherwise."""
    kinds, other = numbers["hamlets.kinds"].on(on), numbers["hamlets.other_kind"].on(on)
    if facts.kind in kinds.amount[facts.unit]:
        return
    if facts.council_decided is None:
        yield unknown("hamlets.kind", "council_decided", kinds, other)
    elif facts.council_decided:
        yield note("hamlets.kind", "by_council", other)
    else:
        yield block("hamlets.kind", f"{facts.kind}_in_{facts.unit}", kinds, found=None, allowed=None)


def decider(facts: Act, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that the one who is competent decides."""
    dated = numbers["hamlets.decider"].on(on)
    governed = facts.local_government if facts.unit == "zone" else True
    if governed is None:
        yield unknown("hamlets.decider", "local_government", dated)
    elif facts.decided_by is None:
        yield unknown("hamlets.decider", "decided_by", dated)
    elif facts.decided_by != (asked := dated.amount["governed" if governed else "not_governed"]):
        yield block("hamlets.decider", f"not_{asked}", dated, found=facts.decided_by, allowed=asked)
