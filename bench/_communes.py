"""The country's communes as facts for the rules: before and after 01/07/2025. No register is needed."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from _ground import ROOT  # first, as it makes our own packages importable

from tinhgon.core.rulebook import Book
from tinhgon.core.rules.units import Territory
from tinhgon.rules.packs import build, read

VN = ROOT / "tinhgon" / "register" / "data" / "vn"
EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
CANTHO = "92"
LIES_IN = {"Quận": "urban_district", "Thị xã": "town", "Thành phố": "provincial_city"}
CITY = "Thành phố Trung ương"


def book() -> Book:
    """Read the country's packs."""
    return build(read([ROOT / "rulepacks" / "vn"]))


@cache
def rows(when: str) -> list[dict[str, str]]:
    """Read a list of communes: `before` or `after`."""
    return _csv(f"communes_{when}")


def before() -> list[Territory]:
    """Give the 10,040 units of the eve; their terrain is in no list that we have."""
    central, inside = cities(EVE), lain_in()
    return [_territory(row, central, of_what=inside[row["code"]]) for row in rows("before")]


def after() -> list[Territory]:
    """Give the 3,321 units of the day; of Cần Thơ it is known that no commune is a mountain or island one."""
    central, inside = cities(DAY), lain_in()
    made: list[Territory] = []
    for row in rows("after"):
        members = int(row["members"])
        merged = members if members > 1 else None
        lowland = "lowland" if row["province_code"] == CANTHO else None
        # A ward left as it was keeps the standard of what it lay in.
        of_what = "province" if merged else inside.get(row["code"])
        made.append(_territory(row, central, of_what=of_what, members=merged, terrain=lowland))
    return made


def _territory(row: Mapping[str, str], central: set[str], **more: Any) -> Territory:
    if row["kind"] != "ward":
        more["of_what"] = None
    return Territory(
        kind=row["kind"],  # type: ignore[arg-type]
        in_municipality=row["province_code"] in central,
        area_km2=Decimal(row["area_km2"]) if row["area_km2"] else None,
        population=int(row["population"]) if row["population"] else None,
        **more,
    )


def lain_in() -> dict[str, str | None]:
    """Tell in what each unit of the eve lay; a city inside a centrally-run city is no city of a province."""
    types, central = _types("district", EVE), cities(EVE)
    found = {row["code"]: (LIES_IN.get(types.get(row["district_code"], "")), row) for row in rows("before")}
    return {
        code: None if what == "provincial_city" and row["province_code"] in central else what
        for code, (what, row) in found.items()
    }


def cities(day: date) -> set[str]:
    """Give the codes of the centrally-run cities of a day."""
    return {code for code, kind in _types("province", day).items() if kind == CITY}


def _types(level: str, day: date) -> dict[str, str]:
    on = day.isoformat()
    lived = (row for row in _csv("history") if row["valid_from"] <= on and not "" < row["valid_to"] <= on)
    return {row["code"]: row["type"] for row in lived if row["level"] == level}


@cache
def _csv(name: str) -> list[dict[str, str]]:
    with gzip.open(VN / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
