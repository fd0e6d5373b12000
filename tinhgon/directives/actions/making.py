"""Rows of obligations made with what belongs to them: who cooperates, and that they were given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from tinhgon.directives.models import Act, Cooperator, Obligation

if TYPE_CHECKING:
    from tinhgon.access.models import User


def make(rows: Sequence[Obligation], kind: Act.Kind, by: User | None, *, reason: str = "") -> None:
    """Write obligations, wholes before their parts, each with the act that gave it."""
    Obligation.objects.bulk_create(rows)
    Act.objects.bulk_create(
        Act(obligation=one, kind=kind, by=by, reason=reason, unit_after_id=one.unit_id, due_after=one.due_on)
        for one in rows
    )


def let_cooperate(helpers: Mapping[UUID, Iterable[UUID]]) -> None:
    """Write which units help with which obligation; whoever bears it is none of them."""
    Cooperator.objects.bulk_create(
        Cooperator(obligation_id=of, unit_id=unit) for of, units in helpers.items() for unit in units
    )
