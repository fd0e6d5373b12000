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
# One pass over what may be 30,000 changes: a row a unit, then the counts and a page of the units.
CHANGED = """
WITH units AS MATERIALIZED (
    SELECT unit_id, min(id) AS place,
        bool_or(about <> 'succession') AS changed,
        bool_or(about = 'version' AND before IS NULL) AS new_version,
        bool_or(about = 'version' AND before IS NOT NULL) AS old_version,
        bool_or(about = 'version' AND before ->> 'until' IS DISTINCT FROM after ->> 'until') AS cut,
        count(*) FILTER (WHERE about = 'succession' AND after IS NOT NULL) AS links,
        count(*) FILTER (WHERE about = 'succession' AND after IS NULL) AS taken_back,
        count(*) FILTER (WHERE about = 'succession' AND (after ->> 'estimated')::boolean) AS estimated
    FROM register_change
    WHERE decision_id = %(decision)s AND kind = 'recorded' AND unit_id IS NOT NULL
    GROUP BY unit_id
)
SELECT count(*) FILTER (WHERE changed),
    count(*) FILTER (WHERE new_version AND NOT old_version),
    count(*) FILTER (WHERE old_version AND cut AND NOT new_version),
    coalesce(sum(links), 0)::int,
    coalesce(sum(taken_back), 0)::int, count(*) FILTER (WHERE links > 0),
    (
        SELECT count(DISTINCT after ->> 'result') FROM register_change
        WHERE decision_id = %(decision)s AND about = 'succession'
    ), coalesce(sum(estimated), 0)::int,
    ARRAY(SELECT unit_id FROM units ORDER BY place LIMIT %(count)s OFFSET %(first)s)
FROM units
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


def changes_to(decision: UUID, units: Iterable[UUID]) -> Mapping[UUID, tuple[core.Change, ...]]:
    """Give what a signed decision changed about each of some units."""
    found = Change.objects.filter(decision=decision, kind=Change.Kind.RECORDED, unit__in=list(units))
    changes: dict[UUID, list[core.Change]] = {}
    for row in found.order_by("id"):
        if row.unit_id:
            changes.setdefault(row.unit_id, []).append(core_change(row))
    return {unit: tuple(of) for unit, of in changes.items()}


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
