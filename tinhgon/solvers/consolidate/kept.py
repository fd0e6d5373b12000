"""What a run keeps so that a later one need not begin anew: each part's plan, and what is proven of it."""

from __future__ import annotations

import hashlib
import json

import numpy as np

from tinhgon.solvers.consolidate.part import Part
from tinhgon.solvers.consolidate.values import Conditions, Standards, Territory, Weights


def digest_of(territory: Territory, standards: Standards, weights: Weights, conditions: Conditions) -> str:
    """Give a hash of all that a plan depends on."""
    told = hashlib.sha256(repr((territory.codes, weights, conditions, standards.waived_from)).encode())
    arrays = [territory.borders, territory.border_km, territory.group, territory.district, territory.position]
    arrays += [territory.may_seat, standards.sort, standards.spared]
    for table in (territory.measures, standards.merged, standards.alone):
        for name in table:
            told.update(name.encode())
            arrays.append(np.asarray(table[name], dtype=np.float64))
    for array in arrays:
        told.update(np.ascontiguousarray(array).tobytes())
    return told.hexdigest()


def packed(digest: str, parts: dict[int, Part]) -> bytes:
    """Give what is kept, by the least unit of each part."""
    rows = {
        str(least): [part.units, part.value, part.bound, part.firsts, part.notes]
        for least, part in parts.items()
    }
    return json.dumps({"of": digest, "parts": rows}).encode()


def unpacked(state: bytes | None, digest: str) -> dict[int, Part]:
    """Give the parts that were kept of the same run; none where what was kept is of another."""
    try:
        kept = json.loads(state or b"{}")
        rows = kept["parts"] if kept.get("of") == digest else {}
        return {int(least): _part(row) for least, row in rows.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _part(row: list) -> Part:  # type: ignore[type-arg]
    units, value, bound, firsts, notes = row
    return Part(
        units=tuple(tuple(unit) for unit in units),
        value=float(value),
        bound=float(bound),
        firsts=tuple((float(a), float(b)) for a, b in firsts),
        notes=tuple(notes),
    )
