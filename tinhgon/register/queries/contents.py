"""Reads of one decision: what it orders and what it changed, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Case, F, Q, When

from tinhgon.core import rows as core
from tinhgon.register.models import Change, UnitVersion
from tinhgon.register.queries.decisions import core_change
from tinhgon.temporal.asof import AsOf

# The list of operations may take 5 MB: the database cuts the page out of it.
PAGE = """
SELECT jsonb_array_length(operations), jsonb_path_query_array(operations, %(page)s::jsonpath)
FROM register_decision WHERE id = %(decision)s
"""
# Of what may be 40,000 changes the index alone tells the units; only versions and lineage are looked into.
CHANGED = """
WITH units AS MATERIALIZED (
    SELECT unit_id, min(id) AS place, bool_or(about <> 'succession') AS changed
    FROM register_change WHERE decision_id = %(decision)s AND unit_id IS NOT NULL GROUP BY unit_id
), versions AS (
    SELECT bool_or(before IS NULL) AS new, bool_or(before IS NOT NULL) AS old,
        bool_or(before ->> 'until' IS DISTINCT FROM after ->> 'until') AS cut
    FROM register_change WHERE decision_id = %(decision)s AND about = 'version' GROUP BY unit_id
), fate AS MATERIALIZED (
    SELECT count(*) FILTER (WHERE new AND NOT old) AS began,
        count(*) FILTER (WHERE old AND cut AND NOT new) AS ended
    FROM versions
), links AS MATERIALIZED (
    SELECT count(after) AS made, count(*) - count(after) AS taken_back,
        count(DISTINCT unit_id) FILTER (WHERE after IS NOT NULL) AS origins,
        count(DISTINCT after ->> 'result') AS results,
        count(*) FILTER (WHERE (after ->> 'estimated')::boolean) AS estimated
    FROM register_change WHERE decision_id = %(decision)s AND about = 'succession'
)
SELECT (SELECT count(*) FROM units WHERE changed), began, ended,
    made, taken_back, origins, results, estimated,
    ARRAY(SELECT unit_id FROM units ORDER BY place LIMIT %(count)s OFFSET %(first)s)
FROM fate, links
"""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A page of a decision's operations as JSON, and how many there are."""

    total: int
    operations: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a decision changed: units, those that began and ended, lineage made and taken back."""

    units: int
    began: int
    ended: int
    links: int
    links_taken_back: int
    origins: int
    results: int
    estimated: int


def ordered(decision: UUID, *, first: int, count: int) -> Ordered:
    """Give some operations of a decision, counted from 0, without reading the others."""
    with connection.cursor() as cursor:
        cursor.execute(PAGE, {"decision": decision, "page": f"$[{first} to {first + count - 1}]"})
        total, raw = cursor.fetchone() or (0, [])
    return Ordered(total, json.loads(raw) if isinstance(raw, str) else raw)


def changed_units(decision: UUID, *, first: int, count: int) -> tuple[Tally, list[UUID]]:
    """Count what a signed decision changed, and give some of the units in the order of their changes."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGED, {"decision": decision, "first": first, "count": count})
        *counts, units = cursor.fetchone()
    return Tally(*counts), units


def changes_to(
    decision: UUID, units: Iterable[UUID], subjects: Iterable[UUID] = ()
) -> Mapping[UUID, tuple[core.Change, ...]]:
    """Give what a signed decision changed about each of some units, posts and people."""
    about = Q(unit__in=list(units)) | Q(subject__in=list(subjects))
    found = Change.objects.filter(about, decision=decision, kind=Change.Kind.RECORDED)
    changes: dict[UUID, list[core.Change]] = {}
    for row in found.order_by("id"):
        if owner := row.unit_id or row.subject:
            changes.setdefault(owner, []).append(core_change(row))
    return {owner: tuple(of) for owner, of in changes.items()}


@dataclass(frozen=True, slots=True)
class Called:
    """What a unit is called around a day, and a day nearest to it on which it bears that name."""

    name: str
    on: date


def called(units: Iterable[UUID], *, on: date, as_of: AsOf) -> dict[UUID, Called]:
    """Name units as they were on a day; one that was not alive then bears its nearest name."""
    later = Q(valid__startswith__gt=on)
    nearest = (
        Case(When(later, then=F("valid__startswith"))).asc(
            nulls_first=True
        ),  # begun by then: before the others
        F("valid__startswith").desc(),
    )
    versions = UnitVersion.objects.as_known(as_of).filter(unit__in=set(units))
    rows = versions.order_by("unit_id", *nearest).distinct("unit_id").values_list("unit_id", "valid", "name")
    return {
        unit: Called(name, max(valid.since, min(on, valid.last_day or on))) for unit, valid, name in rows
    }  # fmt: skip
