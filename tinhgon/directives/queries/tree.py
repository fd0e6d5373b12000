"""The cascade of a directive: what it obliges, into which parts that was divided, how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from tinhgon.directives import statuses
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.board import shown
from tinhgon.directives.queries.statuses import with_status
from tinhgon.directives.statuses import Status


@dataclass(slots=True)
class Branch:
    """An obligation among those of its directive: only what progress needs."""

    pk: UUID
    parent: UUID | None
    weight: Decimal
    status: Status
    gathers: bool
    parts: list[Branch] = field(default_factory=list)

    @property
    def share(self) -> Decimal:
        """What of it is done, from 0 to 1: that of its parts by their weights, its own where it has none."""
        if self.status in statuses.FINISHED:
            return Decimal(1)
        return share_of(self.parts)

    @property
    def is_overdue(self) -> bool:
        """Tell whether it is late itself; what only gathers parts is not."""
        return self.status == Status.OVERDUE and not self.gathers

    @property
    def late(self) -> int:
        """Count what is overdue in it, itself included."""
        return self.is_overdue + sum(one.late for one in self.parts)


def share_of(parts: Iterable[Branch]) -> Decimal:
    """Give what of several is done, by their weights; what was given up weighs nothing."""
    counted = [one for one in parts if one.status != Status.CANCELLED]
    whole = sum((one.weight for one in counted), Decimal(0))
    return sum((one.weight * one.share for one in counted), Decimal(0)) / whole if whole else Decimal(0)


def branches(found: QuerySet[Obligation], directive: UUID, *, today: date) -> dict[UUID, Branch]:
    """Give the obligations of a directive, each with its parts: one statement."""
    with_it: Any = with_status(found.filter(directive=directive), today)
    rows = with_it.order_by("start", "due_on", "pk")
    made = {
        pk: Branch(pk, parent, weight, Status(status), gathers)
        for pk, parent, weight, status, gathers in rows.values_list(
            "pk", "parent", "weight", "status", "gathers"
        )
    }
    for one in made.values():
        if one.parent in made:
            made[one.parent].parts.append(one)
    return made


def tops(made: dict[UUID, Branch]) -> list[Branch]:
    """Give those that are no part of another in sight."""
    return [one for one in made.values() if one.parent not in made]


def read(keys: Iterable[UUID], *, today: date) -> list[Obligation]:
    """Read some obligations as the tree shows them, in the order of their places in the directive."""
    found = shown(Obligation.objects.filter(pk__in=list(keys)), today=today)
    return list(found.order_by("start", "due_on", "pk"))


def directives(found: QuerySet[Obligation], *, today: date) -> QuerySet[Obligation, Any]:
    """Count the obligations of each directive: all, done, overdue; the one due next first."""
    running = Q(state=statuses.OPEN)
    return (
        found.exclude(state=statuses.CANCELLED)
        .order_by()
        .values("directive", "directive__number", "directive__abstract", "directive__issuer",
                "directive__issued_on")
        .annotate(
            of=Count("pk"), done=Count("pk", filter=Q(state=statuses.DONE)),
            late=Count("pk", filter=running & Q(due_on__lt=today)),
            coming=Min("due_on", filter=running & Q(due_on__gte=today)),
        )
        .order_by("-late", "-directive__issued_on", "directive")
    )  # fmt: skip
