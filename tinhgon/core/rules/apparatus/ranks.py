"""Deputies compared: with the body above, and with bodies of the same level."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Dated, Finding, Numbers, unknown
from tinhgon.core.rules.apparatus.facts import Body
from tinhgon.core.rules.apparatus.surplus import Transition, surplus

INNER = {"division", "office", "inspectorate", "sub_department", "sub_department_division"}


def superior_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find more deputies inside a department than the body directly above has."""
    rule, beyond = "apparatus.superior_deputies", numbers["apparatus.deputies_beyond"].on(on)
    if facts.kind in INNER:
        limit = ("superior_deputies", facts.superior_deputies, beyond.amount["over_superior"])
        yield from _compared(rule, beyond, facts, limit, on, numbers)


def peer_deputies(facts: Body, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find a sub-department without divisions that has more deputies than those with divisions."""
    rule, beyond = "apparatus.peer_deputies", numbers["apparatus.deputies_beyond"].on(on)
    if facts.kind != "sub_department" or facts.divisions:
        return
    if facts.divisions is None:
        yield unknown(rule, "divisions", beyond)
    else:
        limit = ("peer_deputies", facts.peer_deputies, beyond.amount["over_peer"])
        yield from _compared(rule, beyond, facts, limit, on, numbers)


def _compared(
    rule: str, beyond: Dated, facts: Body, limit: tuple[str, int | None, int], on: date, numbers: Numbers
) -> Iterator[Finding]:
    name, other, more = limit
    if facts.deputy_heads is None:
        yield unknown(rule, "deputy_heads", beyond)
    elif other is None:
        yield unknown(rule, name, beyond)
    else:
        years = numbers["apparatus.surplus_years"]
        transition = Transition(years=years, merged_on=facts.merged_on, on=on)
        yield from surplus(rule, beyond, transition, found=facts.deputy_heads, allowed=other + more)


CHECKS = (superior_deputies, peer_deputies)
