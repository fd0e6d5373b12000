"""The register of a day as a table: CSV and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import xlsxwriter
from django.utils import timezone

from tinhgon.core.rows import TERRITORIAL
from tinhgon.exchange.queries import kind_names
from tinhgon.register.queries import trees, units
from tinhgon.temporal.asof import AsOf

Cell: TypeAlias = str | int | float | Decimal | None
# Heading and width of each column.
COLUMNS = (
    ("Mã", 10), ("Tên đơn vị", 34), ("Loại", 26), ("Bậc", 6), ("Mã cấp trên", 12), ("Tên cấp trên", 30),
    ("Diện tích (km²)", 15), ("Dân số", 12), ("Số liệu ước tính", 16), ("Mã định danh", 38),
)  # fmt: skip
HEAD = {"bold": True, "bg_color": "#E8ECF4", "bottom": 1, "text_wrap": True, "valign": "top"}
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run as a formula


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a day, and what is to be said of them."""

    as_of: AsOf
    rows: Sequence[Sequence[Cell]]
    estimated: int

    def provenance(self, *, at: datetime) -> list[tuple[str, str]]:
        """Say what the table shows, in words for its reader."""
        known = self.as_of.known
        return [
            ("Sổ tổ chức bộ máy", "Tinh Gọn"),
            ("Tại ngày", _day(self.as_of.valid)),
            ("Theo điều sổ ghi tại", _moment(known) if known else "thời điểm xuất (mới nhất)"),
            ("Số đơn vị", str(len(self.rows))),
            ("Đơn vị có số liệu ước tính", str(self.estimated)),
            ("Xuất lúc", _moment(at)),
        ]


def table(as_of: AsOf, *, root: str = "", line: str = TERRITORIAL) -> Table:
    """Read the units of a day, all or those from a unit down, in tree order.

    :raises NoSuchUnit: the root does not stand in the line on the day.
    """
    nodes = units_of(as_of, root=root, line=line)
    kinds, by_id = kind_names(), {node.id: node for node in nodes}
    rows = [
        _row(node, by_id.get(node.parent) if node.parent else None, kinds[node.kind].vi) for node in nodes
    ]
    return Table(as_of, rows, sum(node.estimated for node in nodes))


def _row(node: trees.Node, above: trees.Node | None, kind: str) -> tuple[Cell, ...]:
    parent = (above.code, above.name) if above else (None, None)
    return (
        node.code, node.name, kind, node.depth + 1, *parent, node.area_km2, node.population,
        "có" if node.estimated else "", str(node.id),
    )  # fmt: skip


def units_of(as_of: AsOf, *, root: str, line: str = TERRITORIAL) -> list[trees.Node]:
    """Give the units of a day in tree order, all or those from one down.

    :raises NoSuchUnit: the root does not stand in the line on the day.
    """
    if not root.strip():
        return trees.whole_tree(as_of, line=line)
    found = trees.subtree(as_of, root=units.by_code(root, as_of), line=line)[1]
    if not found:
        raise units.NoSuchUnit(unit=root[:60], day=as_of.valid)
    return found


def file_name(as_of: AsOf, form: str) -> str:
    """Name a file after its day and its moment of knowledge."""
    known = f"-known-{timezone.localtime(as_of.known):%Y-%m-%dT%H%M}" if as_of.known else ""
    return f"register-{as_of.valid}{known}.{form}"


def write_csv(found: Table) -> Iterator[bytes]:
    """Write CSV that a spreadsheet opens as it is: UTF-8 with its mark, no cell a formula."""
    yield "\ufeff".encode()
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([heading for heading, _ in COLUMNS])
    for number, row in enumerate(found.rows, start=1):
        writer.writerow([harmless(cell) for cell in row])
        if number % 500 == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def harmless(cell: Cell) -> Cell:
    """Make a text that a spreadsheet would run a mere text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell


def write_xlsx(found: Table, *, at: datetime) -> bytes:
    """Write a workbook: the table, and a sheet that says what it shows."""
    output = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(output, options) as book:
        book.set_properties(
            {"title": f"Sổ tổ chức bộ máy {_day(found.as_of.valid)}", "created": at.replace(tzinfo=None)}
        )
        head = book.add_format(HEAD)
        area, count = book.add_format({"num_format": "#,##0.00"}), book.add_format({"num_format": "#,##0"})
        _write_units(book.add_worksheet("Đơn vị"), found, head, (area, count))
        _write_provenance(book.add_worksheet("Nguồn"), found, at, head)
    return output.getvalue()


def _write_units(sheet: Any, found: Table, head: Any, numbers: tuple[Any, Any]) -> None:
    formats: dict[int, Any] = {6: numbers[0], 7: numbers[1]}
    for column, (_, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width, formats.get(column))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(found.rows), len(COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    for column, (heading, _) in enumerate(COLUMNS):
        sheet.write_string(0, column, heading, head)
    for place, row in enumerate(found.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(sheet, place, column, cell, formats.get(column))


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, style)
    elif cell is not None:
        sheet.write_number(row, column, cell, style)


def _write_provenance(sheet: Any, found: Table, at: datetime, head: Any) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 40)
    for place, (name, value) in enumerate(found.provenance(at=at)):
        sheet.write_string(place, 0, name, head)
        sheet.write_string(place, 1, value)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M:%S}"
