"""An obligation as the board, lists and fragments show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from tinhgon.directives.models import Obligation
from tinhgon.directives.pages import words
from tinhgon.directives.queries.names import names_of
from tinhgon.directives.statuses import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An obligation in words."""

    one: Obligation
    url: str
    unit: str
    assigner: str
    status: Status
    days: str
    beside: str  # the same, where the status stands beside it
    late: int
    parts: tuple[int, int] | None

    @property
    def is_overdue(self) -> bool:
        """Tell whether it is overdue."""
        return self.status == Status.OVERDUE

    @property
    def look(self) -> words.Look:
        """How its status is shown."""
        return words.LOOKS[self.status]

    @property
    def gathers(self) -> bool:
        """Tell whether it only holds its parts together: nobody does it, so it has no status to show."""
        return self.one.gathers

    @property
    def weight(self) -> str:
        """Its weight, where it is not the usual one."""
        return words.weight_said(self.one.weight)

    @property
    def every(self) -> Any:
        """How often it returns."""
        return words.EVERY.get(self.one.every, "")

    @property
    def target(self) -> str:
        """What figure is asked."""
        return words.target_said(self.one)


def cards_of(
    found: Iterable[Any], *, today: date, parts: Mapping[UUID, tuple[int, int]] | None = None
) -> list[Card]:
    """Word obligations that have their status with them: one statement names all their units."""
    shown = list(found)
    names = names_of((unit for one in shown for unit in (one.unit_id, one.assigner_id)), on=today)
    return [_card(one, names, (parts or {}).get(one.pk), today) for one in shown]


def _card(one: Any, names: Mapping[UUID, str], parts: tuple[int, int] | None, today: date) -> Card:
    status, late = Status(one.status), one.late_by
    return Card(
        one=one, url=reverse("directives:obligation", args=[one.pk]), unit=names.get(one.unit_id, ""),
        assigner=names.get(one.assigner_id, ""), status=status, late=late, parts=parts,
        days=words.days_said(one, late, today=today),
        beside=words.beside_status(one, status, late, today=today),
    )  # fmt: skip
