"""The data files hold together: counts, sums, references, kinds. No database is needed."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest
import yaml

from tinhgon.core import operations
from tinhgon.core.identity import NAMESPACE
from tinhgon.register import data

DATA = Path(data.__file__).parent
CANTHO = DATA / "cantho"
NAMES = ("01-figures-2025-06-30", "02-202-2025-QH15", "03-1668-NQ-UBTVQH15", "04-correction")
SPLIT = {"code:31178", "code:31183", "code:31207"}
UNCHANGED = {"31213", "31249", "31264", "31309", "31537", "31603", "31795", "31810"}


def rows(path: Path) -> list[dict[str, str]]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(raw.decode("utf-8").splitlines()))


def listed(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def files() -> list[dict[str, Any]]:
    return [json.loads((CANTHO / "decisions" / f"{name}.json").read_text(encoding="utf-8")) for name in NAMES]


@pytest.fixture(scope="module")
def merger(files: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = files[2]["operations"]
    return found


def of(op: str, among: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [operation for operation in among if operation["op"] == op]


def open_codes(level: str) -> set[str]:
    found = [
        row["code"]
        for row in rows(CANTHO / "history.csv")
        if row["level"] == level and row["valid_from"] <= "2025-06-30" and not row["valid_to"]
    ]
    assert len(found) == len(set(found))
    return set(found)


def refs(value: Any) -> set[str]:
    if isinstance(value, list | dict):
        items = value.values() if isinstance(value, dict) else value
        return {ref for item in items for ref in refs(item)}
    return {value} if isinstance(value, str) and value.startswith("code:") else set()


def resolved(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: resolved(item) for key, item in value.items()}
    if isinstance(value, list):
        return [resolved(item) for item in value]
    is_ref = isinstance(value, str) and value.startswith("code:")
    return str(uuid5(NAMESPACE, value)) if is_ref else value


def test_the_eve_of_the_merger() -> None:
    assert {level: len(open_codes(level)) for level in ("province", "district", "commune")} == {
        "province": 3,
        "district": 28,
        "commune": 263,
    }


def test_no_interval_begins_with_the_merger_or_later() -> None:
    history = rows(CANTHO / "history.csv")

    assert len(history) == 367
    assert all(row["valid_from"] < "2025-07-01" and row["valid_to"] < "2025-07-01" for row in history)


def test_the_history_of_the_country() -> None:
    history = rows(DATA / "vn" / "history.csv.gz")
    acts = rows(DATA / "vn" / "acts.csv")

    assert len(history) == 17_532
    assert list(history[0]) == ["level", "code", "name", "type", "parent_code", "valid_from", "valid_to"]
    assert len(acts) == len({row["date"] for row in acts}) == 215


@pytest.mark.parametrize("place", [CANTHO / "history.csv", DATA / "vn" / "history.csv.gz"])
def test_every_date_of_a_history_has_its_list(place: Path) -> None:
    dates = {day for row in rows(place) for day in (row["valid_from"], row["valid_to"]) if day}

    assert dates <= {row["date"] for row in rows(place.with_name("acts.csv"))}


@pytest.mark.parametrize("place", [CANTHO / "history.csv", DATA / "vn" / "history.csv.gz"])
def test_every_type_of_a_history_is_a_known_kind(place: Path) -> None:
    levels = {"province": 1, "district": 2, "commune": 3}
    known = {
        (kind["level"], word) for kind in listed("kinds.yaml") for word in (kind["prefix"], *kind["types"])
    }

    assert {(levels[row["level"]], row["type"]) for row in rows(place)} <= known


def test_kinds_and_types_of_decisions_are_whole() -> None:
    kinds, types = listed("kinds.yaml"), listed("decision_types.yaml")

    assert len({kind["code"] for kind in kinds}) == len(kinds) == 20
    assert len({kind["code"] for kind in types}) == len(types)
    assert sum("Phụ lục III" in kind["source"] for kind in types) == 27
    assert all(kind["lines"] and kind["vi"] and kind["en"] and kind["source"] for kind in kinds)
    assert {kind["system"] for kind in types} == {"state", "party"}


def test_decisions_name_known_types_and_days(files: list[dict[str, Any]]) -> None:
    types = {kind["code"] for kind in listed("decision_types.yaml")}

    assert {file["format"] for file in files} == {"tinhgon/decision@1"}
    assert {file["decision"]["type"] for file in files} <= types
    assert all(date.fromisoformat(file["decision"]["effective_on"]) for file in files)
    assert files[3]["decision"]["title"].startswith("Minh họa")


def test_operations_can_be_read(files: list[dict[str, Any]]) -> None:
    for file in files:
        assert len(operations.read(resolved(file["operations"]))) == len(file["operations"])


def test_the_figures_cover_communes_and_provinces(files: list[dict[str, Any]]) -> None:
    units = [operation["unit"].removeprefix("code:") for operation in files[0]["operations"]]

    assert Counter(units) == Counter(open_codes("commune") | open_codes("province"))


def test_the_city_is_made_of_three(files: list[dict[str, Any]]) -> None:
    (merge,) = files[1]["operations"]

    assert refs(merge["members"]) == {f"code:{code}" for code in open_codes("province")}
    assert (merge["into"]["area_km2"], merge["into"]["population"]) == ("6360.83", 4_199_824)


def test_the_merger_makes_103_of_263(merger: list[dict[str, Any]]) -> None:
    made, moved = of("merge", merger), of("move", merger)

    assert (len(made), len(moved), len(of("dissolve", merger)), len(merger)) == (95, 8, 28, 139)
    assert Counter(merge["into"]["kind"] for merge in made) == {"ward": 30, "commune": 65}
    assert {move["unit"].removeprefix("code:") for move in moved} == UNCHANGED
    assert [merge["clause"] for merge in made] == [f"khoản {number} Điều 1" for number in range(1, 96)]


def test_every_commune_is_used_once_and_wholly(merger: list[dict[str, Any]]) -> None:
    people: Counter[str] = Counter()
    area: Counter[str] = Counter()
    for member in (member for merge in of("merge", merger) for member in merge["members"]):
        area[member["unit"]] += Decimal(member.get("share_area", "1"))  # type: ignore[assignment]
        people[member["unit"]] += Decimal(member.get("share_population", "1"))  # type: ignore[assignment]
        assert ("share_area" in member) == member.get("estimated", False) == (member["unit"] in SPLIT)

    assert set(area.values()) == set(people.values()) == {Decimal(1)}
    assert {ref.removeprefix("code:") for ref in area} == open_codes("commune") - UNCHANGED


def test_references_hold_on_the_day(files: list[dict[str, Any]]) -> None:
    before = {f"code:{code}" for level in ("province", "district", "commune") for code in open_codes(level)}
    after = {f"code:{merge['into']['code']}" for merge in of("merge", files[2]["operations"])}

    assert all(refs(file["operations"]) <= before for file in files[:3])
    assert refs(files[3]["operations"]) <= after
    assert after <= before


def test_districts_end_after_the_communes_left(merger: list[dict[str, Any]]) -> None:
    ops = [operation["op"] for operation in merger]

    assert set(ops[-28:]) == {"dissolve"}
    assert {end["unit"].removeprefix("code:") for end in merger[-28:]} == open_codes("district")


def test_new_units_stand_in_the_city_with_known_kinds(files: list[dict[str, Any]]) -> None:
    kinds = {kind["code"]: kind["prefix"] for kind in listed("kinds.yaml")}
    made = [merge["into"] for file in files for merge in of("merge", file["operations"])]

    assert {unit["parent"] for unit in made} == {None, "code:92"}
    assert all(unit["name"] == f"{kinds[unit['kind']]} {unit['short_name']}" for unit in made)
    assert len({UUID(unit["id"]) for unit in made}) == len(made) == 96


def test_figures_after_the_merger(files: list[dict[str, Any]], merger: list[dict[str, Any]]) -> None:
    (correction,) = files[3]["operations"]
    stated = [merge["into"] for merge in of("merge", merger)] + of("change_figures", merger)
    printed = next(unit["population"] for unit in stated if unit.get("code") == "31492")

    assert sum(Decimal(unit["area_km2"]) for unit in stated) == Decimal("6360.82")
    assert (printed, correction["value"]) == (2_402, 24_020)
    assert sum(unit["population"] for unit in stated) - printed + correction["value"] == 4_192_317
    assert sum(unit.get("estimated", False) for unit in stated) == 9


@pytest.mark.parametrize(("name", "count"), [("before", 263), ("after", 103)])
def test_maps_show_the_communes(name: str, count: int, merger: list[dict[str, Any]]) -> None:
    features = json.loads((CANTHO / f"map_{name}.geojson").read_text(encoding="utf-8"))["features"]
    after = {merge["into"]["code"] for merge in of("merge", merger)} | UNCHANGED
    codes = {feature["properties"]["code"] for feature in features}

    assert len(features) == count
    assert codes == (open_codes("commune") if name == "before" else after)
    assert all(set(feature["properties"]) == {"code", "name"} for feature in features)


def test_the_communes_of_the_country() -> None:
    before, after = (rows(DATA / "vn" / f"communes_{when}.csv.gz") for when in ("before", "after"))

    assert Counter(row["kind"] for row in after) == {"commune": 2621, "ward": 687, "special_zone": 13}
    assert len(before) == 10_040
    assert Counter(row["kind"] for row in before)["rural_district"] == 5
    assert sum(row["members"] == "1" for row in after) == 140
    assert {row["members"] for row in before} == {""}


@pytest.mark.parametrize(("when", "day"), [("before", "2025-06-30"), ("after", "2025-07-01")])
def test_the_communes_are_those_of_the_history(when: str, day: str) -> None:
    there = {row["code"] for row in rows(DATA / "vn" / f"communes_{when}.csv.gz") if row["code"] < "D"}
    lived = {
        row["code"]
        for row in rows(DATA / "vn" / "history.csv.gz")
        if row["level"] == "commune" and row["valid_from"] <= day and not "" < row["valid_to"] <= day
    }

    assert there == lived
