"""How operations change the facts of a unit."""

from __future__ import annotations

from typing import Any

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.apparatus.beginning import assert_kind
from tinhgon.core.draft import Draft


def rename(operation: ops.Rename, draft: Draft) -> None:
    """Let a unit bear another name."""
    draft.set_facts(operation.unit, name=operation.name, short_name=operation.short_name)


def change_kind(operation: ops.ChangeKind, draft: Draft) -> None:
    """Let a unit be of another kind."""
    assert_kind(operation.kind, draft)
    draft.set_facts(operation.unit, kind=operation.kind)


def change_code(operation: ops.ChangeCode, draft: Draft) -> None:
    """Let a unit bear another code of a scheme, or none."""
    draft.alive(operation.unit)
    held = [row for row in draft.life(operation.unit).identifiers if row.scheme == operation.scheme]
    current = next((row.value for row in held if draft.on in row.valid), "")
    if current == operation.value:
        raise draft.refusal(refusals.NothingChanges, operation.unit)
    draft.identify(operation.unit, operation.value, operation.scheme)


def change_figures(operation: ops.ChangeFigures, draft: Draft) -> None:
    """State another area or population."""
    facts: dict[str, Any] = {"estimated": operation.estimated, "note": operation.note}
    if operation.area_km2 is not None:
        facts["area_km2"] = operation.area_km2
    if operation.population is not None:
        facts["population"] = operation.population
    draft.set_facts(operation.unit, **facts)


def change_mandate(operation: ops.ChangeMandate, draft: Draft) -> None:
    """Charge a unit with other functions."""
    draft.set_facts(operation.unit, mandate=operation.mandate)


def move(operation: ops.Move, draft: Draft) -> None:
    """Put a unit under another parent in one line."""
    draft.alive(operation.unit)
    if operation.to is not None:
        draft.alive(operation.to)
    current = draft.life(operation.unit).placement_on(operation.line, draft.on)
    if current and current.parent == operation.to:
        raise draft.refusal(refusals.NothingChanges, operation.unit)
    draft.place(operation.unit, operation.line, operation.to)
