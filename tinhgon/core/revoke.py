"""Revocation: a signed decision is taken back as if it had not been."""

from __future__ import annotations

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.operations import Revoke
from tinhgon.core.rows import Change, Succession


def revoke(operation: Revoke, draft: Draft) -> None:
    """Undo each row that the decision changed, newest first.

    :raises UnknownDecision: it was not signed.
    :raises BuiltUpon: a row is no longer as the decision left it.
    """
    changes = draft.snapshot.signed.get(operation.decision)
    if not changes:
        raise refusals.UnknownDecision(operation=draft.operation, decision=operation.decision)
    overtaken = {change.row.unit for change in changes if not _as_left(change, draft)}
    if overtaken:
        names = sorted(draft.label(unit) for unit in overtaken)
        raise refusals.BuiltUpon(operation=draft.operation, units=names[:10])
    for change in reversed(changes):
        _undo(change.inverse, draft)


def _as_left(change: Change, draft: Draft) -> bool:
    if isinstance(change.row, Succession):
        return True
    now = {row.key: row for row in draft.life(change.row.unit).facts}
    return now.get(change.row.key) == change.after


def _undo(inverse: Change, draft: Draft) -> None:
    if isinstance(inverse.row, Succession):
        draft.successions[(inverse.row.key, "undone")] = inverse
        return
    if inverse.before is not None and not isinstance(inverse.before, Succession):
        draft.drop(inverse.before)
    if inverse.after is not None and not isinstance(inverse.after, Succession):
        draft.put(inverse.after)
