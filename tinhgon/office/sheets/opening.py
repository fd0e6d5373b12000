"""Opens a workbook and gives its sheets as grids of cells."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from tinhgon.office.sheets.cells import Cell
from tinhgon.office.sheets.packing import Errors, look_into
from tinhgon.office.sheets.refusals import DamagedWorkbook, NoSuchSheet

Merged = list[tuple[tuple[int, int], tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: rows of cells from A1 on, and the ranges that are merged."""

    name: str
    rows: list[list[Cell]]
    merged: Merged


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook, checked before it was opened."""

    book: CalamineWorkbook
    errors: dict[str, Errors]

    @property
    def names(self) -> list[str]:
        """The sheets that a reader sees."""
        return [
            sheet.name
            for sheet in self.book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]

    def grid(self, name: str) -> Grid:
        """Read a sheet.

        :raises NoSuchSheet: the workbook has none of the name.
        :raises DamagedWorkbook: it cannot be read.
        """
        if name not in self.book.sheet_names:
            raise NoSuchSheet(name=name, known=self.names)
        sheet = self._sheet(name)
        rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
        for (row, place), error in self.errors.get(name, {}).items():
            if row < len(rows) and place < len(rows[row]):
                rows[row][place] = error
        return Grid(name, rows, sheet.merged_cell_ranges or [])

    def _sheet(self, name: str) -> CalamineSheet:
        try:
            return self.book.get_sheet_by_name(name)
        except CalamineError as error:
            raise DamagedWorkbook from error


def open_workbook(content: bytes) -> Workbook:
    """Open a workbook that is safe to read.

    :raises WorkbookRefused: it is none, is locked, damaged or too large.
    """
    parts = look_into(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        paths = dict(_paths(content))
    except (CalamineError, KeyError, ElementTree.ParseError) as error:
        raise DamagedWorkbook from error
    return Workbook(book, {name: parts[path].errors for name, path in paths.items() if path in parts})


def _paths(content: bytes) -> Iterator[tuple[str, str]]:
    """Tell in which part of the package each sheet stands."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        # Expat refuses entities that grow without bound; the size of both was checked.
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
        links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in book.iterfind(".//{*}sheet"):
        link = next((value for name, value in sheet.items() if name.endswith("}id")), None)
        yield sheet.get("name", ""), posixpath.join("/xl", targets.get(link, "")).lstrip("/")
