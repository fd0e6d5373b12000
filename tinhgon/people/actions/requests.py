"""Requests of people under the law on personal data: received, acknowledged, extended once, answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import yaml
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.access.refusals import NeedsAReason
from tinhgon.audit.codes import Act
from tinhgon.core.names import nfc
from tinhgon.core.reach import EDIT, PERSONAL, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.amending import held
from tinhgon.people.actions.recording import told
from tinhgon.people.clock import working_days_after
from tinhgon.people.models import SubjectRequest
from tinhgon.people.sections import DATA
from tinhgon.temporal.naming import whole


def receive(person: UUID, *, kind: str, on: date, by: User, reach: Reach) -> SubjectRequest:
    """Write a request down with the days by which it is due.

    :raises NoSuchPerson, Erased, OutOfReach: the file is not the user's to keep.
    """
    with whole(refusals.CONSTRAINTS):
        found = held(person)
        if not reach.may(EDIT, found.home_id, PERSONAL):
            raise refusals.OutOfReach
        made = SubjectRequest.objects.create(
            person=found, kind=kind, received_on=on, recorded_by=by, due_on=on + _period(kind),
            acknowledge_by=working_days_after(on, deadlines()["acknowledge_working_days"]),
        )  # fmt: skip
        told(Act.CHANGE, by, subject=person, unit=found.home_id, what=["request", kind])
    return made


def acknowledge(request: int, *, by: User, reach: Reach) -> None:
    """Write down that the person was told that the request has come.

    :raises NoSuchRequest: there is none that waits, within reach.
    """
    with whole(refusals.CONSTRAINTS):
        found = _open(request, reach)
        found.acknowledged_on = found.acknowledged_on or timezone.localdate()
        _save(found, "acknowledged", by)


def extend(request: int, *, why: str, by: User, reach: Reach) -> None:
    """Extend a request once, by its own length.

    :raises NoSuchRequest: there is none that waits, within reach.
    :raises ExtendedAlready, NeedsAReason: once is all there is, and it needs a reason.
    """
    with whole(refusals.CONSTRAINTS):
        found = _open(request, reach)
        if found.extended_why:
            raise refusals.ExtendedAlready
        if not why.strip():
            raise NeedsAReason
        found.extended_why, found.due_on = nfc(why), found.due_on + _period(found.kind)
        _save(found, "extended", by)


def answer(request: int, *, text: str, by: User, reach: Reach) -> None:
    """Close a request with what the person was answered.

    :raises NoSuchRequest: there is none that waits, within reach.
    :raises NeedsAnAnswer: nothing was answered.
    """
    with whole(refusals.CONSTRAINTS):
        found = _open(request, reach)
        found.done_on, found.answer = timezone.localdate(), nfc(text)
        _save(found, "answered", by)


@cache
def deadlines() -> Mapping[str, Any]:
    """Give the periods of the law, as declared in data."""
    table: Mapping[str, Any] = yaml.safe_load((DATA / "deadlines.yaml").read_text(encoding="utf-8"))
    return table


def _period(kind: str) -> timedelta:
    return timedelta(days=deadlines()["days"][kind])


def _open(request: int, reach: Reach) -> SubjectRequest:
    rows = SubjectRequest.objects.select_for_update(of=("self",)).select_related("person")
    found = rows.filter(pk=request, done_on__isnull=True).first()
    if found is None or not reach.may(EDIT, found.person.home_id, PERSONAL):
        raise refusals.NoSuchRequest
    return found


def _save(found: SubjectRequest, what: str, by: User) -> None:
    found.save()
    told(Act.CHANGE, by, subject=found.person_id, unit=found.person.home_id, what=["request", what])
