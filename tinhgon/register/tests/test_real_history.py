"""The shipped histories and decisions, converted and applied by the core alone."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import yaml

from tinhgon.core import operations
from tinhgon.core.apply import apply
from tinhgon.core.history import Batch, batches
from tinhgon.core.intervals import LEVELS, KindWords, read
from tinhgon.core.rows import Version
from tinhgon.core.snapshot import Snapshot
from tinhgon.register import data

DATA = Path(data.__file__).parent
EVE, MERGER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def words() -> KindWords:
    kinds = yaml.safe_load((DATA / "kinds.yaml").read_text(encoding="utf-8"))
    named = [kind for kind in kinds if kind["level"]]
    return KindWords({
        (LEVELS[kind["level"] - 1], word): kind["code"]
        for kind in named for word in (kind["prefix"], *kind["types"])
    })  # fmt: skip


def lines(path: Path) -> Iterator[dict[str, str]]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return csv.DictReader(raw.decode("utf-8").splitlines())


def applied(snapshot: Snapshot, story: Iterable[Batch]) -> Snapshot:
    for batch in story:
        snapshot = snapshot.after(apply(snapshot, batch.operations, on=batch.on, decision=uuid4()))
    return snapshot


def holders(snapshot: Snapshot, day: date) -> dict[str, UUID]:
    return {
        row.value: unit
        for unit, life in snapshot.lives.items()
        for row in life.identifiers
        if day in row.valid
    }


def named(value: Any, holder: dict[str, UUID]) -> Any:
    """Put units for references by code."""
    if isinstance(value, dict):
        return {key: named(item, holder) for key, item in value.items()}
    if isinstance(value, list):
        return [named(item, holder) for item in value]
    is_ref = isinstance(value, str) and value.startswith("code:")
    return str(holder[value.removeprefix("code:")]) if is_ref else value


def open_on(snapshot: Snapshot, day: date, *kinds: str) -> list[Version]:
    found = [life.version_on(day) for life in snapshot.lives.values()]
    return [version for version in found if version and version.kind in kinds]


@pytest.fixture(scope="module")
def told(words: KindWords) -> list[Snapshot]:
    """The register of the three provinces: by the lists, then after each of the four decisions."""
    snapshots = [applied(Snapshot(), batches(read(lines(DATA / "cantho" / "history.csv"), words)))]
    for path in sorted((DATA / "cantho" / "decisions").glob("*.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        day = date.fromisoformat(file["decision"]["effective_on"])
        ordered = operations.read(named(file["operations"], holders(snapshots[-1], day)))
        changes = apply(snapshots[-1], ordered, on=day, decision=uuid4())
        snapshots.append(snapshots[-1].after(changes))
    return snapshots


def test_the_country_becomes_decisions(words: KindWords) -> None:
    rows = list(lines(DATA / "vn" / "history.csv.gz"))

    story = batches(read(rows, words))

    assert (len(rows), len(story)) == (17_532, 214)
    assert Counter(operation.op for batch in story for operation in batch.operations) == {
        "establish": 13_819,
        "dissolve": 10_464,
        "move": 2_296,
        "rename": 1_886,
        "change_kind": 1_220,
    }


def test_the_eve_and_the_day_of_the_merger(told: list[Snapshot]) -> None:
    last, places = told[-1], ("ward", "commune", "township")
    districts = ("urban_district", "rural_district", "town", "provincial_city")

    assert len(open_on(last, EVE, *places)) == 263
    assert len(open_on(last, EVE, *districts)) == 28
    assert Counter(version.kind for version in open_on(last, MERGER, *places)) == {"ward": 31, "commune": 72}
    assert open_on(last, MERGER, *districts) == []
    assert [version.name for version in open_on(last, MERGER, "municipality", "province")] == [
        "Thành phố Cần Thơ"
    ]


def test_area_and_people_after_the_merger(told: list[Snapshot]) -> None:
    communes = open_on(told[-1], MERGER, "ward", "commune")
    (city,) = open_on(told[-1], MERGER, "municipality")

    assert sum(version.area_km2 or 0 for version in communes) == Decimal("6360.82")
    assert sum(version.population or 0 for version in communes) == 4_192_317
    assert (city.area_km2, city.population) == (Decimal("6360.83"), 4_199_824)


def test_the_correction_mends_what_was_known(told: list[Snapshot]) -> None:
    known = [
        next(version for version in open_on(snapshot, MERGER, "commune") if version.name == "Xã Lương Tâm")
        for snapshot in told[-2:]
    ]

    assert [version.population for version in known] == [2_402, 24_020]


def test_every_commune_stands_in_the_city(told: list[Snapshot]) -> None:
    city = holders(told[-1], MERGER)["92"]
    places = [life.placement_on("territorial", MERGER) for life in told[-1].lives.values()]

    assert Counter(place.parent for place in places if place) == {city: 103, None: 1}


def test_lineage_of_the_merger(told: list[Snapshot]) -> None:
    lineage = [row for row in told[-1].successions if row.on == MERGER]
    shares: Counter[UUID] = Counter()
    for row in lineage:
        shares[row.origin] += row.share_area  # type: ignore[assignment]

    assert len(lineage) == 258 + 3
    assert set(shares.values()) == {Decimal(1)}
    assert sum(row.estimated for row in lineage) == 6
