"""Tables of units: code, name, type, weights, position; other columns may group or class them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tinhgon.lab.files.tables import Table, read_table

CODE, LAT, LON = "code", "lat", "lon"
# Columns that tell the rules something, and the words that they take; empty is not known.
WORDS = {
    "terrain": ("mountain", "lowland", "island"),
    "region": ("mountain", "border", "other"),
    "of_what": ("urban_district", "provincial_city", "town", "province"),
    "exemption": ("isolated", "important"),
    "in_municipality": ("1", "0"),
}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as a file gives it; what is not written is None.

    :param cells: every column as it is written.
    """

    row: int
    code: str
    numbers: Mapping[str, float | None]
    lat: float | None
    lon: float | None
    cells: Mapping[str, str]


def read_units(
    raw: bytes, file: str, *, measures: Sequence[str] = ("population", "area_km2")
) -> list[UnitRow]:
    """
    Read units, in the order of the file.

    :param measures: the columns that weigh; each must be there.
    :raises FaultyFile: with every fault, by row and column.
    """
    table = read_table(raw, file, (CODE, *measures))
    found: dict[str, UnitRow] = {}
    for row, cells in table.numbered():
        unit = _unit(table, row, cells, measures)
        if unit.code in found:
            vi = f"mã {unit.code} đã có ở dòng {found[unit.code].row}; mỗi đơn vị một mã"
            table.fault(
                row, CODE, vi, f"{unit.code} stands in row {found[unit.code].row}, too; give each its own"
            )
        found.setdefault(unit.code, unit)
    if not table.rows:
        table.fault(2, CODE, "không có đơn vị nào", "there are no units")
    table.settle()
    return list(found.values())


def _unit(table: Table, row: int, cells: dict[str, str], measures: Sequence[str]) -> UnitRow:
    for column, words in WORDS.items():
        if cells.get(column) and cells[column] not in words:
            known = ", ".join(words)
            table.fault(row, column, f"ghi một trong: {known}", f"write one of: {known}")
    return UnitRow(
        row=row,
        code=table.text(row, cells, CODE),
        numbers={name: table.number(row, cells, name) for name in measures},
        lat=table.number(row, cells, LAT, least=-90, most=90),
        lon=table.number(row, cells, LON, least=-180, most=180),
        cells=cells,
    )
