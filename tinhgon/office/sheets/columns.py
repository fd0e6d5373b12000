"""What a list is asked to hold: its columns and the titles people give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from tinhgon.core.names import fold
from tinhgon.office.sheets.kinds import Kind

ERRORS = "Lỗi (bỏ qua khi nhập lại)"  # the column that an error workbook puts in front
EXAMPLE = "Ví dụ:"  # begins the row of a template that is not imported
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Column:
    """A column to be read: the first title is its name, the others are known too."""

    key: str
    titles: tuple[str, ...]
    kind: Kind
    required: bool = False
    help: str = ""

    @property
    def title(self) -> str:
        """The title a template gives it."""
        return self.titles[0]


def readings(title: str) -> tuple[str, ...]:
    """Give the ways in which a title may be meant: whole, and without what stands in brackets."""
    visible = "".join(letter for letter in title if unicodedata.category(letter) != "Cf")
    plain = fold(visible)
    return tuple(dict.fromkeys(map(_words, (plain, _BRACKETS.sub(" ", plain)))))


def by_title(columns: Sequence[Column]) -> dict[str, Column]:
    """Give the column of each reading of each title."""
    return {
        reading: column
        for column in reversed(columns)
        for title in reversed(column.titles)
        for reading in readings(title)[:1]
    }


def _words(folded: str) -> str:
    return " ".join(re.findall(r"\w+", folded))
