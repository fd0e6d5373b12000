"""What was really decided, as a plan: which unit went into which, from the table of old and new codes."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tinhgon.solvers.consolidate.seats import seated
from tinhgon.solvers.consolidate.values import Conditions, Plan, Territory


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read one of our tables, plain or .gz."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def went_into(mapping: Sequence[Mapping[str, str]]) -> tuple[dict[str, str], list[str]]:
    """Give the new code of each old one, and which were split: they count where most people went."""
    into: dict[str, tuple[float, str]] = {}
    split: set[str] = set()
    for row in mapping:
        old, share = row["old_code"], float(row["share_population"] or 0)
        if old in into:
            split.add(old)
        if old not in into or share > into[old][0]:
            into[old] = (share, row["new_code"])
    return {old: new for old, (_, new) in into.items()}, sorted(split)


def enacted_plan(
    mapping: Sequence[Mapping[str, str]], territory: Territory, conditions: Conditions
) -> tuple[Plan, list[int]]:
    """Give the enacted plan of these units, and the places of those that were really split.

    Where the new authorities sit is not in the data: the seat is the member to which people travel least.
    """
    into, split = went_into(mapping)
    number: dict[str, int] = {}
    new = [number.setdefault(into.get(code, f"={code}"), len(number)) for code in territory.codes]
    known = set(split)
    places = [place for place, code in enumerate(territory.codes) if code in known]
    return seated(territory, conditions, np.array(new, np.int32)), places
