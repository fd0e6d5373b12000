"""The one function that applies a decision: preview, scenario, check and signature all call it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import singledispatch
from typing import Any, TypeAlias

from tinhgon.core import apparatus, refusals, staffing
from tinhgon.core import operations as ops
from tinhgon.core.correct import correct
from tinhgon.core.draft import Draft
from tinhgon.core.integrity import assert_sound
from tinhgon.core.occupancy import assert_staffed
from tinhgon.core.revoke import revoke
from tinhgon.core.rows import Change, DecisionId
from tinhgon.core.snapshot import Snapshot

Changes: TypeAlias = tuple[Change, ...]


def apply(
    snapshot: Snapshot, operations: Sequence[ops.Operation], *, on: date, decision: DecisionId
) -> Changes:
    """Apply the operations in order, from the day on; give what they change.

    Total: either every operation holds and the outcome is sound, or nothing is done.

    :raises OperationRefused: names the operation, the unit and the day.
    """
    if not operations:
        raise refusals.NothingOrdered(day=on)
    draft = Draft(snapshot, on=on, decision=decision)
    for number, operation in enumerate(operations, start=1):
        draft.operation = number
        carry_out(operation, draft)
    apparatus.end_divided(draft)
    draft.operation = 0
    assert_sound(draft)
    assert_staffed(draft)
    return draft.changes()


@singledispatch
def carry_out(operation: Any, draft: Draft) -> None:
    """Apply one operation to the draft."""
    raise TypeError(f"No such operation: {operation!r}")


carry_out.register(ops.Correct, correct)
carry_out.register(ops.Revoke, revoke)
for ordered, act in {**apparatus.ACTS, **staffing.ACTS}.items():
    carry_out.register(ordered, act)
