"""Units with their places, neighbours, and what became of them: Cần Thơ and the country, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tinhgon.register.data.build.tables import Contradiction, Row, number, read, write

BEFORE, AFTER = "before", "after"
UNITS = (
    "code", "name", "type", "province_code", "district_code", "population", "population_2019", "area_km2",
    "lat", "lon",
)  # fmt: skip
NEIGHBOURS = ("old_code_a", "old_code_b", "shared_border_km", "strength")
MAPPING = ("old_code", "new_code", "kind", "share_area", "share_population")
COUNTS = {BEFORE: 10_040, AFTER: 3_321}
CITY = {BEFORE: {"92", "93", "94"}, AFTER: {"92"}}
CITY_COUNTS = {BEFORE: 263, AFTER: 103}


def build(source: Path, data: Path) -> None:
    """Write every file, once for the country and once for Cần Thơ."""
    mapping = read(source / "vn_mapping.csv.gz")
    inside: set[str] = set()
    for when in (BEFORE, AFTER):
        units = [_unit(row) for row in read(source / f"vn_units_{when}.csv.gz")]
        pairs = [_pair(row) for row in read(source / f"vn_adjacency_{when}.csv.gz")]
        city = [row for row in units if row["province_code"] in CITY[when]]
        if (len(units), len(city)) != (COUNTS[when], CITY_COUNTS[when]):
            raise Contradiction(f"{len(units)} units {when}, {len(city)} of them in Cần Thơ")
        codes = {row["code"] for row in city}
        inside |= codes if when == BEFORE else set()
        _check(pairs, {row["code"] for row in units})
        write(data / "vn" / f"units_{when}.csv.gz", UNITS, units)
        write(data / "vn" / f"neighbours_{when}.csv.gz", NEIGHBOURS, pairs)
        write(data / "cantho" / f"units_{when}.csv", UNITS, city)
        write(data / "cantho" / f"neighbours_{when}.csv", NEIGHBOURS, _within(pairs, codes))
    write(data / "vn" / "mapping.csv.gz", MAPPING, mapping)
    write(data / "cantho" / "mapping.csv", MAPPING, [row for row in mapping if row["old_code"] in inside])


def _unit(row: Row) -> Row:
    """Count people as published in 2025 or spread from that; the census stands beside it."""
    people = row.get("population_2025_est", row.get("population", ""))
    census = row.get("population_2019", row.get("census2019_members", ""))
    area = number(row["area_km2"]) if row["area_km2"] else ""
    district = row.get("district_code", "")
    return {
        **row,
        "population": people,
        "population_2019": census,
        "area_km2": area,
        "district_code": district,
    }


def _pair(row: Row) -> Row:
    one = row.get("old_code_a") or row["new_code_a"]
    other = row.get("old_code_b") or row["new_code_b"]
    return {**row, "old_code_a": one, "old_code_b": other}


def _within(pairs: Sequence[Row], codes: set[str]) -> list[Row]:
    return [row for row in pairs if row["old_code_a"] in codes and row["old_code_b"] in codes]


def _check(pairs: Sequence[Row], codes: set[str]) -> None:
    for row in pairs:
        if row["old_code_a"] not in codes or row["old_code_b"] not in codes:
            raise Contradiction(f"neighbours {row['old_code_a']} and {row['old_code_b']}: one is no unit")
