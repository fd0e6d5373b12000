"""All those planned for one title, or for one team: how many, of which ages, how many women."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar, Literal

from tinhgon.core.days import full_years
from tinhgon.core.operations import STRICT
from tinhgon.core.partial import PartialDay
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.retirement import Aged
from tinhgon.core.values import Count

WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title of the plan, with how many are planned for it."""

    __pydantic_config__: ClassVar = STRICT
    planned_people: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Those who are planned for a committee or a leadership."""

    __pydantic_config__: ClassVar = STRICT
    planned: tuple[Aged, ...] | None = None
    tier: Literal["central", "province", "district"] | None = None


def people_a_title(facts: Title, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Count the people planned for one title.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, limit = "planning.people_a_title", numbers["planning.limits"].on(on)
    if facts.planned_people is None:
        yield unknown(rule, "planned_people", limit)
    elif facts.planned_people > limit.amount["planned_people"]:
        yield block(
            rule, "too_many", limit, found=facts.planned_people, allowed=limit.amount["planned_people"]
        )


def age_groups(facts: Team, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Count the age groups, each some years of birth after the one before; a plan should have several.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule = "planning.age_groups"
    aim, gap = numbers["planning.age_groups"].on(on), numbers["planning.age_gap"].on(on)
    if facts.planned is None or any(one.born is None for one in facts.planned):
        yield unknown(rule, "planned" if facts.planned is None else "born", aim, gap)
        return
    groups = _groups(sorted(one.born.year for one in facts.planned if one.born), gap.amount["years"])
    if facts.planned and groups < aim.amount["groups"]:
        yield note(rule, "too_few", aim, gap, found=groups, allowed=aim.amount["groups"])


def _groups(births: list[int], gap: int) -> int:
    groups, first = 0, None
    for year in births:
        if first is None or year - first >= gap:
            groups, first = groups + 1, year
    return groups


def shares(facts: Team, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the shares of young people and of women against the aims.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, aims = "planning.shares", numbers["planning.shares"].on(on)
    if facts.planned is None or facts.tier is None:
        yield unknown(rule, "planned" if facts.planned is None else "tier", aims)
    elif facts.planned:
        limit = aims.amount["young_under"][facts.tier]
        young = [_is_younger(one.born, limit, on) for one in facts.planned]
        women = [None if one.sex is None else one.sex == "female" for one in facts.planned]
        yield from _share("young", young, "born", aims)
        yield from _share("women", women, "sex", aims)


def _is_younger(born: PartialDay | None, years: int, on: date) -> bool | None:
    """Tell whether somebody is younger; None where the birth is known too vaguely to say."""
    if born is None:
        return None
    at_most, at_least = full_years(born.earliest, on), full_years(born.latest, on)
    return True if at_most < years else None if at_least < years else False


def _share(of: str, who: list[bool | None], fact: str, aims: Dated) -> Iterator[Finding]:
    if None in who:
        yield unknown("planning.shares", fact, aims)
        return
    percent, aim = Decimal(WHOLE * sum(map(bool, who))) / len(who), aims.amount[f"{of}_percent"]
    if percent < aim:
        shown = percent.quantize(Decimal("0.01"), ROUND_HALF_UP)
        yield warn("planning.shares", f"few_{of}", aims, found=shown, allowed=aim)
