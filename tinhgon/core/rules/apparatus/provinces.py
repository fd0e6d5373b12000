"""The totals of a province: departments and their deputy directors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tinhgon.core.rulebook import Dated, Finding, Numbers, allowed_at, block, unknown, warn
from tinhgon.core.rules.apparatus.facts import Province
from tinhgon.core.rules.apparatus.surplus import Transition, surplus


def departments(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find more departments than a province may have, or fewer than every province has."""
    rule, cap = "apparatus.departments", numbers["apparatus.departments"].on(on)
    if facts.departments is None:
        yield unknown(rule, "departments", cap)
    elif facts.province_type is None:
        yield unknown(rule, "province_type", cap)
    else:
        most, least = by_type(cap.amount["at_most"], facts.province_type), cap.amount["common"]
        if facts.departments > most:
            yield block(rule, "too_many", cap, found=facts.departments, allowed=most)
        elif facts.departments < least:
            yield warn(rule, "too_few", cap, found=facts.departments, allowed=least)


def department_deputies(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold all deputy directors of a province against the average, with what its merger adds."""
    rule, cap = "apparatus.department_deputies", numbers["apparatus.department_deputies"].on(on)
    if (fact := _unstated(facts, cap)) is not None:
        yield unknown(rule, fact, cap)
    elif facts.department_deputies is not None:
        years = numbers["apparatus.surplus_years"]
        transition = Transition(years=years, merged_on=facts.merged_on, on=on)
        allowed = _all_deputies(facts, cap)
        found = facts.department_deputies
        yield from surplus(rule, cap, transition, found=found, allowed=allowed, unexplained=warn)


def by_type(table: Mapping[str, Any], province_type: str) -> Any:
    """Give what a table holds for Hà Nội and TP. Hồ Chí Minh, or for all others."""
    return table.get(province_type, table["other_province"])


def _unstated(facts: Province, cap: Dated) -> str | None:
    names = ["department_deputies", "departments", "province_type", "merged_from"]
    if facts.merged_from is not None and allowed_at(cap.amount["per_joined"], facts.merged_from):
        names.append("joined_departments")
    return next((name for name in names if getattr(facts, name) is None), None)


def _all_deputies(facts: Province, cap: Dated) -> int:
    joined = allowed_at(cap.amount["per_joined"], facts.merged_from) * (facts.joined_departments or 0)
    in_total = by_type(cap.amount["per_city"], facts.province_type or "")
    return int(cap.amount["per_department"] * facts.departments + joined + in_total)


CHECKS = (departments, department_deputies)
