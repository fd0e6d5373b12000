"""Deputies by a table: so many people or inner organisations, so many deputies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tinhgon.core.rulebook import Dated, Finding, allowed_at, note, unknown
from tinhgon.core.rules.apparatus.facts import Body
from tinhgon.core.rules.apparatus.surplus import Transition, surplus


def by_headcount(
    rule: str, cap: Dated, table: Mapping[str, Any], facts: Body, transition: Transition | None
) -> Iterator[Finding]:
    """Hold the deputies of a body against the table for its headcount."""
    return by_number(rule, cap, table, facts, transition, "headcount", facts.headcount)


def by_number(
    rule: str,
    cap: Dated,
    table: Mapping[str, Any],
    facts: Body,
    transition: Transition | None,
    counted: str,
    number: int | None,
) -> Iterator[Finding]:
    """Hold the deputies of a body against a table `{least, bands}`; outside of it there is only a note."""
    if facts.deputy_heads is None:
        yield unknown(rule, "deputy_heads", cap)
    elif number is None:
        yield unknown(rule, counted, cap)
    elif (allowed := _allowed(table, number)) is not None:
        yield from surplus(rule, cap, transition, found=facts.deputy_heads, allowed=allowed)
    elif facts.deputy_heads:
        yield note(rule, "no_figure", cap, found=facts.deputy_heads, number=number)


def _allowed(table: Mapping[str, Any], number: int) -> int | None:
    return None if number < table.get("least", number) else allowed_at(table["bands"], number)
