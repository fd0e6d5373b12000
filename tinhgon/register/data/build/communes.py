"""The communes of the country on 30/06 and 01/07/2025: kind, area, people, of how many made."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tinhgon.register.data.build.tables import Contradiction, Row, number, read, write

COLUMNS = (
    "code", "name", "kind", "province_code", "district_code", "area_km2", "population", "population_source",
    "members",
)  # fmt: skip
# Five island districts had no communes; the tables list them beside the communes, as each became one unit.
KINDS = {
    "xã": "commune", "phường": "ward", "thị trấn": "township", "đặc khu": "special_zone",
    "huyện (no communes)": "rural_district",
}  # fmt: skip
BEFORE, AFTER = 10_040, 3_321


def build(source: Path, data: Path) -> None:
    """Write both lists."""
    made_of = Counter(row["new_code"] for row in read(source / "vn_mapping.csv.gz"))
    before = [_before(row) for row in read(source / "vn_units_before.csv.gz")]
    after = [_after(row, made_of[row["code"]]) for row in read(source / "vn_units_after.csv.gz")]
    if (len(before), len(after)) != (BEFORE, AFTER) or any(row["members"] == "0" for row in after):
        raise Contradiction(f"{len(before)} communes became {len(after)}, some of them perhaps of none")
    write(data / "vn" / "communes_before.csv.gz", COLUMNS, before)
    write(data / "vn" / "communes_after.csv.gz", COLUMNS, after)


def _before(row: Row) -> Row:
    people = row["population_2025_est"]
    return {**_common(row), "population": people, "population_source": "estimate" if people else ""}


def _after(row: Row, members: int) -> Row:
    return {**_common(row), "members": str(members)}


def _common(row: Row) -> Row:
    area = row["area_km2"]
    return {**row, "kind": KINDS[row["type"]], "area_km2": number(area) if area else ""}
