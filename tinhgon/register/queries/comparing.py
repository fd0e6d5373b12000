"""The register of two days side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from tinhgon.core import rows as core
from tinhgon.core.compare import Difference, Standing, compare
from tinhgon.core.rows import NATIONAL, TERRITORIAL
from tinhgon.register.models import Succession
from tinhgon.register.queries import trees
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

# A unit can only be otherwise if one of its rows begins or ends after the first day and by the second.
# A row that goes on has no upper bound, which no comparison finds.
TURNS = """
SELECT unit_id FROM {{{table}}} WHERE {condition} lower(valid) > %(first)s AND lower(valid) <= %(second)s
UNION
SELECT unit_id FROM {{{table}}} WHERE {condition} upper(valid) > %(first)s AND upper(valid) <= %(second)s
"""
TOUCHED = "\nUNION ".join(
    TURNS.format(table=table, condition=condition)
    for table, condition in (
        ("versions", ""),
        ("placements", "line = %(line)s AND"),
        ("identifiers", "scheme = %(scheme)s AND"),
    )
)
# With all above them on either day: a tree needs its branches, a move the names of both parents.
WITH_ABOVE = """
WITH RECURSIVE up(unit_id) AS (
    SELECT unit_id FROM (
        {touched}
        UNION SELECT unnest(%(linked)s::uuid[])
    ) touched
    UNION
    SELECT p.parent_id
    FROM up JOIN {placements} p ON p.unit_id = up.unit_id AND p.line = %(line)s
        AND (p.valid @> %(first)s OR p.valid @> %(second)s)
    WHERE p.parent_id IS NOT NULL
)
SELECT unit_id FROM up
"""
# The last day on which units came, went or changed hands.
UPHEAVAL = """
SELECT max(day) FROM (
    SELECT max(lower(valid)) FROM {placements} p WHERE line = %(line)s AND lower(valid) <= %(day)s
    UNION ALL SELECT max(upper(valid)) FROM {placements} p WHERE line = %(line)s AND upper(valid) <= %(day)s
    UNION ALL SELECT max("on") FROM {successions} s WHERE "on" <= %(day)s
        AND EXISTS (SELECT FROM {placements} p WHERE p.unit_id = s.result_id AND p.line = %(line)s)
) days(day)
"""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is otherwise on the second day; of both trees the units that this is about, with all above."""

    before: list[trees.Node]
    after: list[trees.Node]
    differences: tuple[Difference, ...]


def differences(first: AsOf, second: AsOf, *, line: str = TERRITORIAL) -> tuple[Difference, ...]:
    """Tell what is otherwise on the second day."""
    return compared(first, second, line=line).differences


def compared(first: AsOf, second: AsOf, *, line: str = TERRITORIAL) -> Compared:
    """Compare two days by the units that changed between them: four statements.

    Two moments of knowledge may differ in any unit, so between them the whole trees are read.
    """
    links = successions_between(first.valid, second)
    if first.known != second.known or first.valid > second.valid:
        before, after = trees.whole_tree(first, line=line), trees.whole_tree(second, line=line)
    else:
        units = touched(first.valid, second, line=line, linked={end for row in links for end in ends(row)})
        before, after = (trees.among(day, units=units, line=line) for day in (first, second))
    found = compare(map(standing, before), map(standing, after), links)
    return Compared(before, after, found)


def touched(first: date, second: AsOf, *, line: str = TERRITORIAL, linked: Iterable[UUID] = ()) -> list[UUID]:
    """Give the units of a line that may be otherwise on the second day, and all above them on either."""
    sql = WITH_ABOVE.format(touched=TOUCHED.format(**_sources(second)), **_sources(second))
    values = {
        "first": first, "second": second.valid, "known": second.known, "line": line, "scheme": NATIONAL,
        "linked": trees.listed(linked),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [unit for (unit,) in cursor.fetchall()]


def last_upheaval(as_of: AsOf, *, line: str = TERRITORIAL) -> date | None:
    """Give the last day, up to the one in view, on which units began, ended, moved or gave parts away."""
    values = {"day": as_of.valid, "known": as_of.known, "line": line}
    with connection.cursor() as cursor:
        cursor.execute(UPHEAVAL.format(**_sources(as_of)), values)
        found: date | None = cursor.fetchone()[0]
    return found


def _sources(as_of: AsOf) -> dict[str, str]:
    tables = {
        "versions": "unitversion", "placements": "placement", "identifiers": "identifier",
        "successions": "succession",
    }  # fmt: skip
    known = as_of.known is not None
    return {name: source(f"register_{table}", known=known) for name, table in tables.items()}


def ends(row: core.Succession) -> tuple[UUID, UUID]:
    """Give the two units that a row of lineage joins."""
    return row.origin, row.result


def successions_between(after: date, until: AsOf) -> list[core.Succession]:
    """Give the lineage of the days after one, up to and with another, as known."""
    found = Succession.objects.as_known(until).filter(on__gt=after, on__lte=until.valid)
    return [
        core.Succession(
            origin=row.origin_id, result=row.result_id, on=row.on, decision=row.decision_id, how=row.how,
            share_area=row.share_area, share_population=row.share_population, estimated=row.estimated,
        )
        for row in found
    ]  # fmt: skip


def standing(node: trees.Node) -> Standing:
    """Make a value of a tree's node."""
    return Standing(
        unit=node.id, name=node.name, kind=node.kind, code=node.code or "", parent=node.parent,
        area_km2=node.area_km2, population=node.population,
    )  # fmt: skip
