"""A file's document confirmed: entered with its references and tasks, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from tinhgon.audit.codes import Act
from tinhgon.core.errors import Said
from tinhgon.core.reach import Reach
from tinhgon.documents.actions.choosing import current
from tinhgon.documents.actions.entering import enter, refer
from tinhgon.documents.actions.tray import hold, note
from tinhgon.documents.findings import ACCEPTED, Findings, Head, Named, Wanted
from tinhgon.documents.models import Document, Intake
from tinhgon.documents.queries.bodies import Bodies
from tinhgon.documents.refusals import (
    CONSTRAINTS,
    FindingsLeft,
    HeadIncomplete,
    IntakeOvertaken,
    TaskWithoutBearer,
    TaskWithoutMatter,
)
from tinhgon.documents.values import AcceptedTask
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User

Taker = Callable[..., object]
SHOWN = 60
NEEDED = {
    "issuer": Said("cơ quan ban hành", "issuer"), "issued_on": Said("ngày ban hành", "day"),
    "abstract": Said("trích yếu", "abstract"),
}  # fmt: skip


def confirm(
    pk: UUID, *, choices: Mapping[str, Any] | None = None, revision: int, by: User | None, reach: Reach
) -> Document:
    """Enter a file's document with all that was accepted, as the page of a revision showed it.

    :param choices: by finding, where they are others than those kept with the file.
    :raises IntakeOvertaken: somebody changed the choices meanwhile.
    :raises FindingsLeft, HeadIncomplete, TaskWithoutBearer, TaskWithoutMatter: something is to be said first.
    :raises DuplicateInRegistry: the registry has the document.
    :raises NoSuchIntake, MayNotTakeIn, IntakeSettled: it cannot be confirmed.
    :raises Refused: whoever takes the tasks refuses them; nothing was written.
    """
    with whole(CONSTRAINTS):
        held = hold(pk, reach)
        if held.revision != revision:
            raise IntakeOvertaken(name=held.name)
        findings = current(held, choices)
        _assert_settled(findings)
        bodies = Bodies(held.keeper_id, on=timezone.localdate())
        tasks = list(_accepted(findings.tasks, bodies))
        document = enter(held, findings.head, by=by, issuer_unit=_issuer(findings.head, bodies))
        refer(document, [one for one in findings.cited if one.state == ACCEPTED])
        _hand_over(document, tasks, by)
        _settle(held, by)
    return document


def _assert_settled(findings: Findings) -> None:
    missing = [words for name, words in NEEDED.items() if not getattr(findings.head, name)]
    if missing:
        raise HeadIncomplete(fields=missing)
    if findings.left:
        raise FindingsLeft(count=findings.left)


def _accepted(tasks: Sequence[Wanted], bodies: Bodies) -> Iterator[AcceptedTask]:
    for one in tasks:
        if one.state == ACCEPTED:
            yield _task(one, bodies)


def _task(one: Wanted, bodies: Bodies) -> AcceptedTask:
    if not one.matter.strip():
        raise TaskWithoutMatter
    bearers = bodies.units(bodies.usual(one.who) if one.bearers is None else one.bearers)
    if not bearers:
        raise TaskWithoutBearer(matter=one.matter[:SHOWN])
    helpers = bodies.units(bodies.usual(one.cooperating) if one.cooperators is None else one.cooperators)
    start, end = one.span or (None, None)
    return AcceptedTask(
        kind=one.kind, matter=one.matter, place=one.place, start=start, end=end, bearers=bearers,
        cooperators=tuple(unit for unit in helpers if unit not in bearers), due_on=one.due_on,
        due_words=one.due_words, every=one.every, figure=one.figure, measure=one.measure, bound=one.bound,
        weight=one.weight,
    )  # fmt: skip


def _issuer(head: Head, bodies: Bodies) -> UUID | None:
    """Give the unit that issued the document, where its name means one and no other."""
    found = bodies.candidates(Named(head.issuer))
    return found[0].unit if len(found) == 1 else None


def _hand_over(document: Document, tasks: Sequence[AcceptedTask], by: User | None) -> None:
    """Give the tasks to those whom the settings name, in this very transaction."""
    for path in settings.DOCUMENT_TAKERS:
        take: Taker = import_string(path)
        take(document, tasks, by=by, on=document.arrived_on)


def _settle(held: Intake, by: User | None) -> None:
    held.state, held.settled_by, held.settled_at = Intake.State.CONFIRMED, by, timezone.now()
    held.save(update_fields=["state", "settled_by", "settled_at"])
    note(Act.CONFIRM, held.keeper_id, by, "confirmed")
