"""A number, table or list of the law: what it is from which day, and where that is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook.words import Worded

# A Decimal or an int, a text, or lists and mappings of these; None is a repeal.
Amount: TypeAlias = Any


class NotInForce(Refused):
    vi = "{figure} chưa có hoặc không còn hiệu lực vào ngày {day}. Chọn một ngày trong thời gian có hiệu lực."
    en = "{figure} is not, or no longer, in force on {day}. Choose a day on which it is."


class Status(StrEnum):
    """Whether the figure was read in the text itself or in a portal or newspaper that quotes it."""

    VERIFIED = "verified"
    PROVISIONAL = "provisional"  # read in a secondary source only: to model with, not to enforce


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure is written: the key of a document, the place in it, and where it was read."""

    document: str
    article: str = ""
    read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """What another source says of the same figure; it is shown and not used."""

    amount: Amount
    source: Source
    status: Status
    note: Worded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a figure is from a day on; an amount of None repeals it."""

    figure: str
    since: date
    amount: Amount
    source: Source
    status: Status = Status.VERIFIED
    expected: bool = False  # planned, not yet certain
    note: Worded | None = None
    rivals: tuple[Rival, ...] = ()

    @property
    def provisional(self) -> bool:
        """Tell whether it was read in a secondary source only, or is merely planned."""
        return self.expected or self.status is Status.PROVISIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number, table or list of the law through time."""

    id: str
    title: Worded
    values: tuple[Dated, ...]  # newest first
    unit: Worded | None = None
    note: Worded | None = None
    reference: bool = False  # for reading only: no rule uses it

    def on(self, day: date) -> Dated:
        """Give what it is on a day.

        :raises NotInForce: before its first day, or after it was repealed.
        """
        for value in self.values:
            if value.since <= day:
                if value.amount is not None:
                    return value
                break
        raise NotInForce(figure=self.id, day=day)

    def in_force(self, day: date) -> bool:
        """Tell whether it has an amount on a day."""
        value = next((value for value in self.values if value.since <= day), None)
        return value is not None and value.amount is not None


Numbers: TypeAlias = Mapping[str, Figure]
