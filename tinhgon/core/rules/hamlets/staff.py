"""Part-time people of a hamlet or group: how many, which titles, the fund for their allowances, leaving."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, Step, Working, block, unknown
from tinhgon.core.rules.hamlets.standards import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """The part-time people of one hamlet or group, and their titles."""

    __pydantic_config__: ClassVar = STRICT
    people: int | None = None
    titles: tuple[Literal["head", "cell_secretary", "front_head", "other"], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funded:
    """What the fund of a hamlet or group depends on."""

    __pydantic_config__: ClassVar = STRICT
    kind: Kind
    households: int | None = None
    key_defence: bool | None = None
    border_or_island: bool | None = None
    hardship: bool | None = None
    base_salary: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """A part-time person who leaves because hamlets are rearranged.

    :param from_commune: whether they held a part-time post of the commune before.
    :param assigned: the day on which they were assigned to the hamlet.
    """

    __pydantic_config__: ClassVar = STRICT
    from_commune: bool | None = None
    assigned: date | None = None


def people(facts: Staff, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for no more people, and no other titles, than there may be."""
    most, titles = numbers["hamlets.most_people"].on(on), numbers["hamlets.titles"].on(on)
    if facts.people is None:
        yield unknown("hamlets.people", "people", most, allowed=most.amount)
    elif facts.people > most.amount:
        yield block("hamlets.people", "too_many", most, found=facts.people, allowed=most.amount)
    if facts.titles is None:
        yield unknown("hamlets.people", "titles", titles)
    elif other := sum(title not in titles.amount for title in facts.titles):
        yield block("hamlets.people", "other_title", titles, found=other, allowed=0)


def allowance_fund(facts: Funded, *, on: date, numbers: Numbers) -> Working:
    """Give the fund of a month, as a multiple of the base salary and in đồng.

    :raises NotInForce: the decree is not in force on that day.
    """
    higher, other = numbers["hamlets.fund_higher"].on(on), numbers["hamlets.fund_other"].on(on)
    large = None if facts.households is None else facts.households >= higher.amount[facts.kind]
    grounds = {name: getattr(facts, name) for name in higher.amount["places"][facts.kind]}
    met = [name for name, so in {"large": large, **grounds}.items() if so]
    told = {"households": facts.households, "asked": higher.amount[facts.kind]}
    if met:
        return _fund(facts, higher.amount["times"], Step(met[0], told, (higher,)))
    if large is None or None in grounds.values():
        bounds = {"low": other.amount["times"], "high": higher.amount["times"]}
        gives = {"times": None, "fund": None, "least_times": bounds["low"], "most_times": bounds["high"]}
        return Working(
            calculation="hamlets.allowance_fund", gives=gives, steps=(Step("open", bounds, (higher, other)),)
        )
    return _fund(facts, other.amount["times"], Step("usual", told, (other,)))


def _fund(facts: Funded, times: Decimal, why: Step) -> Working:
    fund = None if facts.base_salary is None else times * facts.base_salary
    says = "fund_unknown" if fund is None else "fund"
    told = {"times": times, "base_salary": facts.base_salary, "fund": fund}
    gives = {"times": times, "fund": fund, "least_times": times, "most_times": times}
    steps = (why, Step(says, told, why.cited))
    return Working(calculation="hamlets.allowance_fund", gives=gives, steps=steps)


def leaver(facts: Leaver, *, on: date, numbers: Numbers) -> Working:
    """Tell by whose policy somebody leaves: that of the commune's part-time people or the hamlet's.

    :raises NotInForce: the decree is not in force on that day.
    """
    moved, usual = numbers["hamlets.moved_from_commune"].on(on), numbers["hamlets.leaver_policy"].on(on)
    inside = None
    if facts.assigned is not None:
        inside = moved.amount["first_day"] <= facts.assigned < moved.amount["before_day"]
    if facts.from_commune is False or inside is False:
        policy, step = usual.amount, Step("hamlet", {}, (usual,))
    elif facts.from_commune is None or inside is None:
        policy, step = None, Step("open", {}, (moved, usual))
    else:
        policy, step = moved.amount["policy_of"], Step("commune", {"assigned": facts.assigned}, (moved,))
    return Working(calculation="hamlets.leaver", gives={"policy": policy}, steps=(step,))
