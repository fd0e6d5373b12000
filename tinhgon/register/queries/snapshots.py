"""The snapshot that a decision is applied to, gathered in one statement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.rows import Change, Identifier, Placement, Row, Succession, UnitId
from tinhgon.core.snapshot import Snapshot
from tinhgon.register import facts
from tinhgon.register.models import Change as RecordedChange
from tinhgon.register.queries.decisions import core_change

# What is read: the units named, their children, those with whom they share lineage, the holders of codes that
# are wanted or were theirs, and everything above all of these on any day.
GATHER = """
WITH RECURSIVE seed(unit_id) AS MATERIALIZED (
    SELECT unnest(%(units)s::uuid[])
    UNION SELECT unit_id FROM register_placement WHERE parent_id = ANY(%(units)s::uuid[])
    UNION SELECT unit_id FROM register_identifier WHERE value = ANY(%(codes)s)
    UNION SELECT also.unit_id FROM register_identifier own JOIN register_identifier also USING (scheme, value)
        WHERE own.unit_id = ANY(%(units)s::uuid[])
    UNION SELECT origin_id FROM register_succession WHERE result_id = ANY(%(units)s::uuid[])
    UNION SELECT result_id FROM register_succession WHERE origin_id = ANY(%(units)s::uuid[])
), reach(unit_id) AS (
    SELECT unit_id FROM seed
    UNION
    SELECT p.parent_id FROM reach r JOIN register_placement p USING (unit_id) WHERE p.parent_id IS NOT NULL
)
SELECT 'version', to_jsonb(v) - 'name_key' - 'name_folded'
    FROM register_unitversion v WHERE unit_id = ANY({all})
UNION ALL SELECT 'placement', to_jsonb(p) FROM register_placement p WHERE unit_id = ANY({all})
UNION ALL SELECT 'identifier', to_jsonb(i) FROM register_identifier i WHERE unit_id = ANY({all})
UNION ALL SELECT 'succession', to_jsonb(s) FROM register_succession s
    WHERE s.origin_id = ANY(%(units)s::uuid[]) OR s.result_id = ANY(%(units)s::uuid[])
UNION ALL SELECT 'kinds', (SELECT jsonb_agg(code) FROM register_unitkind)
UNION ALL SELECT 'written', jsonb_build_object('unit', unit_id, 'at', max(c.recorded_at))
    FROM seed JOIN register_change c USING (unit_id) WHERE c.kind = 'recorded' GROUP BY unit_id
""".replace("{all}", "ARRAY(SELECT unit_id FROM reach)")  # an array is looked up by index, a join scans all

WHOLE = """
SELECT 'version', to_jsonb(v) - 'name_key' - 'name_folded' FROM register_unitversion v
UNION ALL SELECT 'placement', to_jsonb(p) FROM register_placement p
UNION ALL SELECT 'identifier', to_jsonb(i) FROM register_identifier i
UNION ALL SELECT 'succession', to_jsonb(s) FROM register_succession s
UNION ALL SELECT 'kinds', (SELECT jsonb_agg(code) FROM register_unitkind)
"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A snapshot, and the last moment at which each unit that the operations may change was written."""

    snapshot: Snapshot
    written_at: dict[UnitId, datetime]

    def label(self, unit: UnitId) -> str:
        """Name a unit for a reader, by its number where nothing is left of it."""
        life = self.snapshot.lives.get(unit)
        return life.label() if life and life.versions else str(unit)


def gather(operations: Sequence[ops.Operation]) -> Gathered:
    """Gather what the operations touch or lean on: one statement, one more if they revoke."""
    signed = {
        operation.decision: changes_of(operation.decision)
        for operation in operations
        if isinstance(operation, ops.Revoke)
    }
    undone = [row for changes in signed.values() for change in changes for row in _sides(change)]
    units = named_units(operations).union(*map(_units_of, undone))
    codes = _codes(operations) | {row.value for row in undone if isinstance(row, Identifier)}
    return _read(GATHER, {"units": list(units), "codes": sorted(codes)}, signed)


def gather_whole() -> Gathered:
    """Gather the whole register, for work that may touch all of it."""
    return _read(WHOLE, {}, {})


def changes_of(decision: UUID) -> tuple[Change, ...]:
    """Give what a signed decision changed, in order."""
    recorded = RecordedChange.objects.filter(decision=decision, kind=RecordedChange.Kind.RECORDED)
    return tuple(map(core_change, recorded.order_by("id")))


def named_units(operations: Iterable[ops.Operation]) -> set[UnitId]:
    """Give every unit that the operations name, those to be born included."""
    return {unit for operation in operations for unit in _named(operation)}


def _sides(change: Change) -> list[Row]:
    return [row for row in (change.before, change.after) if row is not None]


def _units_of(row: Row) -> set[UnitId]:
    """Give every unit that a row names."""
    match row:
        case Placement(parent=UUID() as parent):
            return {row.unit, parent}
        case Succession():
            return {row.origin, row.result}
    return {row.unit}


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
        case ops.Correct():
            yield value.unit
            yield from _stated_unit(value)
        case _ if hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from _named(getattr(value, name))


def _stated_unit(correction: ops.Correct) -> Iterable[UnitId]:
    """Find the parent that a correction puts; what is no unit is for `apply` to refuse."""
    with suppress(ValueError):
        if correction.field == "parent":
            yield UUID(str(correction.value))


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
            elif about == "written":
                _note(written_at, UUID(found["unit"]), found["at"])
            else:
                rows.append(row := facts.from_table(about, found))
                if isinstance(row, Succession):  # of what it receives, a unit has no other row
                    _note(written_at, row.result, found["recorded_from"])
    return Gathered(Snapshot.of(rows, signed=signed, kinds=frozenset(kinds)), written_at)


def _note(written_at: dict[UnitId, datetime], unit: UnitId, text: str) -> None:
    moment = datetime.fromisoformat(text)
    written_at[unit] = max(moment, written_at.get(unit, moment))
