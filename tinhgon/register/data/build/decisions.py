"""The decisions of the merger of 2025, and the figures before it, as files the register can sign."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tinhgon.core.identity import unit_id
from tinhgon.register.data.build import heads
from tinhgon.register.data.build.history import MERGER, PROVINCES, three_provinces
from tinhgon.register.data.build.tables import Contradiction, Row, number, read, write_decision

Operation = dict[str, Any]

CITY = {"area_km2": "6360.83", "population": 4199824}
KINDS = {"phường": "ward", "xã": "commune"}
MISPRINT = "31492"  # xã Lương Tâm: two whole members, only a zero lost at the source
ZEROS = {"published_x10": 10, "published_x100": 100, "published_x1000": 1000}


def build(source: Path, target: Path) -> None:
    """Write the four files, in the order in which they are signed."""
    before, after = read(source / "cantho_units_before.csv"), read(source / "cantho_units_after.csv")
    mapping = read(source / "cantho_mapping.csv")
    history = three_provinces(read(source / "vn_register_history.csv.gz"))
    write_decision(target / "01-figures-2025-06-30.json", heads.FIGURES, figures(before))
    write_decision(target / "02-202-2025-QH15.json", heads.RESOLUTION_202, provinces())
    arranged = arrange(after, mapping, history)
    write_decision(target / "03-1668-NQ-UBTVQH15.json", heads.RESOLUTION_1668, arranged)
    misprint = next(row for row in after if row["code"] == MISPRINT)
    write_decision(target / "04-correction.json", heads.CORRECTION, correct(misprint))


def figures(before: list[Row]) -> list[Operation]:
    """Give each old commune its area and people, and each province what its communes add up to."""
    return [_figure(row) for row in before] + [_province_figure(code, before) for code in PROVINCES]


def _figure(row: Row) -> Operation:
    return {
        "op": "change_figures",
        "v": 1,
        "unit": f"code:{row['code']}",
        "area_km2": number(row["area_km2"]),
        "population": int(row["population_2019"]),
        "estimated": True,
        "note": heads.NOTES.get(row["geometry_quality"], heads.NOTES["ok"]),
    }


def _province_figure(code: str, before: list[Row]) -> Operation:
    """Give the census's own people, to which the communes add up exactly, and the sum of their areas."""
    inside = [row for row in before if row["province_code"] == code]
    people = sum(int(row["population_2019"]) for row in inside)
    if people != heads.CENSUS[code]:
        raise Contradiction(f"The communes of province {code} add up to {people} people, not the census's")
    area = sum((Decimal(row["area_km2"]) for row in inside), Decimal()).quantize(Decimal("0.1"))
    return {
        "op": "change_figures",
        "v": 1,
        "unit": f"code:{code}",
        "area_km2": number(str(area)),
        "population": people,
        "estimated": True,
        "note": heads.PROVINCE_NOTE,
    }


def provinces() -> list[Operation]:
    """Make one city of a city and two provinces; their districts follow."""
    return [
        {
            "op": "merge",
            "v": 1,
            "clause": "Điều 1",
            "members": [{"unit": f"code:{code}"} for code in PROVINCES],
            "into": {
                "id": _id("province", "92"),
                "name": "Thành phố Cần Thơ",
                "short_name": "Cần Thơ",
                "kind": "municipality",
                "code": "92",
                "parent": None,
                **CITY,
                "note": heads.CITY_NOTE,
            },
            "children": "follow",
        }
    ]


def arrange(after: list[Row], mapping: list[Row], history: list[Row]) -> list[Operation]:
    """Make 103 communes of 263: the clauses in their order, those that stay, then the districts' end."""
    sources = defaultdict(list)
    for row in mapping:
        sources[row["new_code"]].append(row)
    made = sorted((row for row in after if row["clause"]), key=lambda row: int(row["clause"]))
    kept = [row for row in after if not row["clause"]]
    districts = [row["code"] for row in history if row["level"] == "district" and not row["valid_to"]]
    return [
        *(_merge(row, sources[row["code"]]) for row in made),
        *(operation for row in kept for operation in _keep(row)),
        *(_end(code) for code in sorted(districts)),
    ]


def _merge(row: Row, sources: list[Row]) -> Operation:
    people, note = _population(row)
    new = {
        "id": _id("commune", row["code"]),
        "name": row["name"],
        "short_name": row["name"].partition(" ")[2],
        "kind": KINDS[row["type"]],
        "code": row["code"],
        "parent": "code:92",
        "area_km2": number(row["area_km2"]),
        "population": people,
    }
    return {
        "op": "merge",
        "v": 1,
        "clause": f"khoản {row['clause']} Điều 1",
        "members": [_member(member) for member in sources],
        "into": {**new, **note},
        "children": "stay",
    }


def _member(row: Row) -> Operation:
    if row["kind"] != "part":
        return {"unit": f"code:{row['old_code']}"}
    shares = {key: number(row[key]) for key in ("share_area", "share_population")}
    return {"unit": f"code:{row['old_code']}", **shares, "estimated": True}


def _keep(row: Row) -> tuple[Operation, Operation]:
    """A commune that was not arranged only comes under the city, with the figures then published."""
    people, note = _population(row)
    head = {"v": 1, "clause": "khoản 96 Điều 1", "unit": f"code:{row['code']}"}
    published = {"area_km2": number(row["area_km2"]), "population": people}
    return (
        {"op": "move", **head, "line": "territorial", "to": "code:92"},
        {"op": "change_figures", **head, **published, **note},
    )


def _end(code: str) -> Operation:
    return {"op": "dissolve", "v": 1, "clause": heads.DISTRICTS_END, "unit": f"code:{code}"}


def _population(row: Row) -> tuple[int, Operation]:
    """Give the people and where the number comes from: as published, or with its lost zeros put back."""
    people, lost = int(row["population"]), ZEROS.get(row["population_source"], 1)
    printed = people // lost
    if lost == 1:
        return people, {"note": heads.PUBLISHED}
    if row["code"] == MISPRINT:
        return printed, {"note": heads.MISPRINTED}
    return people, {"estimated": True, "note": heads.RESTORED.format(printed=printed)}


def correct(row: Row) -> list[Operation]:
    """Put back the zero that the printed figure had lost, from the first day on."""
    return [
        {
            "op": "correct",
            "v": 1,
            "unit": f"code:{row['code']}",
            "field": "population",
            "value": int(row["population"]),
            "since": MERGER,
            "until": None,
            "reason": heads.CORRECTION_REASON,
        }
    ]


def _id(level: str, code: str) -> str:
    """Name the unit once for all, so that links to it outlive a rebuilt register."""
    return str(unit_id(scheme="national", level=level, code=code, since=date.fromisoformat(MERGER)))
