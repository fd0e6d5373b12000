"""Reads the rows of a list from a workbook and tells every fault of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from tinhgon.core.errors import Refused
from tinhgon.core.names import fold
from tinhgon.office.sheets.cells import Cell, CellError, is_blank
from tinhgon.office.sheets.columns import EXAMPLE, Column
from tinhgon.office.sheets.faults import Duplicate, EmptyCell, Fault, FormulaFailed, TooManyFaults
from tinhgon.office.sheets.header import Header, find_header
from tinhgon.office.sheets.kinds import REFUSALS
from tinhgon.office.sheets.memory import without_collecting
from tinhgon.office.sheets.opening import Grid, Workbook, open_workbook
from tinhgon.office.sheets.refusals import NoHeader

MOST_FAULTS = 100_000
_EXAMPLE = fold(EXAMPLE)
CACHED = 16_384
Key: TypeAlias = tuple[str, ...]
Reader: TypeAlias = tuple[Column, int, Callable[[Cell], Any]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list: its number in the sheet, values by key (None is blank), cells as they were."""

    number: int
    values: dict[str, Any]
    cells: list[Cell]


@dataclass(slots=True)
class Reading:
    """What a workbook holds: rows with all their values, and the faults of the others."""

    grid: Grid
    header: Header
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def ignored(self) -> list[str]:
        """The titles of the columns that nobody asked for."""
        return self.header.ignored

    def fault(self, row: Row, key: str, reason: Refused, suggestions: tuple[str, ...] = ()) -> None:
        """Add a fault that only the reader of the values can see, as that a unit is not known."""
        self.faults.append(Fault(row.number, self.header.places.get(key), key, reason, suggestions))


def read_list(
    content: bytes, columns: Sequence[Column], *, sheet: str = "", unique: Sequence[Key] = ()
) -> Reading:
    """Read a list; `unique` names the keys, or groups of keys, that no two rows may share.

    :raises WorkbookRefused: the file cannot be read, or no row names the columns.
    """
    with without_collecting():
        grid, header = _choose(open_workbook(content), columns, sheet)
        reading = Reading(grid, header, faults=list(header.faults(columns)))
        reading.rows.extend(_rows(grid, reading, [one for one in columns if one.key in header.places]))
    for keys in unique:
        reading.faults.extend(_duplicates(reading, keys, columns))
    reading.faults.sort(key=lambda fault: (fault.row, -1 if fault.place is None else fault.place))
    return reading


def _choose(book: Workbook, columns: Sequence[Column], name: str) -> tuple[Grid, Header]:
    """Take the sheet of the name, or the one whose header names most columns."""
    found = [(grid, find_header(grid, columns)) for grid in map(book.grid, [name] if name else book.names)]
    fitting = [(grid, header) for grid, header in found if header]
    if not fitting:
        raise NoHeader(columns=tuple(f"“{column.title}”" for column in columns if column.required))
    return max(fitting, key=lambda one: len(one[1].places))


def _rows(grid: Grid, reading: Reading, columns: Sequence[Column]) -> Iterator[Row]:
    """Read row by row; those that are blank, an example or the header once more are passed over."""
    header = reading.header
    # Most values of a list are there many times: each is read once, and held once.
    readers = [(one, header.places[one.key], lru_cache(CACHED, typed=True)(one.kind.read)) for one in columns]
    titles = grid.rows[header.row - 1]
    for number, cells in enumerate(grid.rows[header.last :], start=header.last + 1):
        if all(is_blank(cells[place]) for _, place, _ in readers) or cells == titles or _is_example(cells):
            continue
        if len(reading.faults) >= MOST_FAULTS:
            reading.faults.append(Fault(number, None, "", TooManyFaults(most=MOST_FAULTS)))
            return
        yield _row(number, cells, readers, reading.faults)


def _row(number: int, cells: list[Cell], readers: Sequence[Reader], faults: list[Fault]) -> Row:
    values: dict[str, Any] = {}
    for column, place, read in readers:
        cell = cells[place]
        values[column.key] = None
        if is_blank(cell):
            if column.required:
                faults.append(Fault(number, place, column.key, EmptyCell(title=column.title)))
            continue
        try:
            if isinstance(cell, CellError):
                raise FormulaFailed(found=cell)
            values[column.key] = read(cell)
        except REFUSALS as refused:
            faults.append(_fault(number, place, column, refused))
    return Row(number, values, cells)


def _fault(number: int, place: int, column: Column, refused: Refused) -> Fault:
    """Keep a refusal without its way through the program, which would hold the whole row."""
    meant = refused.facts.get("suggested") or ()
    suggestions = (meant,) if isinstance(meant, str) else tuple(meant)
    return Fault(number, place, column.key, refused.with_traceback(None), suggestions)


def _is_example(cells: list[Cell]) -> bool:
    first = next((cell for cell in cells if not is_blank(cell)), "")
    return isinstance(first, str) and first[:1] in "Vv" and fold(first).startswith(_EXAMPLE)


def _duplicates(reading: Reading, keys: Key, columns: Sequence[Column]) -> Iterator[Fault]:
    title = ", ".join(column.title for column in columns if column.key in keys)
    first: dict[tuple[Any, ...], int] = {}
    for row in reading.rows:
        value = tuple(row.values.get(key) for key in keys)
        if None in value:
            continue
        other = first.setdefault(value, row.number)
        if other != row.number:
            reason = Duplicate(title=f"“{title}”", other=other)
            yield Fault(row.number, reading.header.places[keys[0]], keys[0], reason)
