"""Disciplinary measures as facts: whose, in which form, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT

House: TypeAlias = Literal["state", "party"]
Form: TypeAlias = Literal[
    "reprimand", "warning", "salary_cut", "demotion", "removal", "forced_resignation",
    "dismissal", "expulsion", "dissolution",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure that was taken.

    :param effective: the day on which its decision took effect.
    :param annulled: the day on which it was annulled upon complaint; from then on it counts no more.
    :param in_effect: whether its term still runs on the day asked about; None is unknown.
    """

    __pydantic_config__: ClassVar = STRICT
    house: House
    form: Form
    effective: date
    annulled: date | None = None
    in_effect: bool | None = None

    def counts_on(self, day: date) -> bool:
        """Tell whether it has taken effect by a day and is not annulled."""
        return self.effective <= day and (self.annulled is None or day < self.annulled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disciplined:
    """A person with all measures taken against them, and what is to be done for them.

    :param is_member: whether they belong to the Party; a measure of the Party tells so by itself.
    """

    __pydantic_config__: ClassVar = STRICT
    asks: Literal["higher_appointment", "planning", "training", "rank_promotion"]
    measures: tuple[Measure, ...] | None = None
    is_member: bool | None = None
