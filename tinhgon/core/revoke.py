"""Revocation: a signed decision is taken back as if it had not been."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.life import Life
from tinhgon.core.operations import Revoke
from tinhgon.core.rows import (
    Appointment,
    Change,
    Fact,
    Identifier,
    OwnerId,
    Placement,
    Quota,
    Row,
    Succession,
)


def revoke(operation: Revoke, draft: Draft) -> None:
    """Undo each row that the decision changed.

    :raises UnknownDecision: it was not signed.
    :raises AlreadyRevoked: nothing of it is left to take back.
    :raises BuiltUpon: a row is no longer as the decision left it, or leaves no room for what was.
    """
    changes = draft.snapshot.signed.get(operation.decision)
    if not changes:
        raise refusals.UnknownDecision(operation=draft.operation, decision=operation.decision, day=draft.on)
    lineage = draft.lineage()
    if all(_stands(change.before, change.row, draft, lineage) for change in changes):
        raise refusals.AlreadyRevoked(operation=draft.operation, decision=operation.decision, day=draft.on)
    overtaken = [c.row.owner for c in changes if not _stands(c.after, c.row, draft, lineage)]
    _refuse_if_any(overtaken, draft)
    for change in changes:
        _undo(change.inverse, draft)
    _refuse_if_any([c.row.owner for c in changes if not _has_room(draft.life(c.row.owner))], draft)


def _refuse_if_any(owners: list[OwnerId], draft: Draft) -> None:
    if owners:
        names = sorted({draft.label(owner) for owner in owners})
        raise draft.refusal(refusals.BuiltUpon, owners[0], units=names[:10])


def _stands(side: Row | None, row: Row, draft: Draft, lineage: Set[Succession]) -> bool:
    """Tell whether the register holds this side of a change, or nothing where it is nothing."""
    if isinstance(row, Succession):
        return (row in lineage) == (side is not None)
    now = {fact.key: fact for fact in draft.life(row.owner).facts}
    return now.get(row.key) == side


def _undo(inverse: Change, draft: Draft) -> None:
    if isinstance(inverse.row, Succession):
        draft.successions[(inverse.row.key, "undone")] = inverse
        return
    if inverse.before is not None and not isinstance(inverse.before, Succession):
        draft.drop(inverse.before)
    if inverse.after is not None and not isinstance(inverse.after, Succession):
        draft.put(inverse.after)


def _has_room(life: Life) -> bool:
    """Tell whether no two facts of one sort share a day, and none stands without a life."""
    if (life.placements or life.identifiers or life.quotas) and not life.versions:
        return False
    by_sort: dict[object, list[Fact]] = {}
    for row in life.facts:
        by_sort.setdefault(_sort(row), []).append(row)
    return not any(one.valid.overlaps(two.valid) for rows in by_sort.values() for one, two in pairwise(rows))


def _sort(row: Fact) -> object:
    match row:
        case Placement():
            return Placement, row.line
        case Identifier():
            return Identifier, row.scheme
        case Quota():
            return Quota, row.staff
        case Appointment():
            return Appointment, row.post
    return type(row)
