"""What must be before a measure: a hearing and a decision; and who is not disciplined yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import months_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """Whether the member or organisation was heard, and whether a decision was announced; None is unknown."""

    __pydantic_config__: ClassVar = STRICT
    heard: bool | None = None
    announced: bool | None = None


def due_process(facts: Process, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask, for discipline of the Party, that the accused was heard and a decision announced."""
    needed = numbers["discipline.due_process"].on(on)
    for name in needed.amount:
        there = getattr(facts, name)
        if there is None:
            yield unknown("discipline.due_process", name, needed)
        elif not there:
            yield block("discipline.due_process", f"not_{name}", needed, found=False, allowed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What puts discipline of an official off, on the day asked about.

    :param child_born: birth of the child whom a mother (or a father in her place) raises.
    """

    __pydantic_config__: ClassVar = STRICT
    ill: bool = False
    pregnant: bool = False
    under_prosecution: bool = False
    child_born: date | None = None


def deferral(facts: Circumstances, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Refuse discipline for now on serious illness, pregnancy, a small child or prosecution."""
    table = numbers["discipline.deferral"].on(on)
    for name in table.amount["deferring"]:
        if getattr(facts, name):
            yield block("discipline.deferral", name, table, found=True, allowed=False)
    if facts.child_born and on < (first := months_after(facts.child_born, table.amount["child_months"])):
        yield block("discipline.deferral", "child", table, found=on, allowed=first)
