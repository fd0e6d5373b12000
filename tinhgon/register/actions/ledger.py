"""The pen: stamps the moment, writes rows, publishes what changed. Only signing holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import orjson
from django.db import connection

from tinhgon.core import rows as core
from tinhgon.core.apply import Changes
from tinhgon.register import facts
from tinhgon.register.models import Change, Decision, Unit

BATCH = 4000

# Facts go by unit and first day, lineage by its two ends and the decision: what the core calls a row's key.
DELETE_FACTS = """
DELETE FROM {table} t USING unnest(%s::uuid[], %s::date[]{extra}) AS gone(unit_id, since{names})
WHERE t.unit_id = gone.unit_id AND lower(t.valid) = gone.since{match}
"""
DELETE_SUCCESSIONS = """
DELETE FROM register_succession t USING unnest(%s::uuid[], %s::uuid[], %s::uuid[]) AS gone(o, r, d)
WHERE t.origin_id = gone.o AND t.result_id = gone.r AND t.decision_id = gone.d
"""
# A long history publishes 80,000 rows: as one value they are read many times faster than each alone.
PUBLISH = """
INSERT INTO register_change (kind, decision_id, unit_id, about, before, after, recorded_at)
SELECT kind, decision, unit, about, before, after, %(stamp)s FROM json_to_recordset(%(rows)s::json)
    AS (kind text, decision uuid, unit uuid, about text, before jsonb, after jsonb)
"""
TABLES = {
    core.Version: ("register_unitversion", ""),
    core.Placement: ("register_placement", "line"),
    core.Identifier: ("register_identifier", "scheme"),
}


def stamp(at: datetime) -> datetime:
    """Take the signing lock and give the recorded moment: `at`, or just after the last one if that is later.

    The lock and the stamp last until the transaction ends.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT temporal_stamp(%s) FROM temporal_settle()", [at])
        (moment,) = cursor.fetchone()
    assert isinstance(moment, datetime)  # noqa: S101
    return moment


def write(changes: Iterable[core.Change]) -> None:
    """Write rows: all that go first, then all that come, so that no day ever has two truths."""
    gone, come = [], []
    for change in changes:
        gone.extend([change.before] if change.before is not None else [])
        come.extend([change.after] if change.after is not None else [])
    _delete(gone)
    _bear(_versioned(come) - _versioned(gone))
    for table, made in facts.table_rows(come).items():
        table.rows.bulk_create(made, batch_size=BATCH)


def publish(
    signed: Sequence[tuple[Decision, Changes]], *, stamp: datetime, today: date
) -> None:  # fmt: skip
    """Put into the outbox each recorded change, and each decision whose day has come."""
    rows: list[dict[str, Any]] = []
    for decision, changes in signed:
        rows.extend(_recorded(decision, change) for change in changes)
        if decision.effective_on <= today:
            rows.append({"kind": Change.Kind.EFFECTIVE, "decision": decision.pk, "about": ""})
    with connection.cursor() as cursor:
        for batch in (rows[start : start + BATCH] for start in range(0, len(rows), BATCH)):
            cursor.execute(PUBLISH, {"rows": orjson.dumps(batch).decode(), "stamp": stamp})


def _recorded(decision: Decision, change: core.Change) -> dict[str, Any]:
    return {
        "kind": Change.Kind.RECORDED,
        "decision": decision.pk,
        "unit": change.row.unit,
        "about": facts.NAMES[type(change.row)],
        "before": facts.to_json(change.before) if change.before else None,
        "after": facts.to_json(change.after) if change.after else None,
    }


def _delete(rows: Sequence[core.Row]) -> None:
    for kind, (table, extra) in TABLES.items():
        gone: list[Any] = [row for row in rows if isinstance(row, kind)]
        columns: list[list[Any]] = [[row.unit for row in gone], [row.valid.since for row in gone]]
        if extra:
            columns.append([getattr(row, extra) for row in gone])
        sql = DELETE_FACTS.format(
            table=table,
            extra=", %s::text[]" if extra else "",
            names=f", {extra}" if extra else "",
            match=f" AND t.{extra} = gone.{extra}" if extra else "",
        )
        _take_away(sql, columns)
    links = [row for row in rows if isinstance(row, core.Succession)]
    columns = [[getattr(row, name) for row in links] for name in ("origin", "result", "decision")]
    _take_away(DELETE_SUCCESSIONS, columns)


def _take_away(sql: str, columns: list[list[Any]]) -> None:
    """Delete the rows that the columns name, each exactly once: what was decided on must still be there."""
    if not columns[0]:
        return
    with connection.cursor() as cursor:
        cursor.execute(sql, columns)
        if cursor.rowcount != len(columns[0]):
            raise RuntimeError(f"{len(columns[0])} rows were to go, {cursor.rowcount} did: {sql}")


def _versioned(rows: Iterable[core.Row]) -> set[core.UnitId]:
    return {row.unit for row in rows if isinstance(row, core.Version)}


def _bear(units: Iterable[core.UnitId]) -> None:
    """Make the identities of units that are new, or live again."""
    Unit.objects.bulk_create([Unit(id=unit) for unit in units], ignore_conflicts=True, batch_size=BATCH)
