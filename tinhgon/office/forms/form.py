"""The shape of every printed form: a head, sections of labels and tables, signatures, a foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired, TypeAlias, TypedDict

Pair: TypeAlias = Sequence[str]  # a label and its value


class Table(TypedDict):
    """A table of a section."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


class Section(TypedDict):
    """A part of a form: labels with values, a table, or both; `empty` stands where there is neither."""

    title: str
    pairs: NotRequired[Sequence[Pair]]
    table: NotRequired[Table]
    empty: NotRequired[str]


class Signature(TypedDict):
    """Who signs: the role, a line below it, and the name at the bottom."""

    role: str
    note: NotRequired[str]
    name: NotRequired[str]


class Form(TypedDict):
    """A form; `banner` stands on every page, as “Dữ liệu minh họa”, and so does `footer`.

    With a `cover` title and head have the first page to themselves.
    """

    title: str
    subtitle: NotRequired[str]
    banner: NotRequired[str]
    head: NotRequired[Sequence[Pair]]
    cover: NotRequired[bool]
    sections: Sequence[Section]
    place: NotRequired[str]
    signatures: NotRequired[Sequence[Signature]]
    footer: NotRequired[str]


def whole(form: Form) -> dict[str, Any]:
    """Give the form with every part there and every text printable, as templates expect it."""
    empty: dict[str, Any] = dict.fromkeys(("subtitle", "banner", "place", "footer"), "")
    sections = [_section(section) for section in form["sections"]]
    signatures = [{"note": "", "name": "", **one} for one in form.get("signatures", ())]
    made: dict[str, Any] = _printable(
        {**empty, "head": [], "cover": False, **form, "sections": sections, "signatures": signatures}
    )
    return made


def _section(section: Section) -> dict[str, Any]:
    made: dict[str, Any] = {"pairs": [], "empty": "Không có.", **section}
    table = section.get("table") or Table(columns=[], rows=[])
    made["table"] = {"columns": table["columns"], "rows": [_row(row, table) for row in table["rows"]]}
    return {**made, "bare": not made["pairs"] and not made["table"]["rows"]}


def _row(row: Sequence[str], table: Table) -> list[str]:
    """Give a row as many cells as the table has columns: a short one would draw up the next row's cells."""
    width = len(table["columns"])
    return [*row, *[""] * width][:width]


def _printable(part: Any) -> Any:
    """Take out what no document can hold: control characters."""
    match part:
        case str():
            return "".join(letter for letter in part if letter.isprintable() or letter == "\n")
        case dict():
            return {name: _printable(value) for name, value in part.items()}
        case list() | tuple():
            return [_printable(value) for value in part]
        case None:
            return ""
    return part if isinstance(part, bool) else str(part)
