"""Whether points and conditions carry the grade that was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tinhgon.core.rulebook import Dated, Finding, Numbers, block, unknown
from tinhgon.core.rules.evaluation.facts import Review

ID = "evaluation.grade"


def grade(facts: Review, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find what a grade given lacks: points, or one of its conditions."""
    conditions = numbers[f"evaluation.{facts.system}_conditions"].on(on)
    if facts.grade is None:
        yield unknown(ID, "grade", conditions)
        return
    if facts.grade == "failed":
        return
    if f"evaluation.{facts.system}_points" in numbers:
        yield from _points(facts, facts.grade, numbers[f"evaluation.{facts.system}_points"].on(on))
    for one in conditions.amount:
        if facts.grade in one["grades"] and facts.subject in one["subjects"]:
            yield from _condition(facts, one, conditions)


def _points(facts: Review, given: str, points: Dated) -> Iterator[Finding]:
    least = points.amount[given]
    if facts.points is None:
        yield unknown(ID, "points", points, allowed=least)
    elif facts.points < least:
        yield block(ID, "points", points, found=facts.points, allowed=least)


def _condition(facts: Review, one: Mapping[str, Any], conditions: Dated) -> Iterator[Finding]:
    """Hold one fact against its limit; yes counts as one, no as nought."""
    name = one["fact"]
    found = getattr(facts, name)
    allowed = one["at_least"] if "at_least" in one else one["at_most"]
    if found is None:
        yield unknown(ID, name, conditions, allowed=allowed)
    elif found < allowed if "at_least" in one else found > allowed:
        yield block(ID, name, conditions, found=found, allowed=allowed)
