"""Looks into the packed file before a reader does: its size, how far its cells reach, failed formulas.

The reader takes memory for the whole rectangle up to the last cell, and the process stops where there is not
enough; and it shows a failed formula as an empty cell. Both must be known before.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from tinhgon.office.sheets.cells import CellError, letters, place_of
from tinhgon.office.sheets.refusals import (
    DamagedWorkbook,
    FileTooLarge,
    LockedWorkbook,
    NotAWorkbook,
    OldWorkbook,
    TooManyCells,
    TooManyRows,
    UnpacksTooLarge,
)

MEGABYTE = 1 << 20
MOST_BYTES, MOST_UNPACKED = 30 * MEGABYTE, 300 * MEGABYTE
MOST_ROWS, MOST_CELLS, MOST_PARTS = 200_000, 5_000_000, 5_000
PIECE = MEGABYTE
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of workbooks with a password
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
CELL = re.compile(rb"[<:]c[\s/>]")
REFERENCE = re.compile(rb"\br=[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'][^>]*>")
FILLED = re.compile(rb"\br=[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'][^>]*(?<!/)>")
FAILED = re.compile(rb"[<:]c\s([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)[/:]c>", re.DOTALL)
FAILURE = re.compile(rb"[<:]v[^>]*>([^<]*)<")
Errors = dict[tuple[int, int], CellError]


@dataclass(slots=True)
class Part:
    """One file of the package: how far its filled cells reach, and those whose formula failed."""

    rows: int = 0
    columns: int = 0
    errors: Errors = field(default_factory=dict)
    is_sheet: bool = False

    def look_at(self, piece: bytes) -> None:
        """Note what a piece of the sheet, made of whole tags, has.

        :raises DamagedWorkbook: cells do not say where they stand.
        """
        self.is_sheet = self.is_sheet or b"sheetData" in piece
        if not self.is_sheet:
            return
        filled = FILLED.findall(piece)
        # Counting is cheap, and in most pieces enough: each “<c” is a cell that says where it stands.
        if len(filled) < piece.count(b"<c") + piece.count(b":c") and _homeless(piece):
            raise DamagedWorkbook
        if filled:
            self.rows = max(self.rows, *(int(row) for row in {row for _, row in filled}))
            names = {name.decode() for name, _ in filled}
            self.columns = max(self.columns, *(place_of(name) + 1 for name in names))
        if b't="e"' in piece or b"t='e'" in piece:
            self.errors.update(_failed(piece))

    def check(self) -> None:
        """Refuse a sheet that reaches too far.

        :raises TooManyRows:
        :raises TooManyCells:
        """
        if self.rows > MOST_ROWS:
            raise TooManyRows(row=self.rows, most=MOST_ROWS)
        if self.rows * self.columns > MOST_CELLS:
            raise TooManyCells(cell=f"{letters(self.columns - 1)}{self.rows}", most=MOST_CELLS)


def look_into(content: bytes) -> dict[str, Part]:
    """Check a file that claims to be a workbook; give what was seen of each of its parts.

    :raises WorkbookRefused: it is none, is locked, or too large to be read safely.
    """
    if len(content) > MOST_BYTES:
        raise FileTooLarge(size=-(-len(content) // MEGABYTE), most=MOST_BYTES // MEGABYTE)
    if content.startswith(OLE):
        raise LockedWorkbook if ENCRYPTED in content else OldWorkbook
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _look_at_parts(package)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise (DamagedWorkbook if content.startswith(b"PK") else NotAWorkbook) from error
    except RuntimeError as error:  # zipfile's word for a part with a password
        raise LockedWorkbook from error


def _look_at_parts(package: zipfile.ZipFile) -> dict[str, Part]:
    entries = package.infolist()
    if "[Content_Types].xml" not in package.namelist():
        raise NotAWorkbook
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise UnpacksTooLarge(most=MOST_UNPACKED // MEGABYTE)
    parts = {}
    for entry in entries:
        part = parts[entry.filename] = Part()
        for piece in _tags(_unpacked(package, entry)):
            part.look_at(piece)
        part.check()
    return parts


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack piece by piece, down to the true end: the size that the directory tells may be a lie.

    :raises DamagedWorkbook: it is one.
    """
    left = entry.file_size
    entry.file_size += PIECE + 1  # lets zipfile read past it
    with package.open(entry) as stream:
        while piece := stream.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise DamagedWorkbook
            yield piece


def _tags(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Cut after whole rows, or at least whole tags."""
    rest = b""
    for piece in pieces:
        rest += piece
        end = rest.rfind(b"row>") + 4
        if end < 4:
            end = rest.rfind(b">") + 1
        if end or len(rest) > 4 * PIECE:
            yield rest[: end or len(rest)]
            rest = rest[end:] if end else b""
    yield rest


def _homeless(piece: bytes) -> bool:
    """Tell whether some cells do not say where they stand: how far they reach cannot be seen then."""
    return len(REFERENCE.findall(piece)) < len(CELL.findall(piece))


def _failed(piece: bytes) -> Iterator[tuple[tuple[int, int], CellError]]:
    """Find the cells that show #N/A, #REF! and the like."""
    for found in FAILED.finditer(piece):
        where, value = REFERENCE.search(found[1] + b">"), FAILURE.search(found[2])
        if where:
            text = value[1].decode(errors="replace") if value else "#N/A"
            yield (int(where[2]) - 1, place_of(where[1].decode())), CellError(text)
