"""Writes the workbook that people download, fill in and import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tinhgon.office.sheets.cells import letters
from tinhgon.office.sheets.columns import EXAMPLE, Column
from tinhgon.office.sheets.kinds import Choice, Code, Partial, YesNo
from tinhgon.office.sheets.writing import HEAD, put, workbook

ENTRY, GUIDE, CHOICES = "Nhập dữ liệu", "Hướng dẫn", "Danh mục"
GUIDE_COLUMNS = (
    ("Cột", 26),
    ("Bắt buộc", 10),
    ("Cách điền", 50),
    ("Giải thích", 60),
    ("Tiêu đề khác được nhận", 50),
)
CHECKED_ROWS = 5_000  # rows below the header that have drop-down lists
SHOWN = {"italic": True, "font_color": "#6B7280"}
YES_NO = ("có", "không")


def template_workbook(columns: Sequence[Column], examples: Sequence[Mapping[str, str]]) -> bytes:
    """Write a template: titles with notes, lists to choose from, examples that are not imported, a guide."""

    def write(book: Any) -> None:
        head = book.add_format(HEAD)
        _write_entry(book, columns, examples, head)
        _write_guide(book.add_worksheet(GUIDE), columns, head)
        _write_choices(book, columns, head)

    return workbook(write)


def _write_entry(
    book: Any, columns: Sequence[Column], examples: Sequence[Mapping[str, str]], head: Any
) -> None:
    sheet, text = book.add_worksheet(ENTRY), book.add_format({"num_format": "@"})
    shown = book.add_format({**SHOWN, "num_format": "@"})
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        # A cell of texts keeps zeros in front, and days as they were typed.
        keeps = isinstance(column.kind, Code | Partial)
        sheet.set_column(place, place, max(14, len(column.title) + 6), text if keeps else None)
        put(sheet, 0, place, _heading(column), head)
        sheet.write_comment(0, place, _note(column), {"x_scale": 2})
        _offer(sheet, place, column, columns, below=len(examples))
    for row, example in enumerate(examples, start=1):
        for place, column in enumerate(columns):
            value = example.get(column.key, "")
            put(sheet, row, place, f"{EXAMPLE} {value}" if place == 0 else value, shown)


def _offer(sheet: Any, place: int, column: Column, columns: Sequence[Column], *, below: int) -> None:
    """Let people choose from a list; another value is still typed, and answered on import."""
    match column.kind:
        case Choice() as kind:
            where = letters([one for one in columns if isinstance(one.kind, Choice)].index(column))
            source: Any = f"='{CHOICES}'!${where}$2:${where}${len(kind.listed) + 1}"
        case YesNo():
            source = list(YES_NO)
        case _:
            return
    offered = {"validate": "list", "source": source, "error_type": "warning"}
    sheet.data_validation(1 + below, place, CHECKED_ROWS, place, offered)


def _write_guide(sheet: Any, columns: Sequence[Column], head: Any) -> None:
    for place, (title, width) in enumerate(GUIDE_COLUMNS):
        sheet.set_column(place, place, width)
        put(sheet, 0, place, title, head)
    for row, column in enumerate(columns, start=1):
        told = (column.title, "có" if column.required else "", column.kind.hint.vi, column.help)
        for place, text in enumerate((*told, "; ".join(column.titles[1:]))):
            put(sheet, row, place, text)
    note = f"Dòng bắt đầu bằng “{EXAMPLE}” không được nhập. Cột thừa được bỏ qua; thứ tự cột tùy ý."
    put(sheet, len(columns) + 2, 0, note)


def _write_choices(book: Any, columns: Sequence[Column], head: Any) -> None:
    lists = [(column.title, column.kind.listed) for column in columns if isinstance(column.kind, Choice)]
    if not lists:
        return
    sheet = book.add_worksheet(CHOICES)
    sheet.set_column(0, len(lists) - 1, 30)
    for place, (title, _) in enumerate(lists):
        put(sheet, 0, place, title, head)
    for row in range(max(len(names) for _, names in lists)):
        for place, (_, names) in enumerate(lists):
            if row < len(names):
                put(sheet, row + 1, place, names[row])


def _heading(column: Column) -> str:
    return f"{column.title} *" if column.required else column.title


def _note(column: Column) -> str:
    needed = ["Bắt buộc."] if column.required else []
    return " ".join([*needed, column.kind.hint.vi, column.help]).strip()
