"""A document's end: another one replaces or abolishes it, and a person says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from tinhgon.audit.actions import record
from tinhgon.audit.codes import Act
from tinhgon.core.reach import EDIT, Reach
from tinhgon.documents.models import Document
from tinhgon.documents.queries.registry import document_within
from tinhgon.documents.refusals import (
    CONSTRAINTS,
    AlreadyEnded,
    EndsItself,
    EndsTooEarly,
    MayNotTakeIn,
    NotRegistered,
)
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User


def end(pk: UUID, *, by_document: UUID, on: date | None, by: User | None, reach: Reach) -> Document:
    """Have a document end by another; without a day it ends when that one begins.

    :raises MayNotTakeIn: whoever asks may not keep documents for its unit.
    :raises EndsItself, NotRegistered, AlreadyEnded, EndsTooEarly, NoSuchDocument: it cannot end so.
    """
    if pk == by_document:
        raise EndsItself
    with whole(CONSTRAINTS):
        Document.objects.select_for_update().filter(pk=pk).values("pk").first()
        ended, other = document_within(pk, reach), document_within(by_document, reach)
        if not reach.may(EDIT, ended.keeper_id):
            raise MayNotTakeIn
        ended.ended_on = _end_of(ended, other, on)
        ended.ended_by = other
        ended.save(update_fields=["ended_on", "ended_by"])
        record(
            act=Act.CHANGE, actor=by.pk if by else None, actor_name=by.get_full_name() if by else "",
            unit=ended.keeper_id, what=["document", "ended"], route="documents:end",
        )  # fmt: skip
    return ended


def _end_of(ended: Document, other: Document, on: date | None) -> date:
    for one in (ended, other):
        if one.state != Document.State.REGISTERED:
            raise NotRegistered(document=one)
    if ended.ended_on:
        raise AlreadyEnded(document=ended, day=ended.ended_on)
    day = on or other.effective_on or other.issued_on
    begins = ended.effective_on or ended.issued_on
    if day is None or begins is None or day < begins:
        raise EndsTooEarly(document=ended, begins=begins or "?", day=day or "?")
    return day
