"""Writes of imports: a workbook is sent, thrown away, or confirmed: all that it orders, or nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tinhgon import vault
from tinhgon.access.illustration import newcomers_are_made_up
from tinhgon.access.models import User
from tinhgon.audit.actions import record, record_many
from tinhgon.audit.codes import Act, Guarding, Purpose
from tinhgon.core.reach import Reach
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.kinds import Kind, form
from tinhgon.exchange.imports.plan import Mended, Opened, Plan
from tinhgon.exchange.imports.preparing import Prepared, prepare
from tinhgon.exchange.models import Import
from tinhgon.people import refusals as of_people
from tinhgon.people.actions.entries import Item, contents, enter_many, mend
from tinhgon.people.actions.opening import open_dossiers, rename
from tinhgon.people.models import Entry
from tinhgon.register.actions.drafting import Head, draft
from tinhgon.register.models import Decision
from tinhgon.temporal.naming import whole

LARGEST = 20 * 1024 * 1024  # bytes
KEPT = timedelta(days=1)
NAMES = {**of_people.CONSTRAINTS, **refusals.CONSTRAINTS}


@dataclass(frozen=True, slots=True)
class Done:
    """What an import wrote."""

    decisions: tuple[Decision, ...]
    opened: int
    mended: int


def send(content: bytes, *, kind: str, on: date, by: User, reach: Reach) -> Import:
    """Keep a workbook, sealed, until its sender has seen what it would do.

    :raises FileBeyondLimit, WorkbookRefused, NoRows, NoSuchKind, MayNotImport: it is not kept at all.
    """
    if len(content) > LARGEST:
        raise refusals.FileBeyondLimit(most=LARGEST // 1024 // 1024)
    count = prepare(content, kind=kind, on=on, reach=reach).count
    sent = Import(kind=kind, on=on, digest=_digest(kind, content), sent_by=by, rows=count)
    sent.sealed = vault.seal(sent.id, _place(sent.id), base64.b64encode(content).decode())
    with whole(NAMES):
        forget(before=timezone.now() - KEPT)
        sent.save(force_insert=True)
        _record(sent, by, "send")
    return sent


def look(sent: Import, *, reach: Reach) -> Prepared:
    """Tell what a workbook that waits would do to the register as it stands.

    :raises NoSuchImport: it waits no more.
    :raises WorkbookRefused, NoRows, MayNotImport: as for sending it.
    """
    if sent.sealed is None:
        raise refusals.NoSuchImport
    content = base64.b64decode(vault.open_sealed(sent.id, _place(sent.id), sent.sealed))
    return prepare(content, kind=sent.kind, on=sent.on, reach=reach)


def confirm(pk: UUID, *, head: Head | None, by: User, reach: Reach) -> Done:
    """Do all that a workbook orders: open and mend dossiers, write one draft for each of its days.

    :raises NoSuchImport, AlreadyImported, FaultsLeft, NothingToDo, HeadMissing: nothing was written.
    :raises Refused: as for dossiers and drafts; nothing was written.
    """
    with whole(NAMES):
        sent = _held(pk)
        if refused := earlier(sent):
            raise refused
        done = carry_out(look(sent, reach=reach), head=head, by=by, reach=reach)
        sent.decisions = [one.pk for one in done.decisions]
        sent.opened, sent.mended = done.opened, done.mended
        _end(sent, Import.State.DONE)
        _record(sent, by, "confirm")
    return done


def carry_out(found: Prepared, *, head: Head | None, by: User | None, reach: Reach) -> Done:
    """Write what was prepared, in one transaction.

    :raises FaultsLeft, NothingToDo, HeadMissing: nothing was written.
    :raises Refused: as for dossiers and drafts.
    """
    plan = found.plan
    if found.faults:
        raise refusals.FaultsLeft(count=len(found.faults))
    if plan.changes_nothing:
        raise refusals.NothingToDo
    if plan.steps and head is None:
        raise refusals.HeadMissing
    with whole(NAMES):
        _open(plan.opened, by)
        for one in plan.mended:
            _mend(one, by, reach)
        _tell_mended(plan.mended, by)
        decisions = tuple(_drafts(plan, head, by)) if head else ()
    return Done(decisions, len(plan.opened), len(plan.mended))


def discard(pk: UUID, *, by: User) -> None:
    """Throw a workbook away; its key with it.

    :raises NoSuchImport: it waits no more.
    """
    with whole(NAMES):
        sent = _held(pk)
        _end(sent, Import.State.DISCARDED)
        _record(sent, by, "discard")


def earlier(sent: Import) -> refusals.AlreadyImported | None:
    """Tell of an earlier import of the same file; once its drafts are all thrown away, it may come again."""
    for other in Import.objects.filter(digest=sent.digest, state=Import.State.DONE).exclude(pk=sent.pk):
        there = [str(one).strip() for one in Decision.objects.filter(pk__in=other.decisions)]
        if other.ended_at and (there or not other.decisions):
            moment = f"{timezone.localtime(other.ended_at):%d/%m/%Y %H:%M}"
            return refusals.AlreadyImported(moment=moment, done=there or [Kind(other.kind).label])
    return None


def forget(*, before: datetime) -> int:
    """Throw away what has waited since before a moment, as far as the caller sees; give how many."""
    with whole(NAMES):
        stale = list(
            Import.objects.select_for_update().filter(state=Import.State.WAITING, sent_at__lt=before)
        )
        for sent in stale:
            _end(sent, Import.State.DISCARDED)
    return len(stale)


def _held(pk: UUID) -> Import:
    """Read an import anew and keep others from confirming it meanwhile."""
    sent = Import.objects.select_for_update().filter(pk=pk).first()
    if sent is None or sent.state != Import.State.WAITING:
        raise refusals.NoSuchImport
    return sent


def _end(sent: Import, state: Import.State) -> None:
    sent.state, sent.sealed, sent.ended_at = state, None, timezone.now()
    sent.save(force_update=True)
    # Only once the row is gone for good: if the transaction fails, the file is still there to be opened.
    transaction.on_commit(partial(vault.destroy, [sent.id], reason=f"import {state}", by="import"))


def _open(opened: Sequence[Opened], by: User | None) -> None:
    unreal = newcomers_are_made_up()
    open_dossiers([replace(one.person, illustrative=unreal) for one in opened], by=by)
    enter_many([
        Item(person=one.person.id, section="identity", values=_values(one)) for one in opened
    ], by=by)  # fmt: skip


def _values(one: Opened) -> dict[str, str]:
    return {"national_id": one.number} | ({"ethnic_group": one.ethnic} if one.ethnic else {})


def _mend(one: Mended, by: User | None, reach: Reach) -> None:
    if by is None:
        raise refusals.MayNotImport  # the program itself mends nobody's file: somebody must answer for it
    if one.changes.keys() - {"ethnic_group"}:
        rename(
            one.person, name=one.name, sex=one.sex, born=one.born, revision=one.revision, by=by, reach=reach
        )
    if one.ethnic is not None:
        entry = Entry.objects.get(person=one.person, section="identity")
        values = contents(entry)["values"] | {"ethnic_group": one.ethnic}
        mend(entry.id, values, revision=entry.revision, by=by, reach=reach)


def _drafts(plan: Plan, head: Head, by: User | None) -> list[Decision]:
    """Write a draft for each day; where there are several, the day goes into the number of each."""
    days = plan.days
    return [
        draft(
            head=replace(head, effective_on=day, number=_number(head.number, day, len(days))),
            operations=[step.operation for step in plan.on(day)], actor=by,
        )
        for day in days
    ]  # fmt: skip


def _number(number: str, day: date, days: int) -> str:
    return f"{number} (từ {day:%d/%m/%Y})" if number and days > 1 else number


def _digest(kind: str, content: bytes) -> bytes:
    return vault.blind_index(f"{kind}:{hashlib.sha256(content).hexdigest()}", "import")


def _place(sent: UUID) -> vault.Context:
    return vault.Context("exchange_import", sent, "content")


def _record(sent: Import, by: User, did: str) -> None:
    record(
        act=Act.IMPORT, actor=by.pk, actor_name=by.get_full_name(), classes=form(sent.kind).field_class,
        what=[sent.kind, did], purpose=Purpose.UPKEEP, route=f"exchange:import.{did}", count=sent.rows,
    )  # fmt: skip


def _tell_mended(mended: Sequence[Mended], by: User | None) -> None:
    """Let each whose file was changed see it in the record of his own file."""
    record_many(
        {
            "act": Act.CHANGE, "actor": by.pk if by else None, "actor_name": by.get_full_name() if by else "",
            "subject": one.person, "classes": Guarding.SENSITIVE if one.ethnic else Guarding.PERSONAL,
            "what": sorted(one.changes), "purpose": Purpose.UPKEEP, "route": f"exchange:import.{Kind.PEOPLE}",
        }
        for one in mended
    )  # fmt: skip
