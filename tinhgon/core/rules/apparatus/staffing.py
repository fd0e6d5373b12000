"""People that a body of a department needs before it may be set up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Dated, Finding, Numbers, block, unknown, warn
from tinhgon.core.rules.apparatus.facts import Body

BY_PROVINCE = {"division", "office"}  # an office is held against what a division needs


def least_staff(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find a division, office or sub-department with fewer posts than one needs to be set up."""
    rule, least = "apparatus.least_staff", numbers["apparatus.least_staff"].on(on)
    by_type = least.amount["division"]
    if facts.kind in BY_PROVINCE and facts.province_type not in by_type:
        yield unknown(rule, "province_type", least)
    elif facts.kind in BY_PROVINCE:
        yield from short(rule, least, facts, by_type[facts.province_type])
    elif facts.kind in least.amount:
        yield from short(rule, least, facts, least.amount[facts.kind])


def short(rule: str, least: Dated, facts: Body, allowed: int) -> Iterator[Finding]:
    """Find fewer posts than are needed: it stops a body being set up, and warns of one that is there."""
    if facts.headcount is None:
        yield unknown(rule, "headcount", least, allowed=allowed)
    elif facts.headcount < allowed:
        weigh = block if facts.being_set_up else warn
        yield weigh(rule, "too_few", least, found=facts.headcount, allowed=allowed)


CHECKS = (least_staff,)
