"""The register of a day as a table: CSV and XLSX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from django.utils import timezone

from tinhgon.core.rows import TERRITORIAL
from tinhgon.exchange.queries import kind_names
from tinhgon.office.sheets import csvs, lists
from tinhgon.office.sheets.lists import ListColumn
from tinhgon.register.queries import trees, units
from tinhgon.temporal.asof import AsOf

Cell: TypeAlias = str | int | float | Decimal | None
COLUMNS = (
    ListColumn("Mã", 10), ListColumn("Tên đơn vị", 34), ListColumn("Loại", 26), ListColumn("Bậc", 6),
    ListColumn("Mã cấp trên", 12), ListColumn("Tên cấp trên", 30),
    ListColumn("Diện tích (km²)", 15, "number"), ListColumn("Dân số", 12, "whole"),
    ListColumn("Số liệu ước tính", 16), ListColumn("Mã định danh", 38),
)  # fmt: skip


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
    """Write the table as CSV."""
    return csvs.write_csv([column.title for column in COLUMNS], found.rows)


def write_xlsx(found: Table, *, at: datetime) -> bytes:
    """Write a workbook: the table, and a sheet that says what it shows."""
    title = f"Sổ tổ chức bộ máy {_day(found.as_of.valid)}"
    about = found.provenance(at=at)
    return lists.write_list(title, COLUMNS, found.rows, name="Đơn vị", about=about, still=2, at=at)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M:%S}"
