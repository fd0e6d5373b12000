"""How units begin."""

from __future__ import annotations

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import Version


def establish(operation: ops.Establish, draft: Draft) -> None:
    """Begin a unit."""
    begin(operation.unit, draft)


def begin(new: ops.NewUnit, draft: Draft) -> None:
    """Make a unit with its first facts, place and code."""
    if draft.life(new.id).versions:
        raise draft.refusal(refusals.UnitExists, new.id)
    assert_kind(new.kind, draft)
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


def assert_kind(kind: str, draft: Draft) -> None:
    """Refuse a kind that the list does not hold."""
    if not draft.snapshot.knows("kind", kind):
        raise refusals.UnknownKind(operation=draft.operation, day=draft.on, kind=kind)
