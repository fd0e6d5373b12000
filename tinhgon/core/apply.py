"""The one function that applies a decision: preview, scenario, check and signature all call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import singledispatch
from typing import Any, TypeAlias

from tinhgon.core import operations as ops
from tinhgon.core import refusals, staffing
from tinhgon.core.correct import correct
from tinhgon.core.draft import Draft
from tinhgon.core.integrity import assert_sound
from tinhgon.core.occupancy import assert_staffed
from tinhgon.core.periods import Period
from tinhgon.core.revoke import revoke
from tinhgon.core.rows import LINES, Change, DecisionId, UnitId, Version
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
    _end_divided(draft)
    draft.operation = 0
    assert_sound(draft)
    assert_staffed(draft)
    return draft.changes()


@singledispatch
def carry_out(operation: Any, draft: Draft) -> None:
    """Apply one operation to the draft."""
    raise TypeError(f"No such operation: {operation!r}")


@carry_out.register
def _establish(operation: ops.Establish, draft: Draft) -> None:
    _begin(operation.unit, draft)


@carry_out.register
def _rename(operation: ops.Rename, draft: Draft) -> None:
    draft.set_facts(operation.unit, name=operation.name, short_name=operation.short_name)


@carry_out.register
def _change_kind(operation: ops.ChangeKind, draft: Draft) -> None:
    _known_kind(operation.kind, draft)
    draft.set_facts(operation.unit, kind=operation.kind)


@carry_out.register
def _change_code(operation: ops.ChangeCode, draft: Draft) -> None:
    draft.alive(operation.unit)
    held = [row for row in draft.life(operation.unit).identifiers if row.scheme == operation.scheme]
    current = next((row.value for row in held if draft.on in row.valid), "")
    if current == operation.value:
        raise draft.refusal(refusals.NothingChanges, operation.unit)
    draft.identify(operation.unit, operation.value, operation.scheme)


@carry_out.register
def _change_figures(operation: ops.ChangeFigures, draft: Draft) -> None:
    facts: dict[str, Any] = {"estimated": operation.estimated, "note": operation.note}
    if operation.area_km2 is not None:
        facts["area_km2"] = operation.area_km2
    if operation.population is not None:
        facts["population"] = operation.population
    draft.set_facts(operation.unit, **facts)


@carry_out.register
def _change_mandate(operation: ops.ChangeMandate, draft: Draft) -> None:
    draft.set_facts(operation.unit, mandate=operation.mandate)


@carry_out.register
def _move(operation: ops.Move, draft: Draft) -> None:
    draft.alive(operation.unit)
    if operation.to is not None:
        draft.alive(operation.to)
    current = draft.life(operation.unit).placement_on(operation.line, draft.on)
    if current and current.parent == operation.to:
        raise draft.refusal(refusals.NothingChanges, operation.unit)
    draft.place(operation.unit, operation.line, operation.to)


@carry_out.register
def _merge(operation: ops.Merge, draft: Draft) -> None:
    _distinct([member.unit for member in operation.members], draft, needed=2)
    _begin(operation.into, draft)
    _take_in(operation, operation.into.id, draft)


@carry_out.register
def _absorb(operation: ops.Absorb, draft: Draft) -> None:
    _distinct([operation.into, *(member.unit for member in operation.members)], draft, needed=2)
    draft.alive(operation.into)
    _take_in(operation, operation.into, draft)


@carry_out.register
def _split(operation: ops.Split, draft: Draft) -> None:
    targets = [part.into.id if isinstance(part.into, ops.NewUnit) else part.into for part in operation.parts]
    _distinct(targets, draft, needed=2)
    _distinct([operation.unit, *targets], draft, needed=3)
    draft.alive(operation.unit)
    for part, target in zip(operation.parts, targets, strict=True):
        if isinstance(part.into, ops.NewUnit):
            _begin(part.into, draft)
        else:
            draft.alive(target)
        draft.succeed(operation.unit, target, "split", **_shares(part))
    draft.divided[operation.unit] = draft.operation


@carry_out.register
def _transfer(operation: ops.Transfer, draft: Draft) -> None:
    _distinct([operation.unit, operation.to], draft, needed=2)
    draft.alive(operation.unit)
    draft.alive(operation.to)
    draft.succeed(operation.unit, operation.to, "part", **_shares(operation))


@carry_out.register
def _dissolve(operation: ops.Dissolve, draft: Draft) -> None:
    draft.end(operation.unit)


@carry_out.register
def _restore(operation: ops.Restore, draft: Draft) -> None:
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


carry_out.register(ops.Correct, correct)
carry_out.register(ops.Revoke, revoke)
for ordered, act in staffing.ACTS.items():
    carry_out.register(ordered, act)


def _begin(new: ops.NewUnit, draft: Draft) -> None:
    if draft.life(new.id).versions:
        raise draft.refusal(refusals.UnitExists, new.id)
    _known_kind(new.kind, draft)
    if new.parent is not None:
        draft.alive(new.parent)
    draft.put(Version(
        unit=new.id, valid=Period(draft.on), decision=draft.decision, name=new.name, kind=new.kind,
        short_name=new.short_name, area_km2=new.area_km2, population=new.population,
        mandate=new.mandate, estimated=new.estimated, note=new.note,
    ))  # fmt: skip
    draft.place(new.id, new.line, new.parent)
    if new.code:
        draft.identify(new.id, new.code)


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


def _end_divided(draft: Draft) -> None:
    """End the units whose parts went to several others."""
    for unit, number in draft.divided.items():
        draft.operation = number
        draft.end(unit)


def _shares(part: Any) -> dict[str, Any]:
    return {name: getattr(part, name) for name in ("share_area", "share_population", "estimated")}


def _distinct(units: Sequence[UnitId], draft: Draft, *, needed: int) -> None:
    if len(units) < needed:
        raise refusals.TooFewMembers(operation=draft.operation, day=draft.on, needed=needed, found=len(units))
    twice = next((unit for unit, times in Counter(units).items() if times > 1), None)
    if twice:
        raise draft.refusal(refusals.NamedTwice, twice)


def _known_kind(kind: str, draft: Draft) -> None:
    if not draft.snapshot.knows("kind", kind):
        raise refusals.UnknownKind(operation=draft.operation, day=draft.on, kind=kind)
