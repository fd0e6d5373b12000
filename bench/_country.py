"""The communes of 30/06/2025 as a territory, with what the law asks of them on a day; terrain is assumed."""

from __future__ import annotations

import csv
import gzip
import os
from datetime import date

import django
import numpy as np
from _ground import ROOT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
django.setup()

from tinhgon.core.rules.units.facts import Territory as Facts  # noqa: E402  (Django is set up first)
from tinhgon.lab.ground.standards import standards_of  # noqa: E402
from tinhgon.rules.library import book  # noqa: E402
from tinhgon.solvers.consolidate.values import Standards, Territory  # noqa: E402

VN = ROOT / "tinhgon" / "lab" / "data" / "vn"
CITIES = frozenset({"01", "31", "48", "79", "92"})  # centrally run; Huế is left with the others
# Assumed mountainous throughout: no table of terrain commune by commune is at hand.
MOUNTAINS = frozenset("02,04,06,08,10,11,12,14,15,17,19,20,24,25,62,64,66,67,68".split(","))  # noqa: SIM905
KINDS = {"phường": "ward", "thị trấn": "township"}
Row = dict[str, str]


def _rows(name: str) -> list[Row]:
    with gzip.open(VN / f"{name}.csv.gz", "rt", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def country(
    day: date,
    *,
    bordered: bool = True,
    provinces: frozenset[str] = frozenset(),
    codes: frozenset[str] = frozenset(),
) -> tuple[Territory, Standards]:
    """Give the communes named, of the provinces named, or all, and their standards."""
    units = [row for row in _rows("units_before") if not row["code"].startswith("D")]
    units = [row for row in units if not provinces or row["province_code"] in provinces]
    units = [row for row in units if not codes or row["code"] in codes]
    place = {row["code"]: number for number, row in enumerate(units)}
    near = [row for row in _rows("neighbours_before") if row["strength"] == "border"]
    near = [row for row in near if row["old_code_a"] in place and row["old_code_b"] in place]
    standards, _ = standards_of([_facts(row) for row in units], on=day, book=book())
    return Territory(
        codes=tuple(place),
        measures={
            "population": _column(units, "population", 0.0),
            "area_km2": _column(units, "area_km2", 0.0),
        },
        borders=np.array(
            [(place[row["old_code_a"]], place[row["old_code_b"]]) for row in near], dtype=np.int32
        ),
        border_km=_column(near, "shared_border_km", 0.0),
        group=_numbered(units, "province_code") if bordered else np.zeros(len(units), dtype=np.int32),
        district=_numbered(units, "district_code"),
        position=np.column_stack([_column(units, "lat", np.nan), _column(units, "lon", np.nan)]),
        may_seat=np.ones(len(units), dtype=bool),
    ), standards


def _facts(row: Row) -> Facts:
    mountain = row["province_code"] in MOUNTAINS
    city = row["province_code"] in CITIES
    kind = KINDS.get(row["type"], "commune")
    return Facts(
        kind="commune" if kind == "township" else kind,  # type: ignore[arg-type]
        terrain="mountain" if mountain else "lowland",
        of_what="provincial_city" if kind == "ward" else None,
        in_municipality=city,
        region=None if city else "mountain" if mountain else "other",
    )


def _column(rows: list[Row], name: str, missing: float) -> np.ndarray:
    return np.array([float(row[name] or missing) for row in rows])


def _numbered(rows: list[Row], name: str) -> np.ndarray:
    return np.unique([row[name] for row in rows], return_inverse=True)[1].astype(np.int32)
