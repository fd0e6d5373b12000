"""Public service units: people to set one up, deputies of the unit and of its divisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.apparatus.facts import Body
from tinhgon.core.rules.apparatus.surplus import Transition
from tinhgon.core.rules.apparatus.tables import by_headcount


def service_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the deputies of a province's service unit against its headcount, by who pays for it."""
    rule, cap = "apparatus.service_deputies", numbers["apparatus.service_deputies"].on(on)
    if facts.kind == "service_unit":
        yield from _by_funding(rule, cap, facts, on, numbers)


def service_division_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the deputy heads of a service unit's division against its headcount, by who pays for the unit."""
    rule, cap = "apparatus.service_division_deputies", numbers["apparatus.service_division_deputies"].on(on)
    if facts.kind == "service_division":
        yield from _by_funding(rule, cap, facts, on, numbers)


def service_least_staff(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find a service unit with too few people, if sector law does not exempt it."""
    rule, least = "apparatus.service_least_staff", numbers["apparatus.service_least_staff"].on(on)
    if facts.kind != "service_unit":
        return
    if facts.headcount is None:
        yield unknown(rule, "headcount", least, allowed=least.amount)
    elif facts.headcount < least.amount:
        yield _short(rule, least, facts)


def _by_funding(rule: str, cap: Dated, facts: Body, on: date, numbers: Numbers) -> Iterator[Finding]:
    years = numbers["apparatus.service_surplus_years"]
    transition = Transition(years=years, merged_on=facts.merged_on, on=on)
    if facts.funding is None:
        yield unknown(rule, "funding", cap)
    elif facts.funding == "self_funded_all":
        yield note(rule, "by_scheme", cap, found=facts.deputy_heads)
    else:
        yield from by_headcount(rule, cap, cap.amount[facts.funding], facts, transition)


def _short(rule: str, least: Dated, facts: Body) -> Finding:
    if facts.essential_service is None:
        return unknown(rule, "essential_service", least, allowed=least.amount)
    if facts.essential_service:
        return note(rule, "exempt", least, found=facts.headcount, allowed=least.amount)
    weigh = block if facts.being_set_up else warn
    return weigh(rule, "too_few", least, found=facts.headcount, allowed=least.amount)


CHECKS = (service_deputies, service_division_deputies, service_least_staff)
