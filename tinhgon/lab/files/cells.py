"""Cells of tables of people and posts: lists, days, yes and no; what is not written is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.lab.files.tables import Table

BETWEEN = "|"
YES, NO = frozenset({"1", "true", "yes", "x", "có"}), frozenset({"0", "false", "no", "không"})


def word(cells: Mapping[str, str], column: str) -> str:
    """Read a text that may be left out."""
    return (cells.get(column) or "").strip()


def several(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    """Read texts parted by upright strokes."""
    return tuple(one.strip() for one in word(cells, column).split(BETWEEN) if one.strip())


def day(table: Table, row: int, cells: Mapping[str, str], column: str) -> date | None:
    """Read a day; None where nothing is written."""
    written = word(cells, column)
    try:
        return parse_day(written) if written else None
    except Refused:
        table.fault(
            row, column, f"“{written[:30]}” không phải ngày; viết như 01/07/2025",
            f"“{written[:30]}” is no day; write 2025-07-01",
        )  # fmt: skip
        return None


def flag(table: Table, row: int, cells: Mapping[str, str], column: str) -> bool | None:
    """Read yes or no; None where nothing is written."""
    written = word(cells, column).lower()
    if written and written not in YES | NO:
        table.fault(
            row, column, f"“{written[:30]}” không rõ; viết 1 hoặc 0", f"“{written[:30]}”: write 1 or 0"
        )
    return None if not written else written in YES


def whole(table: Table, row: int, cells: dict[str, str], column: str, *, most: float = 1e6) -> int | None:
    """Read a whole number; None where nothing is written."""
    found = table.number(row, cells, column, most=most)
    if found is not None and not found.is_integer():
        table.fault(row, column, "phải là số nguyên", "must be a whole number")
        return None
    return None if found is None else int(found)


def choice(table: Table, row: int, cells: Mapping[str, str], column: str, of: Sequence[str]) -> str:
    """Read one of some words; the first where nothing is written."""
    written = word(cells, column)
    if written and written not in of:
        known = ", ".join(of)
        table.fault(
            row, column, f"“{written[:30]}” không có; chọn: {known}", f"“{written[:30]}”: one of {known}"
        )
    return written if written in of else of[0]


def once(table: Table, row: int, name: str, column: str, seen: dict[str, int]) -> None:
    """Let each id stand in one row."""
    if name and name in seen:
        vi = f"mã {name} đã có ở dòng {seen[name]}; mỗi mã một dòng"
        table.fault(row, column, vi, f"{name} stands in row {seen[name]}, too; give each its own")
    seen.setdefault(name, row)
