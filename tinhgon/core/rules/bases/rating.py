"""The yearly rating of Party organisations: how many may be excellent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown

WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedBodies:
    """Similar bodies rated together.

    :param rated_good: those rated "hoàn thành tốt nhiệm vụ", the base of the cap; not all bodies.
    :param excellent: those to be rated "hoàn thành xuất sắc nhiệm vụ".
    :param outstanding: whether the higher cap for outstanding bodies was decided for them.
    """

    __pydantic_config__: ClassVar = STRICT
    rated_good: int | None = None
    excellent: int = 0
    outstanding: bool = False


def excellent_cap(facts: RatedBodies, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the excellent ones to a share of those rated good."""
    cap = numbers["bases.excellent_cap"].on(on)
    if facts.rated_good is None:
        yield unknown("bases.excellent_cap", "rated_good", cap)
        return
    percent = cap.amount["raised" if facts.outstanding else "usual"]
    most = facts.rated_good * percent // WHOLE
    if facts.excellent > most:
        base = {"rated_good": facts.rated_good, "percent": percent}
        yield block("bases.excellent_cap", "too_many", cap, found=facts.excellent, allowed=most, **base)
