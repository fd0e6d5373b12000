"""The ground of the demonstration without a database, and the register after each chapter of its story."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import yaml

from tinhgon.core import operations as ops
from tinhgon.core.apply import apply
from tinhgon.core.history import batches
from tinhgon.core.intervals import LEVELS, KindWords, read
from tinhgon.core.snapshot import Snapshot
from tinhgon.people.demo.ground import EVE, MERGER, Ground, Place, survey
from tinhgon.people.demo.stage import Act
from tinhgon.people.demo.story import Story, tell
from tinhgon.register import data

DATA = Path(data.__file__).parent
KINDS = yaml.safe_load((DATA / "kinds.yaml").read_text(encoding="utf-8"))


@cache
def bare() -> Snapshot:
    """Give the register of the lists alone."""
    named = [kind for kind in KINDS if kind["level"]]
    words = KindWords({
        (LEVELS[kind["level"] - 1], word): kind["code"]
        for kind in named for word in (kind["prefix"], *kind["types"])
    })  # fmt: skip
    snapshot = Snapshot()
    lines = (DATA / "cantho" / "history.csv").read_text(encoding="utf-8").splitlines()
    for batch in batches(read(csv.DictReader(lines), words)):
        snapshot = snapshot.after(apply(snapshot, batch.operations, on=batch.on, decision=uuid4()))
    return snapshot


@cache
def merging() -> tuple[tuple[ops.Operation, ...], tuple[ops.Operation, ...]]:
    """Give what the two resolutions of the first of July order."""
    files = sorted((DATA / "cantho" / "decisions").glob("*.json"))
    raw = [json.loads(file.read_text(encoding="utf-8"))["operations"] for file in files[1:3]]
    first = ops.read(_named(raw[0], _holders()))
    assert isinstance(first[0], ops.Merge)
    return first, ops.read(_named(raw[1], _holders() | {"92": first[0].into.id}))


@cache
def ground() -> Ground:
    """Give the ground of the story."""
    first, second = merging()
    assert isinstance(first[0], ops.Merge)
    return survey(_places(), second, first[0].into.id)


@cache
def story() -> Story:
    """Give the story."""
    return tell(ground())


@cache
def told() -> dict[str, Snapshot]:
    """Give the register after each chapter; the core lets no decision lose anybody."""
    first, second = merging()
    snapshot = replace(bare(), people={one.id: one.name for one in story().people})
    found = {"before": (snapshot := _after(snapshot, story().before))}
    snapshot = snapshot.after(apply(snapshot, first, on=MERGER, decision=uuid4()))
    snapshot = _after(snapshot, story().ending)
    snapshot = snapshot.after(apply(snapshot, second, on=MERGER, decision=uuid4()))
    found["merged"] = snapshot = _after(snapshot, story().uniting)
    found["since"] = _after(snapshot, story().since)
    return found


def in_post(snapshot: Snapshot, day: date) -> set[UUID]:
    """Give everybody who holds a post on a day."""
    return {
        owner for owner, life in snapshot.lives.items()
        if any(day in row.valid for row in life.appointments)
    }  # fmt: skip


def _after(snapshot: Snapshot, acts: Iterable[Act]) -> Snapshot:
    for act in acts:
        snapshot = snapshot.after(apply(snapshot, act.operations, on=act.day, decision=act.id))
    return snapshot


@cache
def _holders() -> dict[str, UUID]:
    return {
        row.value: unit for unit, life in bare().lives.items() for row in life.identifiers if EVE in row.valid
    }


def _places() -> list[Place]:
    levels = {kind["code"]: kind["level"] for kind in KINDS if kind["level"]}
    codes = {unit: code for code, unit in _holders().items()}
    places = []
    for unit, code in codes.items():
        life = bare().lives[unit]
        version, placement = life.version_on(EVE), life.placement_on("territorial", EVE)
        assert version and placement
        places.append(Place(id=unit, code=code, name=version.name, kind=version.kind,
                            level=levels[version.kind], parent=placement.parent))  # fmt: skip
    return places


def _named(value: Any, holders: dict[str, UUID]) -> Any:
    if isinstance(value, dict):
        return {key: _named(item, holders) for key, item in value.items()}
    if isinstance(value, list):
        return [_named(item, holders) for item in value]
    is_code = isinstance(value, str) and value.startswith("code:")
    return str(holders[value.removeprefix("code:")]) if is_code else value
