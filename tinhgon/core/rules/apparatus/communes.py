"""The communes of a province taken together: their bodies, and the deputy heads of their divisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Finding, Numbers, unknown, warn
from tinhgon.core.rules.apparatus.facts import Province
from tinhgon.core.rules.apparatus.provinces import by_type
from tinhgon.core.rules.apparatus.surplus import Transition, surplus


def commune_deputies(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the deputy heads of all communes' divisions against the average."""
    rule, cap = "apparatus.commune_deputies", numbers["apparatus.commune_deputies"].on(on)
    if facts.commune_deputies is None:
        yield unknown(rule, "commune_deputies", cap)
    elif facts.commune_divisions is None:
        yield unknown(rule, "commune_divisions", cap)
    else:
        years = numbers["apparatus.surplus_years"]
        transition = Transition(years=years, merged_on=facts.merged_on, on=on)
        found, allowed = facts.commune_deputies, facts.commune_divisions * cap.amount
        yield from surplus(rule, cap, transition, found=found, allowed=allowed, unexplained=warn)


def commune_bodies(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the bodies of all communes against the average a commune."""
    rule, cap = "apparatus.commune_bodies", numbers["apparatus.commune_bodies"].on(on)
    if facts.commune_bodies is None:
        yield unknown(rule, "commune_bodies", cap)
    elif facts.communes is None:
        yield unknown(rule, "communes", cap)
    elif facts.province_type is None:
        yield unknown(rule, "province_type", cap)
    elif facts.commune_bodies > (allowed := facts.communes * by_type(cap.amount, facts.province_type)):
        yield warn(rule, "too_many", cap, found=facts.commune_bodies, allowed=allowed)


CHECKS = (commune_deputies, commune_bodies)
