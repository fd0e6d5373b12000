"""The snapshot that a decision is applied to, gathered in one statement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.rows import (
    Appointment,
    Change,
    Grading,
    Identifier,
    OwnerId,
    PersonId,
    Placement,
    PostId,
    PostVersion,
    Quota,
    Row,
    Succession,
    UnitId,
)
from tinhgon.core.snapshot import Snapshot
from tinhgon.register import facts
from tinhgon.register.models import Change as RecordedChange
from tinhgon.register.queries.decisions import core_change

# What is read: the units named, their children, those with whom they share lineage, the holders of codes that
# are wanted or were theirs, those beside them where quotas are shared out, and everything above all of these
# on any day; the posts named, those in units named or held by people named, and whoever holds one of them.
GATHER = """
WITH RECURSIVE seat(post_id) AS (
    SELECT unnest(%(posts)s::uuid[])
    UNION SELECT post_id FROM register_postversion WHERE unit_id = ANY(%(units)s::uuid[])
    UNION SELECT post_id FROM register_appointment WHERE person_id = ANY(%(people)s::uuid[])
), held(person_id) AS MATERIALIZED (
    SELECT unnest(%(people)s::uuid[])
    UNION SELECT person_id FROM register_appointment WHERE post_id = ANY(ARRAY(SELECT post_id FROM seat))
), superior(post_id) AS (
    SELECT post_id FROM seat
    UNION
    SELECT v.reports_to_id FROM superior s JOIN register_postversion v USING (post_id)
        WHERE v.reports_to_id IS NOT NULL
), seed(unit_id) AS MATERIALIZED (
    SELECT unnest(%(units)s::uuid[])
    UNION SELECT unit_id FROM register_postversion WHERE post_id = ANY(ARRAY(SELECT post_id FROM seat))
    UNION SELECT unit_id FROM register_placement WHERE parent_id = ANY(%(units)s::uuid[])
    UNION SELECT beside.unit_id FROM register_placement own JOIN register_placement beside USING (parent_id)
        WHERE own.unit_id = ANY(%(sharing)s::uuid[])
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
UNION ALL SELECT 'quota', to_jsonb(q) FROM register_quota q WHERE unit_id = ANY({all})
UNION ALL SELECT 'succession', to_jsonb(s) FROM register_succession s
    WHERE s.origin_id = ANY(%(units)s::uuid[]) OR s.result_id = ANY(%(units)s::uuid[])
UNION ALL SELECT 'post', to_jsonb(v) FROM register_postversion v
    WHERE post_id = ANY(ARRAY(SELECT post_id FROM superior))
UNION ALL SELECT 'appointment', to_jsonb(a) FROM register_appointment a
    WHERE post_id = ANY(ARRAY(SELECT post_id FROM seat))
UNION ALL SELECT 'grading', to_jsonb(g) FROM register_grading g WHERE person_id = ANY(%(people)s::uuid[])
UNION ALL SELECT 'person', jsonb_build_object('id', id, 'name', name) FROM register_person
    WHERE id = ANY(ARRAY(SELECT person_id FROM held))
UNION ALL {codes}
UNION ALL SELECT 'written', jsonb_build_object('owner', unit_id, 'at', max(c.recorded_at))
    FROM seed JOIN register_change c USING (unit_id) WHERE c.kind = 'recorded' GROUP BY unit_id
UNION ALL SELECT 'written', jsonb_build_object('owner', c.subject, 'at', max(c.recorded_at))
    FROM (SELECT post_id AS subject FROM seat UNION SELECT person_id FROM held) concerned
    JOIN register_change c USING (subject) GROUP BY c.subject
"""
WHOLE = """
SELECT 'version', to_jsonb(v) - 'name_key' - 'name_folded' FROM register_unitversion v
UNION ALL SELECT 'placement', to_jsonb(p) FROM register_placement p
UNION ALL SELECT 'identifier', to_jsonb(i) FROM register_identifier i
UNION ALL SELECT 'quota', to_jsonb(q) FROM register_quota q
UNION ALL SELECT 'succession', to_jsonb(s) FROM register_succession s
UNION ALL SELECT 'post', to_jsonb(v) FROM register_postversion v
UNION ALL SELECT 'appointment', to_jsonb(a) FROM register_appointment a
UNION ALL SELECT 'grading', to_jsonb(g) FROM register_grading g
UNION ALL SELECT 'person', jsonb_build_object('id', id, 'name', name) FROM register_person
UNION ALL {codes}
"""
CODES = """
SELECT 'codes', jsonb_build_object(
    'kind', (SELECT jsonb_agg(code) FROM register_unitkind),
    'title', (SELECT jsonb_agg(code) FROM register_posttitle),
    'staff', (SELECT jsonb_agg(code) FROM register_staffkind),
    'grade', (SELECT jsonb_agg(code) FROM register_grade))
UNION ALL SELECT 'titles', (SELECT jsonb_object_agg(code, name_vi) FROM (
    SELECT code, name_vi FROM register_staffkind UNION SELECT code, name_vi FROM register_posttitle) words)
"""
# An array is looked up by index, a join scans all.
GATHER = GATHER.replace("{all}", "ARRAY(SELECT unit_id FROM reach)").replace("{codes}", CODES)
WHOLE = WHOLE.replace("{codes}", CODES)


@dataclass(frozen=True, slots=True)
class Named:
    """Whom operations name, those to be born included."""

    units: set[UnitId] = field(default_factory=set)
    posts: set[PostId] = field(default_factory=set)
    people: set[PersonId] = field(default_factory=set)

    @property
    def owners(self) -> set[OwnerId]:
        """All of them."""
        return self.units | self.posts | self.people


@dataclass(frozen=True, slots=True)
class Gathered:
    """A snapshot, and the last moment at which each owner that the operations may change was written."""

    snapshot: Snapshot
    written_at: dict[OwnerId, datetime]

    def label(self, owner: OwnerId) -> str:
        """Name an owner for a reader, by its number where nothing is left of it."""
        return self.snapshot.label(owner)


def gather(operations: Sequence[ops.Operation]) -> Gathered:
    """Gather what the operations touch or lean on: one statement, one more if they revoke."""
    signed = {
        operation.decision: changes_of(operation.decision)
        for operation in operations
        if isinstance(operation, ops.Revoke)
    }
    undone = [row for changes in signed.values() for change in changes for row in _sides(change)]
    found = named(operations)
    for row in undone:
        _note_owners(row, found)
    parameters = {
        "units": list(found.units),
        "posts": list(found.posts),
        "people": list(found.people),
        "codes": sorted(_codes(operations) | {row.value for row in undone if isinstance(row, Identifier)}),
        "sharing": [row.unit for row in [*operations, *undone] if isinstance(row, ops.SetQuota | Quota)],
    }
    return _read(GATHER, parameters, signed)


def gather_units(units: Iterable[UnitId]) -> Snapshot:
    """Gather units with posts and holders, what stands right under them and all above."""
    none: list[Any] = []
    parameters = {"units": sorted(units), "posts": none, "people": none, "codes": none, "sharing": none}
    return _read(GATHER, parameters, {}).snapshot


def gather_whole() -> Gathered:
    """Gather the whole register, for work that may touch all of it."""
    return _read(WHOLE, {}, {})


def changes_of(decision: UUID) -> tuple[Change, ...]:
    """Give what a signed decision changed, in order."""
    recorded = RecordedChange.objects.filter(decision=decision, kind=RecordedChange.Kind.RECORDED)
    return tuple(map(core_change, recorded.order_by("id")))


def named(operations: Iterable[ops.Operation]) -> Named:
    """Give every unit, post and person that the operations name, those to be born included."""
    found = Named()
    for operation in operations:
        _note_named(operation, found)
    return found


def _sides(change: Change) -> list[Row]:
    return [row for row in (change.before, change.after) if row is not None]


def _note_owners(row: Row, found: Named) -> None:
    """Note all that a row names."""
    match row:
        case Placement(parent=UUID() as parent):
            found.units.update((row.unit, parent))
        case Succession():
            found.units.update((row.origin, row.result))
        case PostVersion():
            found.posts.add(row.post)
            found.units.add(row.unit)
        case Appointment():
            found.people.add(row.person)
            found.posts.add(row.post)
        case Grading():
            found.people.add(row.person)
        case _:
            found.units.add(row.unit)


def _note_named(value: Any, found: Named) -> None:
    """Find units, posts and people in an operation, however deep; a field's name tells what it holds."""
    match value:
        case ops.Revoke():
            return
        case ops.NewPost():
            found.posts.add(value.id)
        case ops.NewUnit():
            found.units.add(value.id)
        case ops.Correct():
            found.units.update(_stated_unit(value))
    for name in value.__dataclass_fields__:
        _note_field(name, getattr(value, name), found)


def _note_field(name: str, value: Any, found: Named) -> None:
    if isinstance(value, tuple):
        for item in value:
            _note_field(name, item, found)
    elif hasattr(value, "__dataclass_fields__"):
        _note_named(value, found)
    elif isinstance(value, UUID) and name != "id":
        {"post": found.posts, "reports_to": found.posts, "person": found.people}.get(name, found.units).add(
            value
        )


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
    more: dict[str, dict[Any, Any]] = {"codes": {}, "titles": {}, "person": {}}
    written_at: dict[OwnerId, datetime] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        for about, raw in cursor:
            found = json.loads(raw) if isinstance(raw, str) else raw
            if about == "written":
                _note(written_at, UUID(found["owner"]), found["at"])
            elif about == "person":
                more["person"][UUID(found["id"])] = found["name"]
            elif about in more:
                more[about] = found or {}
            else:
                rows.append(row := facts.from_table(about, found))
                if isinstance(row, Succession):  # of what it receives, a unit has no other row
                    _note(written_at, row.result, found["recorded_from"])
    codes = {of: frozenset(codes) for of, codes in more["codes"].items() if codes}
    snapshot = Snapshot.of(rows, signed=signed, codes=codes, titles=more["titles"], people=more["person"])
    return Gathered(snapshot, written_at)


def _note(written_at: dict[OwnerId, datetime], owner: OwnerId, text: str) -> None:
    moment = datetime.fromisoformat(text)
    written_at[owner] = max(moment, written_at.get(owner, moment))
