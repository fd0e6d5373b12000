"""How units end without a successor, and live again."""

from __future__ import annotations

from dataclasses import replace

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import LINES, UnitId, Version


def dissolve(operation: ops.Dissolve, draft: Draft) -> None:
    """End a unit that nothing follows."""
    draft.end(operation.unit)


def end_divided(draft: Draft) -> None:
    """End the units whose parts went to several others."""
    for unit, number in draft.divided.items():
        draft.operation = number
        draft.end(unit)


def restore(operation: ops.Restore, draft: Draft) -> None:
    """Let a unit live again with its last facts."""
    if operation.parent is not None:
        draft.alive(operation.parent)
    last = _last_version(operation.unit, draft)
    life = draft.life(operation.unit)
    draft.put(replace(last, valid=Period(draft.on), decision=draft.decision))
    places = [row for row in life.placements if row.valid.until == last.valid.until]
    main = min((row.line for row in places), key=LINES.index, default=None)
    for place in places:
        given = operation.parent if place.line == main else None
        draft.place(operation.unit, place.line, given or place.parent)
    for code in life.identifiers:
        if code.valid.until == last.valid.until:
            draft.identify(operation.unit, code.value, code.scheme)


def _last_version(unit: UnitId, draft: Draft) -> Version:
    """Give what the unit was when it ended, on or before the day."""
    versions = draft.life(unit).versions
    if not versions:
        raise draft.refusal(refusals.UnknownUnit, unit)
    if draft.life(unit).version_on(draft.on):
        raise draft.refusal(refusals.StillAlive, unit)
    if later := [row for row in versions if row.valid.since > draft.on]:
        raise draft.refusal(refusals.LaterFacts, unit, day=later[0].valid.since)
    return versions[-1]
