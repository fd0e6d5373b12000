"""Temporary residents of under six months, converted into residents (Appendix, 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Numbers, Step, Working
from tinhgon.core.rules.classification.scoring import WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stays:
    """Guests who came to stay for a while: how many stays, of how many days on average."""

    __pydantic_config__: ClassVar = STRICT
    stays: int
    average_days: Decimal
    permanent_population: int | None = None


def converted_residents(facts: Stays, *, on: date, numbers: Numbers) -> Working:
    """Convert stays into residents, and into per cent of the permanent residents.

    :raises NotInForce: the decree is not in force on that day.
    """
    dated = numbers["classification.converted_residents"].on(on)
    residents = dated.amount["factor"] * facts.stays * facts.average_days / dated.amount["year_days"]
    steps = [Step("residents", {"residents": _short(residents), **dated.amount}, (dated,))]
    percent = _short(residents * WHOLE / facts.permanent_population) if facts.permanent_population else None
    steps.append(
        Step("percent" if percent is not None else "percent_unknown", {"percent": percent}, (dated,))
    )
    gives = {"residents": _short(residents), "percent": percent}
    return Working(calculation="classification.converted_residents", gives=gives, steps=tuple(steps))


def _short(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)
