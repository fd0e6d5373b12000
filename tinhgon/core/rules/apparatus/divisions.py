"""Deputies inside a department (sở): its divisions, its inspectorate, its sub-departments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Finding, Numbers, unknown
from tinhgon.core.rules.apparatus.facts import Body
from tinhgon.core.rules.apparatus.surplus import Transition
from tinhgon.core.rules.apparatus.tables import by_headcount, by_number


def division_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the deputy heads of a division of a department against its headcount."""
    rule, cap = "apparatus.division_deputies", numbers["apparatus.division_deputies"].on(on)
    if facts.kind != "division":
        return
    table = cap.amount.get("every_province") or cap.amount.get(facts.province_type)
    if table is None:
        yield unknown(rule, "province_type", cap)
    else:
        yield from by_headcount(rule, cap, table, facts, _transition(facts, on, numbers))


def inspectorate_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the deputy chief inspectors of a department against its inspectorate's headcount."""
    rule, cap = "apparatus.inspectorate_deputies", numbers["apparatus.inspectorate_deputies"].on(on)
    if facts.kind == "inspectorate":
        yield from by_headcount(rule, cap, cap.amount, facts, None)


def sub_department_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the deputy heads of a sub-department against the number of its divisions."""
    rule, cap = "apparatus.sub_department_deputies", numbers["apparatus.sub_department_deputies"].on(on)
    if facts.kind == "sub_department":
        transition = _transition(facts, on, numbers)
        yield from by_number(rule, cap, cap.amount, facts, transition, "divisions", facts.divisions)


def _transition(facts: Body, on: date, numbers: Numbers) -> Transition:
    return Transition(years=numbers["apparatus.surplus_years"], merged_on=facts.merged_on, on=on)


CHECKS = (division_deputies, inspectorate_deputies, sub_department_deputies)
