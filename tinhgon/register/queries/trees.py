"""The tree of a line on a day: whole, below one unit, or open down to one unit. One statement each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.rows import NATIONAL, TERRITORIAL
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

UNLIMITED = 1000


@dataclass(slots=True)
class Node:
    """A unit in a tree on a day; `depth` counts from the root asked for, ancestors are negative."""

    id: UUID
    parent: UUID | None
    depth: int
    name: str
    kind: str
    code: str | None
    area_km2: Decimal | None
    population: int | None
    estimated: bool
    has_children: bool
    order: tuple[int, str]


COLUMNS = """
SELECT {unit}, at.parent_id, at.depth, v.name, v.kind_id, i.value, v.area_km2, v.population, v.estimated,
    {has_children}, k.position, v.name_key
"""
FACTS = """
JOIN {versions} v ON v.unit_id = at.unit_id AND v.valid @> %(day)s
JOIN register_unitkind k ON k.code = v.kind_id
LEFT JOIN {identifiers} i ON i.unit_id = at.unit_id AND i.scheme = %(scheme)s AND i.valid @> %(day)s
"""
WHOLE = """
{columns}
FROM (SELECT unit_id, parent_id, 0 AS depth FROM {placements} p WHERE line = %(line)s AND valid @> %(day)s) at
{facts}
"""
AMONG = """
{columns}
FROM (
    SELECT unit_id, parent_id, 0 AS depth FROM {placements} p
    WHERE unit_id = ANY(%(units)s::uuid[]) AND line = %(line)s AND valid @> %(day)s
) at
{facts}
"""
BELOW = """
WITH RECURSIVE down(unit_id, parent_id, depth) AS (
    SELECT unit_id, parent_id, 0 FROM {placements} p
    WHERE unit_id = {root} AND line = %(line)s AND valid @> %(day)s
    UNION ALL
    SELECT p.unit_id, p.parent_id, down.depth + 1
    FROM down JOIN {placements} p ON p.parent_id = down.unit_id AND p.line = %(line)s AND p.valid @> %(day)s
    WHERE down.depth < %(depth)s
), up(unit_id, parent_id, depth) AS (
    SELECT unit_id, parent_id, 0 FROM down WHERE depth = 0
    UNION ALL
    SELECT p.unit_id, p.parent_id, up.depth - 1
    FROM up JOIN {placements} p ON p.unit_id = up.parent_id AND p.line = %(line)s AND p.valid @> %(day)s
), at AS (SELECT * FROM down UNION ALL SELECT * FROM up WHERE depth < 0)
{columns} FROM at {facts}
"""
BY_CODE = (
    "(SELECT i.unit_id FROM {identifiers} i"
    " WHERE i.scheme = %(scheme)s AND i.value = %(root)s AND i.valid @> %(day)s)"
)
OPEN = """
WITH RECURSIVE up(unit_id, parent_id) AS (
    SELECT unit_id, parent_id FROM {placements} p
    WHERE unit_id = ANY(%(open)s::uuid[]) AND line = %(line)s AND valid @> %(day)s
    UNION
    SELECT p.unit_id, p.parent_id
    FROM up JOIN {placements} p ON p.unit_id = up.parent_id AND p.line = %(line)s AND p.valid @> %(day)s
), at AS (
    SELECT unit_id, parent_id, 0 AS depth FROM {placements} p
    WHERE line = %(line)s AND valid @> %(day)s
        AND (parent_id IS NULL OR parent_id IN (SELECT unit_id FROM up))
)
{columns} FROM at {facts}
"""
COMMUNES = """
WITH RECURSIVE up(unit_id, parent_id) AS (
    SELECT p.unit_id, p.parent_id
    FROM {identifiers} i
    JOIN {placements} p ON p.unit_id = i.unit_id AND p.line = %(line)s AND p.valid @> %(day)s
    WHERE i.scheme = %(scheme)s AND i.value = ANY(%(codes)s) AND i.valid @> %(day)s
    UNION
    SELECT p.unit_id, p.parent_id
    FROM up JOIN {placements} p ON p.unit_id = up.parent_id AND p.line = %(line)s AND p.valid @> %(day)s
), at(unit_id, parent_id, depth) AS (
    SELECT unit_id, parent_id, 0 FROM up WHERE parent_id IS NULL
    UNION ALL
    SELECT p.unit_id, p.parent_id, at.depth + 1
    FROM at JOIN {placements} p ON p.parent_id = at.unit_id AND p.line = %(line)s AND p.valid @> %(day)s
)
{columns} FROM at {facts} WHERE k.level = 3
"""
HAS_CHILDREN = (
    "EXISTS (SELECT FROM {placements} c WHERE c.parent_id = at.unit_id AND c.line = %(line)s"
    " AND c.valid @> %(day)s)"
)


def whole_tree(as_of: AsOf, *, line: str = TERRITORIAL) -> list[Node]:
    """Give every unit of a line, parents before children, siblings in Vietnamese order."""
    return ordered(_read(WHOLE, as_of, line=line))


def among(as_of: AsOf, *, units: Iterable[UUID], line: str = TERRITORIAL) -> list[Node]:
    """Give those of some units that stand in a line, in order; one without its parent among them is a top."""
    return ordered(_read(AMONG, as_of, line=line, units=listed(units)))


def subtree(
    as_of: AsOf, *, root: UUID | str, line: str = TERRITORIAL, depth: int = UNLIMITED
) -> tuple[list[Node], list[Node]]:
    """Give the ancestors of a unit, highest first, and the unit with all below it, in order.

    The root is a unit, or the national code that it bears on the day; both lists are empty if there is none.
    """
    nodes = _read(BELOW, as_of, line=line, root=root, depth=depth)
    above = sorted((node for node in nodes if node.depth < 0), key=lambda node: node.depth)
    return above, ordered(node for node in nodes if node.depth >= 0)


def open_tree(as_of: AsOf, *, at: Iterable[UUID] = (), line: str = TERRITORIAL) -> list[Node]:
    """Give the tops of a line, opened along the way down to some units and their own children."""
    return ordered(_read(OPEN, as_of, line=line, open=list(at), look=True))


def branch(as_of: AsOf, *, parent: UUID, line: str = TERRITORIAL) -> list[Node]:
    """Give the children of a unit, in order; depths count from the top."""
    nodes = _read(BELOW, as_of, line=line, root=parent, depth=1, look=True)
    children = sorted((node for node in nodes if node.depth == 1), key=lambda node: node.order)
    above = -min((node.depth for node in nodes), default=0)
    for child in children:
        child.depth += above
    return children


def communes(as_of: AsOf, *, codes: Iterable[str]) -> list[Node]:
    """Give the communes that bear one of the codes and all others under the same tops, in order."""
    nodes = _read(COMMUNES, as_of, line=TERRITORIAL, codes=sorted(codes))
    return sorted(nodes, key=lambda node: node.order)


def ordered(nodes: Iterable[Node]) -> list[Node]:
    """Put parents before their children and siblings in order; depths count from the top."""
    children: dict[UUID | None, list[Node]] = {}
    by_id = {node.id: node for node in nodes}
    for node in sorted(by_id.values(), key=lambda node: node.order):
        children.setdefault(node.parent if node.parent in by_id else None, []).append(node)
    return list(_walk(children))


def _walk(children: dict[UUID | None, list[Node]]) -> Iterator[Node]:
    """Go depth first, without recursion, and set what only the walk knows."""
    stack = [(node, 0) for node in reversed(children.get(None, []))]
    while stack:
        node, depth = stack.pop()
        node.depth = depth
        below = children.get(node.id, ())
        node.has_children = node.has_children or bool(below)
        yield node
        stack.extend((child, node.depth + 1) for child in reversed(below))


def listed(units: Iterable[UUID]) -> str:
    """Write units as PostgreSQL reads a list: thousands go over much sooner than as parameters one by one."""
    return f"{{{','.join(map(str, units))}}}"


def _read(sql: str, as_of: AsOf, *, look: bool = False, **parameters: Any) -> list[Node]:
    """Run one of the statements; `look` asks the database whether each unit has children."""
    known = as_of.known is not None
    names = {
        "placements": source("register_placement", known=known),
        "versions": source("register_unitversion", known=known),
        "identifiers": source("register_identifier", known=known),
    }
    has_children = HAS_CHILDREN.format(**names) if look else "false"
    by_code = isinstance(parameters.get("root"), str)
    statement = sql.format(
        **names,
        root=BY_CODE.format(**names) if by_code else "%(root)s",
        columns=COLUMNS.format(unit="at.unit_id", has_children=has_children),
        facts=FACTS.format(**names),
    )
    values = {"day": as_of.valid, "known": as_of.known, "scheme": NATIONAL}
    with connection.cursor() as cursor:
        cursor.execute(statement, values | parameters)
        return [Node(*(*row[:10], row[10:12])) for row in cursor.fetchall()]
