"""Tasks of a document that was confirmed, or written by hand, become obligations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tinhgon.audit import codes
from tinhgon.core.names import nfc
from tinhgon.core.reach import EDIT, READ, Reach
from tinhgon.directives.actions.holding import Hand, record
from tinhgon.directives.actions.making import let_cooperate, make
from tinhgon.directives.models import Act, Obligation
from tinhgon.directives.queries.places import alive, name_of
from tinhgon.directives.refusals import (
    CONSTRAINTS,
    MayNotAssign,
    NoMatter,
    NoSuchDirective,
    NothingToHandOn,
    UnitNotThere,
)
from tinhgon.documents.models import Document
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User
    from tinhgon.documents.values import AcceptedTask


def take(
    document: Document, tasks: Sequence[AcceptedTask], *, by: User | None, on: date
) -> list[Obligation]:  # fmt: skip
    """
    Put the tasks of a document on their bearers, given by the unit that keeps it.

    A task of several bearers is a whole that the keeper watches, with a part for each; of one, it is one row.

    :raises NoMatter, NothingToHandOn, UnitNotThere: a task cannot be put on anybody.
    """
    hand = Hand(by=by, reach=Reach(), on=on)
    with whole(CONSTRAINTS):
        for task in tasks:
            _assert_fit(task, on)
        rows = [list(_rows(document, task, by, on)) for task in tasks]
        made = list(chain.from_iterable(rows))
        make(made, Act.Kind.ASSIGNED, by)
        let_cooperate({
            one.id: [unit for unit in dict.fromkeys(task.cooperators) if unit != one.unit_id]
            for task, several in zip(tasks, rows, strict=True) for one in several
        })  # fmt: skip
        if made:
            record(codes.Act.CHANGE, Act.Kind.ASSIGNED, made[0], hand, count=len(made))
    return made


def assign(directive: UUID, task: AcceptedTask, hand: Hand) -> list[Obligation]:
    """Put a task on its bearers by hand, as one of a document that is in the register.

    :raises NoSuchDirective, MayNotAssign: the document is out of reach, or not the user's to follow up.
    :raises NoMatter, NothingToHandOn, UnitNotThere: it cannot be put on anybody.
    """
    found = Document.objects.filter(pk=directive, state=Document.State.REGISTERED).first()
    if found is None or not hand.reach.may(READ, found.keeper_id):
        raise NoSuchDirective
    if not hand.reach.may(EDIT, found.keeper_id):
        raise MayNotAssign(unit=name_of(found.keeper_id, on=hand.on))
    return take(found, [task], by=hand.by, on=hand.on)


def _assert_fit(task: AcceptedTask, on: date) -> None:
    if not task.matter.strip():
        raise NoMatter
    if not task.bearers:
        raise NothingToHandOn
    wanted = {*task.bearers, *task.cooperators}
    for missing in wanted - alive(wanted, on=on):
        raise UnitNotThere(unit=name_of(missing, on=on), day=on)


def _rows(document: Document, task: AcceptedTask, by: User | None, on: date) -> Iterator[Obligation]:
    """Give the whole and its parts, or the one row; what was due before it arrived was given by then."""
    bearers = tuple(dict.fromkeys(task.bearers))
    kind = Obligation.Kind.TASK if task.kind == Obligation.Kind.TARGET and task.figure is None else task.kind
    values: dict[str, Any] = {
        "directive": document, "assigner_id": document.keeper_id, "kind": kind,
        "matter": nfc(task.matter.strip()), "place": task.place[:60], "start": task.start, "end": task.end,
        "assigned_on": min(on, task.due_on or on), "due_on": task.due_on, "first_due_on": task.due_on,
        "due_words": nfc(task.due_words)[:250], "figure": task.figure, "measure": task.measure[:60],
        "bound": task.bound, "added_by": by,
    }  # fmt: skip
    if len(bearers) == 1:
        yield Obligation(unit_id=bearers[0], weight=task.weight, every=task.every, **values)
        return
    # What comes again comes again to each bearer; the whole only gathers.
    gathers = Obligation(unit_id=document.keeper_id, gathers=True, weight=task.weight, **values)
    yield gathers
    for bearer in bearers:
        yield Obligation(unit_id=bearer, parent=gathers, every=task.every, **values)
