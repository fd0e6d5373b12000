"""What people propose, confirmed or returned item by item; a confirmation writes the entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.audit.codes import Act
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import EDIT, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.campaigns import days_of
from tinhgon.people.actions.entries import Item, contents, enter, mend
from tinhgon.people.actions.recording import told
from tinhgon.people.models import Entry, Proposal
from tinhgon.people.sealing import of_proposal
from tinhgon.people.sections import section
from tinhgon.people.values import Days
from tinhgon.temporal.naming import whole


def confirm(proposal: UUID, *, revision: int | None, by: User, reach: Reach) -> Entry:
    """Write what a person proposed; `revision` is that of the entry as the officer saw it.

    :raises NotProposed: it was decided already, or is out of reach.
    :raises NotOnesOwn: it is the officer's own.
    :raises OutOfReach: it changes a field that the officer may not.
    :raises ChangedMeanwhile, NoSuchEntry: the entry changed since the officer saw it, or is gone.
    :raises MalformedEntry, AlreadyThere, Erased: it cannot be written as things stand now.
    """
    with whole(refusals.CONSTRAINTS):
        found = _waiting(proposal, by, reach)
        wanted = opened(found)
        entry = (
            _mended(found, wanted, revision, by, reach) if found.entry else _entered(found, wanted, by, reach)
        )
        _decide(found, Proposal.State.CONFIRMED, "", by)
        told(Act.CONFIRM, by, subject=found.person_id, unit=found.person.home_id,
             classes=section(found.section).field_class, what=[found.section])  # fmt: skip
    return entry


def turn_down(proposal: UUID, *, answer: str, by: User, reach: Reach) -> None:
    """Return a proposal with an answer.

    :raises NotProposed, NotOnesOwn, OutOfReach: as for confirming.
    :raises NeedsAnAnswer: the person would not know why.
    """
    with whole(refusals.CONSTRAINTS):
        found = _waiting(proposal, by, reach)
        _decide(found, Proposal.State.RETURNED, answer.strip(), by)
        told(Act.REJECT, by, subject=found.person_id, unit=found.person.home_id, what=[found.section])


def opened(proposal: Proposal) -> dict[str, Any]:
    """Give what a proposal says: values of the open fields, and days."""
    value: dict[str, Any] = vault.open_sealed(proposal.person_id, of_proposal(proposal.id), proposal.sealed)
    return value


def _waiting(proposal: UUID, by: User, reach: Reach) -> Proposal:
    found = (
        Proposal.objects.select_for_update(of=("self",)).select_related("person").filter(pk=proposal).first()
    )
    if found is None or found.state != Proposal.State.PROPOSED:
        raise refusals.NotProposed
    if found.person_id == by.person_id:
        raise refusals.NotOnesOwn
    if not reach.may(EDIT, found.person.home_id, section(found.section).field_class):
        raise refusals.OutOfReach
    return found


def _mended(
    found: Proposal, wanted: Mapping[str, Any], revision: int | None, by: User, reach: Reach
) -> Entry:
    old = Entry.objects.select_for_update().filter(id__in=[found.entry], person=found.person_id).first()
    if old is None:
        raise refusals.NoSuchEntry
    before = contents(old)["values"]
    after = {**before, **wanted["values"]}
    _require_class(found, before, after, reach)
    days = read(wanted) if section(found.section).period else days_of(old)
    return mend(old.id, after, days=days, revision=revision or 0, by=by, reach=reach)


def _entered(found: Proposal, wanted: Mapping[str, Any], by: User, reach: Reach) -> Entry:
    _require_class(found, {}, wanted["values"], reach)
    item = Item(
        person=found.person_id, section=found.section, values=wanted["values"], days=read(wanted)
    )  # fmt: skip
    return enter(item, by=by, reach=reach)


def _require_class(
    found: Proposal, before: Mapping[str, Any], after: Mapping[str, Any], reach: Reach
) -> None:
    """Demand that the officer may change each field that changes: none is left out in silence.

    :raises OutOfReach: one of them is too guarded for the officer.
    """
    of = section(found.section)
    for name, value in after.items():
        field_class = of.field(name).field_class
        if value != before.get(name) and not reach.may(EDIT, found.person.home_id, field_class):
            raise refusals.OutOfReach


def read(wanted: Mapping[str, Any]) -> Days:
    """Give the days that a proposal says."""
    since, until = wanted.get("since"), wanted.get("until")
    return Days(PartialDay.parse(since) if since else None, PartialDay.parse(until) if until else None)


def _decide(found: Proposal, state: Proposal.State, answer: str, by: User) -> None:
    found.state, found.answer, found.decided_by, found.decided_at = state, answer, by, timezone.now()
    found.save(update_fields=["state", "answer", "decided_by", "decided_at"])
