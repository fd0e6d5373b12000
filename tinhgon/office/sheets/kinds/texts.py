"""Texts, names of people, codes of digits."""

from __future__ import annotations

from dataclasses import dataclass

from tinhgon.core.errors import Said
from tinhgon.core.names import nfc
from tinhgon.office.sheets import faults
from tinhgon.office.sheets.cells import Cell, shown
from tinhgon.office.sheets.kinds.kind import Kind


@dataclass(frozen=True)
class Text(Kind):
    """Any text, composed, with single spaces."""

    most: int = 500
    hint = Said("Chữ, bất kỳ.", "Any text.")

    def read(self, cell: Cell) -> str:
        """Give the text."""
        text = nfc(cell if isinstance(cell, str) else shown(cell))
        if len(text) > self.most:
            raise faults.TextTooLong(length=len(text), most=self.most)
        if not text.isprintable():
            raise faults.BadText
        return text


@dataclass(frozen=True)
class Name(Kind):
    """A person's name; one in capitals or small letters alone is written as names are."""

    most: int = 120
    hint = Said("Họ và tên đầy đủ, có dấu.", "Family name first, with all marks.")

    def read(self, cell: Cell) -> str:
        """Give the name."""
        name = Text(self.most).read(cell)
        odd = next((letter for letter in name if not (letter.isalpha() or letter in " .-'’")), None)
        if odd or not any(letter.isalpha() for letter in name):
            raise faults.BadName(found=name[:60], letter=odd or name[:1])
        return _as_name(name) if name.isupper() or name.islower() else name


@dataclass(frozen=True)
class Code(Kind):
    """Digits of one width; `lost` says how many zeros Excel may have dropped from the front."""

    width: int
    lost: int = 2
    hint = Said("Chữ số; giữ các số 0 ở đầu.", "Digits; keep the zeros at the front.")

    def read(self, cell: Cell) -> str:
        """Give the code with its zeros. A refusal never repeats the code: it may be a personal one."""
        if isinstance(cell, str) and len(cell) == self.width and cell.isascii() and cell.isdigit():
            return cell
        if isinstance(cell, float) and (abs(cell) >= 1e15 or not cell.is_integer()):
            raise faults.CodeRounded(width=self.width)
        text = f"{cell:.0f}" if isinstance(cell, float) else shown(cell)
        digits = "".join(text.split()).lstrip("'’").replace(".", "")
        if "E+" in text.upper():
            raise faults.CodeRounded(width=self.width)
        if not (digits.isascii() and digits.isdigit()):
            raise faults.BadCode(width=self.width)
        if not self.width - self.lost <= len(digits) <= self.width:
            raise faults.CodeOfWrongLength(length=len(digits), width=self.width)
        return digits.zfill(self.width)


def _as_name(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split())
