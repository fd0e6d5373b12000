"""How units pass into others, whole or in part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tinhgon.core import operations as ops
from tinhgon.core import refusals, staffing
from tinhgon.core.apparatus.beginning import begin
from tinhgon.core.draft import Draft
from tinhgon.core.rows import UnitId


def merge(operation: ops.Merge, draft: Draft) -> None:
    """End units and begin the one that they make."""
    _distinct([member.unit for member in operation.members], draft, needed=2)
    begin(operation.into, draft)
    _take_in(operation, operation.into.id, draft)


def absorb(operation: ops.Absorb, draft: Draft) -> None:
    """End units and let a living one take them in."""
    _distinct([operation.into, *(member.unit for member in operation.members)], draft, needed=2)
    draft.alive(operation.into)
    _take_in(operation, operation.into, draft)


def split(operation: ops.Split, draft: Draft) -> None:
    """Give all parts of a unit to others; it ends when all operations are applied."""
    targets = [part.into.id if isinstance(part.into, ops.NewUnit) else part.into for part in operation.parts]
    _distinct(targets, draft, needed=2)
    _distinct([operation.unit, *targets], draft, needed=3)
    draft.alive(operation.unit)
    for part, target in zip(operation.parts, targets, strict=True):
        if isinstance(part.into, ops.NewUnit):
            begin(part.into, draft)
        else:
            draft.alive(target)
        draft.succeed(operation.unit, target, "split", **_shares(part))
    draft.divided[operation.unit] = draft.operation


def transfer(operation: ops.Transfer, draft: Draft) -> None:
    """Let a part pass from one living unit to another."""
    _distinct([operation.unit, operation.to], draft, needed=2)
    draft.alive(operation.unit)
    draft.alive(operation.to)
    draft.succeed(operation.unit, operation.to, "part", **_shares(operation))


def _take_in(operation: ops.Merge | ops.Absorb, into: UnitId, draft: Draft) -> None:
    how = "merge" if isinstance(operation, ops.Merge) else "absorb"
    for member in operation.members:
        draft.alive(member.unit)
        draft.succeed(member.unit, into, how if member.whole else "part", **_shares(member))
        if operation.children == "follow" and member.whole:
            _lead_children(member.unit, into, draft)
        if operation.posts == "follow" and member.whole:
            staffing.lead_posts(member.unit, into, draft)
        if member.whole:
            draft.end(member.unit)
        elif not member.survives:
            draft.divided[member.unit] = draft.operation


def _lead_children(unit: UnitId, into: UnitId, draft: Draft) -> None:
    """Put the units under one that ends under its successor, also those that would only come later."""
    for row in tuple(draft.children(unit)):
        if row.unit == into:
            continue  # nobody stands under himself: it must be moved first, and the end is refused so
        if row.valid.since > draft.on:
            draft.put(replace(row, parent=into))
        else:
            draft.place(row.unit, row.line, into)


def _shares(part: Any) -> dict[str, Any]:
    return {name: getattr(part, name) for name in ("share_area", "share_population", "estimated")}


def _distinct(units: Sequence[UnitId], draft: Draft, *, needed: int) -> None:
    if len(units) < needed:
        raise refusals.TooFewMembers(operation=draft.operation, day=draft.on, needed=needed, found=len(units))
    twice = next((unit for unit, times in Counter(units).items() if times > 1), None)
    if twice:
        raise draft.refusal(refusals.NamedTwice, twice)
