"""How the operation on quotas changes the draft."""

from __future__ import annotations

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import (
    Quota,
)
from tinhgon.core.staffing.asking import assert_known


def set_quota(operation: ops.SetQuota, draft: Draft) -> None:
    """Set how many staff of a kind a unit may have, or that no number is set."""
    draft.alive(operation.unit)
    assert_known(draft, staff=operation.staff)
    same = [row for row in draft.life(operation.unit).quotas if row.staff == operation.staff]
    current = next((row for row in same if draft.on in row.valid), None)
    if operation.number == (current.number if current else None):
        raise draft.refusal(refusals.NothingChanges, operation.unit)
    if operation.number is None:
        draft.cut(current)  # type: ignore[arg-type]
        return
    draft.follow(Quota(
        unit=operation.unit, valid=Period(draft.on), decision=draft.decision,
        staff=operation.staff, number=operation.number,
    ), same)  # fmt: skip
