"""The pen: stamps the moment, writes rows, publishes what changed. Only signing holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from datetime import date, datetime
from typing import Any

import orjson
from django.db import connection

from tinhgon.core import rows as core
from tinhgon.core.apply import Changes
from tinhgon.register import facts
from tinhgon.register.models import Change, Decision, Post, Unit
from tinhgon.temporal.models import Current

BATCH = 4000

# Facts go by owner and first day, lineage by its ends and the decision: what the core calls a row's key.
DELETE_FACTS = """
DELETE FROM {table} t USING unnest(%s::uuid[], %s::date[]{extra}) AS gone(owner, since{names})
WHERE t.{owner} = gone.owner AND lower(t.valid) = gone.since{match}
"""
DELETE_SUCCESSIONS = """
DELETE FROM register_succession t USING unnest(%s::uuid[], %s::uuid[], %s::uuid[]) AS gone(o, r, d)
WHERE t.origin_id = gone.o AND t.result_id = gone.r AND t.decision_id = gone.d
"""
# A long history publishes 80,000 rows: as one value they are read many times faster than each alone.
PUBLISH = """
INSERT INTO register_change (kind, decision_id, unit_id, subject, about, before, after, recorded_at)
SELECT kind, decision, unit, subject, about, before, after, %(stamp)s FROM json_to_recordset(%(rows)s::json)
    AS (kind text, decision uuid, unit uuid, subject uuid, about text, before jsonb, after jsonb)
"""
# Rows are born alike: what the table adds by itself, their number and moment, is left to it.
ENTER = "INSERT INTO {table} ({columns}) SELECT {columns} FROM json_to_recordset(%s::json) AS given({types})"
# Where each kind of fact stands, its owner's column, and what else its key takes: attribute, column, type.
TABLES = {
    core.Version: ("register_unitversion", "unit", None),
    core.Placement: ("register_placement", "unit", ("line", "line", "text")),
    core.Identifier: ("register_identifier", "unit", ("scheme", "scheme", "text")),
    core.Quota: ("register_quota", "unit", ("staff", "staff_id", "text")),
    core.PostVersion: ("register_postversion", "post", None),
    core.Appointment: ("register_appointment", "person", ("post", "post_id", "uuid")),
    core.Grading: ("register_grading", "person", None),
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
    _bear(_owners(come, core.Version) - _owners(gone, core.Version))
    Post.objects.bulk_create(
        [Post(id=post) for post in _owners(come, core.PostVersion) - _owners(gone, core.PostVersion)],
        ignore_conflicts=True,
        batch_size=BATCH,
    )
    for table, made in facts.table_rows(come).items():
        _enter(table, made)


def settle_homes(changes: Iterable[core.Change], *, today: date) -> None:
    """Let the unit in which each person concerned works today keep the file."""
    rows = [change.row for change in changes]
    settle(_owners(rows, core.Appointment), _owners(rows, core.PostVersion), today=today)


def settle(people: Set[core.PersonId], posts: Set[core.PostId], *, today: date) -> None:
    """Set the home of people, and of the holders of posts."""
    if people or posts:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT register_settle_homes(%s::uuid[], %s::uuid[], %s)", [list(people), list(posts), today]
            )


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


def _enter(table: type[Current], rows: Sequence[dict[str, Any]]) -> None:
    quote = connection.ops.quote_name
    own = {
        quote(field.attname): field.db_type(connection)
        for field in table._meta.concrete_fields if field.attname in rows[0]
    }  # fmt: skip
    sql = ENTER.format(
        table=quote(table._meta.db_table),
        columns=", ".join(own),
        types=", ".join(f"{name} {kind}" for name, kind in own.items()),
    )
    with connection.cursor() as cursor:
        for batch in (rows[start : start + BATCH] for start in range(0, len(rows), BATCH)):
            cursor.execute(sql, [orjson.dumps(batch, default=str).decode()])


def _recorded(decision: Decision, change: core.Change) -> dict[str, Any]:
    return {
        "kind": Change.Kind.RECORDED,
        "decision": decision.pk,
        **_about(change.row),
        "about": facts.NAMES[type(change.row)],
        "before": facts.to_json(change.before) if change.before else None,
        "after": facts.to_json(change.after) if change.after else None,
    }


def _about(row: core.Row) -> dict[str, Any]:
    """Name the unit, or else the post or the person."""
    of_unit = isinstance(row, core.OF_UNITS)
    return {"unit": row.owner if of_unit else None, "subject": None if of_unit else row.owner}


def _delete(rows: Sequence[core.Row]) -> None:
    for kind, (table, owner, extra) in TABLES.items():
        gone: list[Any] = [row for row in rows if isinstance(row, kind)]
        columns: list[list[Any]] = [[row.owner for row in gone], [row.valid.since for row in gone]]
        if extra:
            columns.append([getattr(row, extra[0]) for row in gone])
        sql = DELETE_FACTS.format(
            table=table,
            owner=f"{owner}_id",
            extra=f", %s::{extra[2]}[]" if extra else "",
            names=", more" if extra else "",
            match=f" AND t.{extra[1]} = gone.more" if extra else "",
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


def _owners(rows: Iterable[core.Row], kind: type[core.Row]) -> set[core.OwnerId]:
    return {row.owner for row in rows if isinstance(row, kind)}


def _bear(units: Iterable[core.UnitId]) -> None:
    """Make the identities of units that are new, or live again."""
    Unit.objects.bulk_create([Unit(id=unit) for unit in units], ignore_conflicts=True, batch_size=BATCH)
