"""Worksheets that write usual texts by a short way: half the time of a large list goes into its texts."""

from __future__ import annotations

import re
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellStringTuple, Worksheet

# What must be escaped, or kept from being trimmed; the library takes care of such texts.
_UNUSUAL = re.compile(r"[&<>_\x00-\x1f\ufffe\uffff]|^\s|\s$")


class PlainSheet(Worksheet):
    """Writes what the library writes, byte by byte; a test holds it."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if not isinstance(cell, CellStringTuple) or self._is_unusual(row, col, cell):
            super()._write_cell(row, col, cell)
            return
        style = f' s="{cell.format._get_xf_index()}"' if cell.format else ""
        place = xl_rowcol_to_cell_fast(row, col)
        output: Any = self.fh  # open by now
        output.write(f'<c r="{place}"{style} t="inlineStr"><is><t>{cell.string}</t></is></c>')

    def _is_unusual(self, row: int, col: int, cell: Any) -> bool:
        if not self.constant_memory or _UNUSUAL.search(cell.string):
            return True
        column = self.col_info.get(col)
        return not cell.format and (
            row in self.row_info or (column is not None and bool(column.column_format))
        )


class PlainBook(Workbook):
    """A workbook of such sheets."""

    worksheet_class = PlainSheet
