"""Writes the workbook in which somebody mends the faults of a list and imports it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from tinhgon.office.sheets.cells import Cell, is_blank, letters
from tinhgon.office.sheets.columns import ERRORS
from tinhgon.office.sheets.faults import Fault, lowered
from tinhgon.office.sheets.reading import Reading
from tinhgon.office.sheets.writing import DAY, HEAD, MOMENT, TIME, put, sheet_name, workbook

FAULTY = {"bg_color": "#FFD6D6", "border": 1, "border_color": "#C0392B"}
LIST = "Danh sách lỗi"
LIST_COLUMNS = (("Ô trong tệp gốc", 16), ("Ô trong tệp này", 16), ("Lỗi", 90), ("Gợi ý", 50))
LINKED = NOTED = 2_000  # Excel opens slowly with more links or notes; colours and sentences go on
NARROWEST, WIDEST, MEASURED = 8, 42, 200
NOTE = {"x_scale": 2, "y_scale": 0.8}


def error_workbook(reading: Reading, *, language: str = "vi") -> bytes:
    """Write the rows as they were, faulty cells coloured and explained, the sentences in a column in front.

    That column is passed over when the file is imported again, and replaced when faults are left.
    """
    return workbook(lambda book: _Mending(book, reading, language).write())


class _Mending:
    """One workbook being written."""

    def __init__(self, book: Any, reading: Reading, language: str) -> None:
        self.book, self.reading, self.language = book, reading, language
        titles = reading.grid.rows[reading.header.row - 1]
        self.dropped = int(bool(titles) and titles[0] == ERRORS)  # the column of an earlier time
        self.shift = 1 - self.dropped
        self.notes = 0
        self.styles = {faulty: _styles(book, faulty) for faulty in (False, True)}
        self.by_row: dict[int, list[Fault]] = defaultdict(list)
        for fault in reading.faults:
            self.by_row[fault.row].append(fault)

    def write(self) -> None:
        """Write the rows, then the list of faults."""
        name = sheet_name(self.reading.grid.name)
        self._write_rows(self.book.add_worksheet(name if name != LIST else f"{LIST} 2"))
        self._write_list(self.book.add_worksheet(LIST), name)

    def _write_rows(self, sheet: Any) -> None:
        header, rows = self.reading.header, self.reading.grid.rows
        sheet.set_column(0, 0, 50)
        for place, width in enumerate(_widths(rows[header.row - 1 :])[self.dropped :], start=1):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(header.last, 1)
        sheet.autofilter(header.row - 1, 0, max(len(rows), header.row) - 1, len(header.titles) - self.dropped)
        head = self.book.add_format(HEAD)
        for number, cells in enumerate(rows, start=1):
            if number == header.row:
                self._write_head(sheet, cells, head)
            else:
                self._write_row(sheet, number, cells)

    def _write_head(self, sheet: Any, cells: Sequence[Cell], head: Any) -> None:
        row = self.reading.header.row - 1
        put(sheet, row, 0, ERRORS, head)
        for place, cell in enumerate(cells[self.dropped :], start=1):
            put(sheet, row, place, cell, head)
        found = self.by_row.get(row + 1, ())
        if missing := [self._sentence(fault) for fault in found if fault.place is None]:
            sheet.write_comment(row, 0, "\n".join(missing), NOTE)
        self._write_notes(sheet, found)

    def _write_row(self, sheet: Any, number: int, cells: Sequence[Cell]) -> None:
        found = self.by_row.get(number, ())
        faulty = {fault.place for fault in found}
        if found:
            put(sheet, number - 1, 0, "\n".join(map(self._sentence, found)), self.styles[True][str])
        for place, cell in enumerate(cells[self.dropped :], start=self.dropped):
            if place in faulty:
                value = None if is_blank(cell) else cell
                put(sheet, number - 1, place + self.shift, value, _style(self.styles[True], cell))
            elif cell != "":
                style = None if _is_word(cell) else _style(self.styles[False], cell)
                put(sheet, number - 1, place + self.shift, cell, style)
        if found:
            self._write_notes(sheet, found)

    def _write_notes(self, sheet: Any, faults: Sequence[Fault]) -> None:
        notes: dict[int, list[str]] = defaultdict(list)
        for fault in faults:
            if fault.place is not None:
                notes[fault.place].append(fault.reason.message(self.language) + self._meant(fault))
        for place, said in notes.items():
            self.notes += 1
            if self.notes > NOTED:
                return
            sheet.write_comment(faults[0].row - 1, place + self.shift, "\n".join(said), NOTE)

    def _sentence(self, fault: Fault) -> str:
        """Name the column, not the cell: here every cell stands one further to the right."""
        said = fault.reason.message(self.language) + self._meant(fault)
        title = self.reading.header.titles[fault.place] if fault.place is not None else ""
        return f"{title}: {lowered(said)}" if title else said

    def _meant(self, fault: Fault) -> str:
        word = "Gợi ý" if self.language.startswith("vi") else "Perhaps"
        return f" {word}: {'; '.join(fault.suggestions)}." if fault.suggestions else ""

    def _write_list(self, sheet: Any, rows: str) -> None:
        head = self.book.add_format(HEAD)
        for place, (title, width) in enumerate(LIST_COLUMNS):
            sheet.set_column(place, place, width)
            put(sheet, 0, place, title, head)
        sheet.freeze_panes(1, 0)
        for number, fault in enumerate(self.reading.faults, start=1):
            here = f"{letters((fault.place or 0) + self.shift if fault.place is not None else 0)}{fault.row}"
            put(sheet, number, 0, fault.cell)
            if number <= LINKED:
                sheet.write_url(
                    number, 1, f"internal:'{rows.replace(chr(39), chr(39) * 2)}'!{here}", string=here
                )
            else:
                put(sheet, number, 1, here)
            put(sheet, number, 2, fault.message(self.language))
            put(sheet, number, 3, "; ".join(fault.suggestions))


def _styles(book: Any, faulty: bool) -> Mapping[type, Any]:
    """Give a style for each type of cell: texts keep what is typed, so that no zero is lost while mending."""
    forms = {str: "@", date: DAY, datetime: MOMENT, time: TIME, float: "General"}
    colour = FAULTY if faulty else {}
    return {kind: book.add_format({"num_format": form, **colour}) for kind, form in forms.items()}


def _is_word(cell: Cell) -> bool:
    """Tell whether typing it anew would leave it as it is, whatever the form of the cell."""
    return isinstance(cell, str) and cell[0].isalpha() and not cell[-1].isdigit()


def _style(styles: Mapping[type, Any], cell: Cell) -> Any:
    return styles.get(type(cell)) or styles[str if isinstance(cell, str) else float]


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Make columns as wide as what stands at their top."""
    columns = zip(*rows[:MEASURED], strict=False)
    longest = (max(len(str(cell)) for cell in column) for column in columns)
    return [max(NARROWEST, min(WIDEST, length + 2)) for length in longest]
