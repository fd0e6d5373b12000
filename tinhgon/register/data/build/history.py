"""The intervals of the register: the whole country's, and those of the three provinces before the merger."""

from __future__ import annotations

from pathlib import Path

from tinhgon.register.data.build.tables import Contradiction, Row, read, write

COLUMNS = ("level", "code", "name", "type", "parent_code", "valid_from", "valid_to")
ACTS = ("date", "acts", "source")
PROVINCES = ("92", "93", "94")
MERGER = "2025-07-01"
COMMUNES_BEFORE = 263


def build(source: Path, data: Path) -> None:
    """Write history and acts of the country and of the three provinces."""
    country = read(source / "vn_register_history.csv.gz")
    acts = read(source / "vn_register_snapshots.csv")
    cantho = three_provinces(country)
    write(data / "vn" / "history.csv.gz", COLUMNS, country)
    write(data / "vn" / "acts.csv", ACTS, acts)
    write(data / "cantho" / "history.csv", COLUMNS, cantho)
    write(data / "cantho" / "acts.csv", ACTS, _of_dates(acts, cantho))


def three_provinces(country: list[Row]) -> list[Row]:
    """Take the three provinces as they were up to the merger, which the decisions beside them carry out."""
    before = [row for row in country if row["valid_from"] < MERGER]
    districts = {row["code"] for row in before if row["parent_code"] in PROVINCES}
    kept = [_open(row) for row in before if _belongs(row, districts)]
    found = sum(row["level"] == "commune" and not row["valid_to"] for row in kept)
    if found != COMMUNES_BEFORE:
        raise Contradiction(f"{found} communes are open on the eve of the merger, not {COMMUNES_BEFORE}")
    return kept


def _belongs(row: Row, districts: set[str]) -> bool:
    if row["level"] == "province":
        return row["code"] in PROVINCES
    return row["parent_code"] in (PROVINCES if row["level"] == "district" else districts)


def _open(row: Row) -> Row:
    return {**row, "valid_to": ""} if row["valid_to"] == MERGER else row


def _of_dates(acts: list[Row], history: list[Row]) -> list[Row]:
    dates = {day for row in history for day in (row["valid_from"], row["valid_to"]) if day}
    return [row for row in acts if row["date"] in dates]
