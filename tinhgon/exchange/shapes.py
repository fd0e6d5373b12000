"""The register as plain JSON values: one shape for the API, the command line and whoever reads them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import orjson

from tinhgon.core.compare import Difference, Standing
from tinhgon.core.operations import Operation, write
from tinhgon.core.periods import Period
from tinhgon.core.rows import OF_UNITS, Change
from tinhgon.register import facts
from tinhgon.register.models import Change as RecordedChange
from tinhgon.register.models import Decision
from tinhgon.register.queries.lineage import Link
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.asof import AsOf


def to_bytes(value: Any, *, indent: bool = False) -> bytes:
    """Write JSON; exact decimals become numbers, as short as they are."""
    return orjson.dumps(value, default=_plain, option=orjson.OPT_INDENT_2 if indent else 0)


def _plain(value: Any) -> float:
    if isinstance(value, Decimal):
        return float(value)  # at most eleven digits: nothing is lost
    raise TypeError(f"No JSON for {type(value).__name__}.")


def point(as_of: AsOf) -> dict[str, Any]:
    """Say from where was looked."""
    return {"on": as_of.valid, "known_at": as_of.known}


def days(valid: Period) -> dict[str, Any]:
    """Give a period: the first day, and the first day after it."""
    return {"since": valid.since, "until": valid.until}


def node(found: Node, depth: int) -> dict[str, Any]:
    """Give a unit in a tree."""
    return {
        "id": found.id,
        "parent": found.parent,
        "depth": depth,
        "code": found.code,
        "name": found.name,
        "kind": found.kind,
        "area_km2": found.area_km2,
        "population": found.population,
        "estimated": found.estimated,
        "has_children": found.has_children,
    }


def standing(one: Standing | None) -> dict[str, Any] | None:
    """Give what a unit is on one of two days."""
    if one is None:
        return None
    return {
        "id": one.unit,
        "code": one.code or None,
        "name": one.name,
        "kind": one.kind,
        "parent": one.parent,
        "area_km2": one.area_km2,
        "population": one.population,
    }


def difference(one: Difference) -> dict[str, Any]:
    """Give one thing that is otherwise on the second day."""
    return {
        "kind": one.kind,
        "unit": one.unit,
        "before": standing(one.before),
        "after": standing(one.after),
        "origins": [standing(origin) for origin in one.origins],
        "results": [standing(result) for result in one.results],
    }


def link(one: Link) -> dict[str, Any]:
    """Give what passed from one unit to another."""
    return {name: getattr(one, name) for name in Link.__dataclass_fields__}


def decision(one: Decision, *, is_hidden: bool = False) -> dict[str, Any]:
    """Give a decision's head; without its title where that may name people out of the reader's reach."""
    return {
        "id": one.pk,
        "type": one.type_id,
        "number": one.number,
        "issuer": one.issuer,
        "issued_on": one.issued_on,
        "effective_on": one.effective_on,
        "title": "" if is_hidden else one.title,
        "state": one.state,
        "source": one.source,
        "source_note": one.source_note,
        "signed_at": one.signed_at,
        "revokes": one.revokes,
    }


def changes(made: Iterable[Change]) -> list[dict[str, Any]]:
    """Give rows as they were and as they become."""
    return [
        {
            "about": facts.NAMES[type(change.row)],
            "unit": change.row.owner if isinstance(change.row, OF_UNITS) else None,
            "subject": None if isinstance(change.row, OF_UNITS) else change.row.owner,
            "before": facts.to_json(change.before) if change.before else None,
            "after": facts.to_json(change.after) if change.after else None,
        }
        for change in made
    ]


def change(row: RecordedChange) -> dict[str, Any]:
    """Give a recorded change."""
    return {
        "about": row.about, "unit": row.unit_id, "subject": row.subject,
        "before": row.before, "after": row.after,
    }  # fmt: skip


def operations(ordered: Iterable[Operation]) -> list[dict[str, Any]]:
    """Give operations as a decision file has them."""
    return write(tuple(ordered))
