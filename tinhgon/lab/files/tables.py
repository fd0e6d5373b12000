"""A CSV table with a header, and the list of everything that is wrong in it."""

from __future__ import annotations

import csv
import gzip
import io
import math
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tinhgon.core.errors import Refused, Said

SHOWN = 20
GZIP = b"\x1f\x8b"
LARGEST = 512 * 1024 * 1024  # bytes unpacked: a small file may hold a great many
DELIMITERS = ",;\t"


class FaultyFile(Refused):
    """A file is refused; `found` holds each fault, with its row and column."""

    vi = "{file}: {count} lỗi, chưa dùng dòng nào. {shown}"
    en = "{file}: {count} faults; no row was used. {shown}"
    between = " "

    def __init__(self, file: str, found: Sequence[Said]) -> None:
        self.found = tuple(found)
        more = [Said("…", "…")] if len(found) > SHOWN else []
        super().__init__(file=file, count=len(found), shown=[*found[:SHOWN], *more])

    def as_json(self) -> dict[str, Any]:
        """Give every fault, not only those quoted."""
        faults = [{"vi": one.vi, "en": one.en} for one in self.found]
        return {**Refused.as_json(self), "faults": faults}


@dataclass(slots=True)
class Table:
    """The rows of a file, and what was found wrong with them so far; the header is row 1."""

    file: str
    columns: Sequence[str]
    rows: Sequence[dict[str, str]]
    faults: list[Said] = field(default_factory=list)

    def numbered(self) -> Iterable[tuple[int, dict[str, str]]]:
        """Give every row with its number."""
        return enumerate(self.rows, start=2)

    def fault(self, row: int, column: str, vi: str, en: str) -> None:
        """Note a fault, where it is, and what to do."""
        self.faults.append(Said(f"Dòng {row}, cột {column}: {vi}.", f"Row {row}, column {column}: {en}."))

    def text(self, row: int, cells: dict[str, str], column: str) -> str:
        """Read a text that must be there."""
        found = (cells.get(column) or "").strip()
        if not found:
            self.fault(row, column, "trống, hãy điền", "is empty; fill it in")
        return found

    def number(
        self, row: int, cells: dict[str, str], column: str, *, least: float = 0.0, most: float = 1e12
    ) -> float | None:
        """Read a number within bounds; None where nothing is written."""
        written = (cells.get(column) or "").strip()
        if not written:
            return None
        try:
            found = float(written)
        except ValueError:
            found = math.nan
        if math.isnan(found):
            self.fault(
                row,
                column,
                f"“{written[:30]}” không phải số; viết như 12.5",
                f"“{written[:30]}” is no number; write 12.5",
            )
            return None
        if not least <= found <= most:
            vi = f"{written[:30]} ngoài khoảng {least:g} đến {most:g}"
            self.fault(row, column, vi, f"{written[:30]} is not within {least:g} and {most:g}")
            return None
        return found

    def settle(self) -> None:
        """Let only a table without faults pass.

        :raises FaultyFile: with every fault.
        """
        if self.faults:
            raise FaultyFile(self.file, self.faults)


def read_table(raw: bytes, file: str, needed: Sequence[str]) -> Table:
    """Read a file, plain or .gz, parted by commas, semicolons or tabs.

    :raises FaultyFile: it is no such table or lacks a column.
    """
    text = _text(raw, file)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", restval="")
    try:
        columns = [(name or "").strip() for name in reader.fieldnames or ()]
        reader.fieldnames = columns
        rows = [{name: cell for name, cell in row.items() if isinstance(cell, str)} for row in reader]
    except csv.Error as fault:
        raise FaultyFile(file, [Said(f"Không đọc được: {fault}.", f"It cannot be read: {fault}.")]) from None
    table = Table(file, columns, rows)
    for name in needed:
        if name not in columns:
            there = ", ".join(columns)[:200]
            table.fault(1, name, f"thiếu cột này; có: {there}", f"is missing; there are: {there}")
    table.settle()
    return table


def _text(raw: bytes, file: str) -> str:
    try:
        if raw.startswith(GZIP):
            with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
                raw = packed.read(LARGEST)
        return raw.decode("utf-8-sig")
    except (UnicodeDecodeError, OSError, EOFError, zlib.error):
        said = Said("Tệp không phải CSV mã UTF-8.", "The file is no CSV in UTF-8.")
        raise FaultyFile(file, [said]) from None
