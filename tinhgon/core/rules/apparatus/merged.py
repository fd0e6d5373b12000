"""After the rearrangement of 2025: how many people a merged unit has, and how long they keep their pay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.days import months_after
from tinhgon.core.rulebook import Finding, Numbers, Step, Working, block, unknown
from tinhgon.core.rules.apparatus.facts import Merged, Placed


def merged_staff(facts: Merged, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find more people in a merged unit than its parts had before."""
    rule, beyond = "apparatus.merged_staff", numbers["apparatus.merged_staff"].on(on)
    moved_in = facts.moved_in if facts.level == "commune" else 0
    if facts.staff_after is None:
        yield unknown(rule, "staff_after", beyond)
    elif facts.staff_before is None:
        yield unknown(rule, "staff_before", beyond)
    elif moved_in is None:
        yield unknown(rule, "moved_in", beyond)
    elif facts.staff_after - moved_in > (allowed := facts.staff_before + beyond.amount):
        yield block(rule, "too_many", beyond, found=facts.staff_after - moved_in, allowed=allowed)


def pay_kept(facts: Placed, *, on: date, numbers: Numbers) -> Working:
    """Calculate until when somebody placed in other work keeps salary and position allowance."""
    months = numbers["apparatus.pay_kept_months"].on(on)
    until = months_after(facts.placed_on, months.amount)
    told = {"placed_on": facts.placed_on, "months": months.amount, "until": until}
    return Working(
        calculation="apparatus.pay_kept", gives={"until": until}, steps=(Step("until", told, (months,)),)
    )


CHECKS = (merged_staff,)
