"""Changes told to the national database: taken as a packet, then marked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.audit.codes import Act
from tinhgon.core.reach import EDIT, EXPORT, PERSONAL, SENSITIVE, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.recording import told, told_each
from tinhgon.people.models import Amendment
from tinhgon.people.queries.synchronising import packet
from tinhgon.temporal.naming import whole


def take_packet(unit: UUID, *, by: User | None, reach: Reach) -> dict[str, Any]:
    """Give a unit's packet and record that it was taken.

    :raises OutOfReach: the unit's files are not the user's to export.
    """
    if not reach.may(EXPORT, unit, PERSONAL):
        raise refusals.OutOfReach
    made = packet(unit, reach)
    classes = SENSITIVE if reach.may(EXPORT, unit, SENSITIVE) else PERSONAL
    told(Act.EXPORT, by, unit=unit, classes=classes, what=["synchronisation"], purpose="upkeep",
         count=len(made["people"]))  # fmt: skip
    told_each([UUID(one["person"]) for one in made["people"]], Act.EXPORT, by, classes=classes,
              what=["synchronisation"], purpose="upkeep")  # fmt: skip
    return made


def mark_synchronised(unit: UUID, *, up_to: int, by: User | None, reach: Reach) -> int:
    """Mark a unit's changes as told, up to the last that the packet held; count them.

    :raises OutOfReach: the unit's files are not the user's to keep.
    """
    if not reach.may(EDIT, unit, PERSONAL):
        raise refusals.OutOfReach
    with whole(refusals.CONSTRAINTS):
        rows = Amendment.objects.filter(person__home=unit, synchronised_at__isnull=True, id__lte=up_to)
        done = rows.update(synchronised_at=timezone.now())
        told(Act.CHANGE, by, unit=unit, what=["synchronisation"], count=done)
    return done
