"""Time limits, in working days, after a congress and after an organisation is dissolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers
from tinhgon.core.rules.deadlines import Deadline, lateness


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseDeadline(Deadline):
    """A time limit of the work of Party organisations."""

    __pydantic_config__: ClassVar = STRICT
    act: Literal["congress_report", "congress_approval", "handover", "dissolution"]


def time_limit(facts: BaseDeadline, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Warn of an act that came after its time limit, or is open beyond it."""
    limit = numbers[f"bases.{facts.act}_days"].on(on)
    yield from lateness("bases.time_limit", facts, on, limit.amount, limit)
