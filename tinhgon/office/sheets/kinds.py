"""What a column holds, and how each is read from cells that people filled in their own ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from math import isfinite
from typing import Any, ClassVar

from tinhgon.core.errors import Said
from tinhgon.core.names import fold, nfc
from tinhgon.core.partial import DayRefused, PartialDay
from tinhgon.office.sheets import faults
from tinhgon.office.sheets.cells import Cell, shown
from tinhgon.office.sheets.nearest import Nearest
from tinhgon.office.sheets.numbers import of_float, parse_number, written

EXCEL_EPOCH = date(1899, 12, 30)


class Kind:
    """Reads a cell; `hint` tells people how to fill it."""

    hint: ClassVar[Said]

    def read(self, cell: Cell) -> Any:
        """Give the value of a cell that is not blank.

        :raises CellRefused: it holds something else; a day may raise a DayRefused.
        """
        raise NotImplementedError


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


@dataclass(frozen=True)
class Partial(Kind):
    """A day of which the day, or the month too, may be unknown."""

    hint = Said(
        "Ngày/tháng/năm; chỉ biết năm thì ghi năm: 01/03/1975, 03/1975 hoặc 1975.",
        "Day/month/year, or what is known of it: 01/03/1975, 03/1975 or 1975.",
    )

    def read(self, cell: Cell) -> PartialDay:
        """Give what is known of the day."""
        if isinstance(cell, datetime | date):
            return PartialDay.of(cell.date() if isinstance(cell, datetime) else cell)
        if isinstance(cell, int | float):
            return self._of_number(float(cell))
        return PartialDay.parse(shown(cell))

    def _of_number(self, number: float) -> PartialDay:
        """A number may be a year; a large one is a day that lost its form."""
        if number.is_integer() and 1800 <= number < 2200:
            return PartialDay(int(number))
        meant = f"{EXCEL_EPOCH + timedelta(days=number):%d/%m/%Y}" if 10_000 < number < 60_000 else ""
        raise faults.DayAsNumber(found=shown(number), suggested=meant)


@dataclass(frozen=True)
class Day(Partial):
    """A day known to the day."""

    hint = Said("Ngày/tháng/năm: 01/03/1975.", "Day/month/year: 01/03/1975.")

    def read(self, cell: Cell) -> date:  # type: ignore[override]
        """Give the day."""
        day = super().read(cell).whole
        if day is None:
            raise faults.DayIncomplete(found=shown(cell)[:40])
        return day


@dataclass(frozen=True)
class Number(Kind):
    """A decimal number."""

    least: Decimal | int | None = None
    most: Decimal | int | None = None
    hint = Said("Số, dấu phẩy cho phần lẻ: 1.234,56.", "A number, with a decimal comma: 1.234,56.")

    def read(self, cell: Cell) -> Decimal:
        """Give the number."""
        number = self._number(cell)
        if number is None:
            raise faults.NotANumber(found=shown(cell)[:40])
        if (self.least is not None and number < self.least) or (self.most is not None and number > self.most):
            ends = {"least": _end(self.least), "most": _end(self.most)}
            raise faults.NumberOutOfRange(found=written(number), **ends)
        return number

    def _number(self, cell: Cell) -> Decimal | None:
        if isinstance(cell, bool):
            return None
        if isinstance(cell, float | int):
            return of_float(cell) if isfinite(cell) else None
        return parse_number(cell) if isinstance(cell, str) else None


@dataclass(frozen=True)
class Whole(Number):
    """A number without a fraction."""

    hint = Said("Số nguyên: 1.234.", "A whole number: 1.234.")

    def read(self, cell: Cell) -> int:  # type: ignore[override]
        """Give the number."""
        number = super().read(cell)
        if number != int(number):
            raise faults.NotWhole(found=written(number))
        return int(number)


@dataclass(frozen=True)
class Choice(Kind):
    """One of a list: `names` says how each value is written; the first is the name to show."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hint = Said("Chọn trong danh mục.", "Choose from the list.")
    named_at_most = 8

    def read(self, cell: Cell) -> str:
        """Give the value that the cell names."""
        text = shown(cell)
        value = self._known.get(fold(text))
        if value is None:
            some = self.listed[: self.named_at_most]
            known = (*some, "…") if len(self.names) > len(some) else some
            meant = self._nearest.to(text)
            raise faults.UnknownChoice(found=nfc(text)[:60], known=known, suggested=meant)
        return value

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The names of the list."""
        return tuple(names[0] for names in self.names.values())

    @cached_property
    def _known(self) -> dict[str, str]:
        written = [(name, value) for value, names in self.names.items() for name in (*names, value)]
        return {fold(name): value for name, value in reversed(written)}

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self.listed)


@dataclass(frozen=True)
class YesNo(Kind):
    """Yes or no, in the words people use."""

    hint = Said("Ghi “có” hoặc “không”.", "Write “có” (yes) or “không” (no).")
    answers: ClassVar[dict[str, bool]] = {
        **dict.fromkeys(("co", "c", "x", "v", "✓", "✔", "true", "yes", "y", "1", "dung"), True),
        **dict.fromkeys(("khong", "k", "0", "false", "no", "n", "-", "sai"), False),
    }

    def read(self, cell: Cell) -> bool:
        """Give the answer."""
        answer = self.answers.get(fold(shown(cell)))
        if answer is None:
            raise faults.NotYesOrNo(found=shown(cell)[:40])
        return answer


REFUSALS = (faults.CellRefused, DayRefused)


def _as_name(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split())


def _end(end: Decimal | int | None) -> str:
    return "…" if end is None else written(Decimal(end))
