"""The snapshot that a decision is applied to, gathered in one statement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.rows import Change, Row, UnitId
from tinhgon.core.snapshot import Snapshot
from tinhgon.register import facts
from tinhgon.register.models import Change as RecordedChange

# The units named, their children, the holders of wanted codes, and everything above all of these on any day.
GATHER = """
WITH RECURSIVE reach(unit_id) AS (
    (
        SELECT unnest(%(units)s::uuid[])
        UNION SELECT unit_id FROM register_placement WHERE parent_id = ANY(%(units)s::uuid[])
        UNION SELECT unit_id FROM register_identifier WHERE value = ANY(%(codes)s)
    )
    UNION
    SELECT p.parent_id FROM reach r JOIN register_placement p USING (unit_id) WHERE p.parent_id IS NOT NULL
)
SELECT 'version', to_jsonb(v) - 'name_key' - 'name_folded'
    FROM reach JOIN register_unitversion v USING (unit_id)
UNION ALL SELECT 'placement', to_jsonb(p) FROM reach JOIN register_placement p USING (unit_id)
UNION ALL SELECT 'identifier', to_jsonb(i) FROM reach JOIN register_identifier i USING (unit_id)
UNION ALL SELECT 'kinds', (SELECT jsonb_agg(code) FROM register_unitkind)
"""

WHOLE = """
SELECT 'version', to_jsonb(v) - 'name_key' - 'name_folded' FROM register_unitversion v
UNION ALL SELECT 'placement', to_jsonb(p) FROM register_placement p
UNION ALL SELECT 'identifier', to_jsonb(i) FROM register_identifier i
UNION ALL SELECT 'kinds', (SELECT jsonb_agg(code) FROM register_unitkind)
"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A snapshot, and the last moment at which each of its units was written."""

    snapshot: Snapshot
    written_at: dict[UnitId, datetime]


def gather(operations: Sequence[ops.Operation]) -> Gathered:
    """Gather what the operations touch or lean on: one statement, one more if they revoke."""
    signed = {
        operation.decision: changes_of(operation.decision)
        for operation in operations
        if isinstance(operation, ops.Revoke)
    }
    units = named_units(operations) | {change.row.unit for changes in signed.values() for change in changes}
    return _read(GATHER, {"units": list(units), "codes": sorted(_codes(operations))}, signed)


def gather_whole() -> Gathered:
    """Gather the whole register, for work that may touch all of it."""
    return _read(WHOLE, {}, {})


def changes_of(decision: UUID) -> tuple[Change, ...]:
    """Give what a signed decision changed, in order."""
    recorded = RecordedChange.objects.filter(decision=decision, kind=RecordedChange.Kind.RECORDED)
    return tuple(
        Change(
            facts.from_json(row.about, row.before) if row.before else None,
            facts.from_json(row.about, row.after) if row.after else None,
        )
        for row in recorded.order_by("id")
    )


def named_units(operations: Iterable[ops.Operation]) -> set[UnitId]:
    """Give every unit that the operations name, those to be born included."""
    return {unit for operation in operations for unit in _named(operation)}


def _named(value: Any) -> Iterable[UnitId]:
    """Find the units in an operation, however deep."""
    match value:
        case UUID():
            yield value
        case ops.Revoke():
            return
        case ops.NewUnit():
            yield value.id
            if value.parent:
                yield value.parent
        case tuple():
            for item in value:
                yield from _named(item)
        case ops.Correct() if value.field == "parent" and value.value:
            yield from (value.unit, UUID(str(value.value)))
        case _ if hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from _named(getattr(value, name))


def _codes(operations: Iterable[ops.Operation]) -> set[str]:
    """Give the codes that the operations put on units."""
    codes: set[str] = set()
    for operation in operations:
        match operation:
            case ops.Establish(unit=new) | ops.Merge(into=new) if new.code:
                codes.add(new.code)
            case ops.Split(parts=parts):
                codes |= {part.into.code for part in parts if isinstance(part.into, ops.NewUnit)}
            case ops.ChangeCode(value=value) if value:
                codes.add(value)
            case ops.Correct(field="code", value=value) if value:
                codes.add(str(value))
    return codes - {""}


def _read(sql: str, parameters: dict[str, Any], signed: dict[UUID, tuple[Change, ...]]) -> Gathered:
    rows: list[Row] = []
    kinds: list[str] = []
    written_at: dict[UnitId, datetime] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        for about, raw in cursor:
            found = json.loads(raw) if isinstance(raw, str) else raw
            if about == "kinds":
                kinds = found or []
                continue
            row = facts.from_table(about, found)
            rows.append(row)
            moment = datetime.fromisoformat(found["recorded_from"])
            written_at[row.unit] = max(moment, written_at.get(row.unit, moment))
    return Gathered(Snapshot.of(rows, signed=signed, kinds=frozenset(kinds)), written_at)
