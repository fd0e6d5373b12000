"""Divisions of a ministry's departments (cục) and of their sub-departments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Finding, Numbers
from tinhgon.core.rules.apparatus.facts import Body
from tinhgon.core.rules.apparatus.staffing import short
from tinhgon.core.rules.apparatus.tables import by_headcount


def ministry_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the deputy heads of a ministry's division against its headcount."""
    rule, cap = "apparatus.ministry_deputies", numbers["apparatus.ministry_deputies"].on(on)
    if facts.kind in cap.amount:
        yield from by_headcount(rule, cap, cap.amount[facts.kind], facts, None)


def ministry_least_staff(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find a ministry's division with fewer posts than one needs to be set up."""
    rule, least = "apparatus.ministry_least_staff", numbers["apparatus.ministry_least_staff"].on(on)
    if facts.kind in least.amount:
        yield from short(rule, least, facts, least.amount[facts.kind])


CHECKS = (ministry_deputies, ministry_least_staff)
