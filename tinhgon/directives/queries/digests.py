"""What a user is reminded of: late and near tasks of the units he works for, and what he is to confirm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.directives.models import Digest
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.queries.statuses import with_status
from tinhgon.directives.statuses import Status

MOST = 100  # obligations that a digest points at


@dataclass(frozen=True, slots=True)
class Due:
    """How many there are of each, and the first of them."""

    overdue: int
    due_soon: int
    waiting: int
    obligations: tuple[UUID, ...]

    def __bool__(self) -> bool:
        return bool(self.overdue or self.due_soon or self.waiting)


def due_for(reach: Reach, *, on: date) -> Due:
    """Count what somebody is to be reminded of on a day: two statements."""
    found = with_status(visible(reach).filter(gathers=False), on).filter(_asked(reach)).order_by()
    late, near = Q(status=Status.OVERDUE), Q(status=Status.DUE_SOON)
    counted = found.aggregate(
        overdue=Count("pk", filter=late), due_soon=Count("pk", filter=near),
        waiting=Count("pk", filter=Q(status=Status.WAITING)),
    )  # fmt: skip
    first = (
        found.order_by("due_on", "pk").values_list("pk", flat=True)[:MOST] if any(counted.values()) else ()
    )
    return Due(**counted, obligations=tuple(first))


def digest_on(user: int, *, on: date) -> Digest | None:
    """Give a user's reminder of a day, if there was anything to be reminded of."""
    return Digest.objects.filter(user=user, on_day=on).first()


def pointed_at(digest: Digest, reach: Reach) -> QuerySet[Any]:
    """Give the obligations of a reminder that its user still sees, with their status on its day."""
    found = visible(reach).filter(pk__in=digest.obligations).select_related("directive")
    return with_status(found, digest.on_day).order_by("due_on", "pk")


def _asked(reach: Reach) -> Q:
    """Ask for what is late or near of his own and of the units he drafts for, and for what he may confirm."""
    running = Q(status__in=[Status.OVERDUE, Status.DUE_SOON])
    reported, units = Q(status=Status.WAITING), reach.units(INTERNAL, action=EDIT)
    if units is None:
        return running | reported
    own = Q(unit__in=units) | (Q(person=reach.person) if reach.person else Q(pk__in=[]))
    return running & own | reported & Q(assigner__in=units)
