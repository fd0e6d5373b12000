"""The body of a document as lines to print: numbered, each with the form a template knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any, TypeAlias

from tinhgon.office.letters.blocks import Article, Block, Bullet, Clause, Heading, Paragraph, Table
from tinhgon.office.letters.widths import shares

Line: TypeAlias = dict[str, Any]
LETTERS = "abcdđeghiklmnopqrstuvxy"  # points go by the Vietnamese alphabet
TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre
FIGURE = re.compile(r"[\dIVXLC.,/%–+-]*")  # what stands in the middle of a cell: numbers, days, shares
ROMAN = re.compile(r"[IVXL]+\.")


def lines(blocks: Iterable[Block]) -> list[Line]:
    """Number articles, clauses and points; give lines of the forms plain, bold, article, centre and table."""
    articles, clauses = count(1), count(1)
    made: list[Line] = []
    for block in blocks:
        match block:
            case Article():
                made += _article(next(articles), block)
            case Clause():
                made += _clause(next(clauses), block)
            case _:
                clauses = count(1) if isinstance(block, Heading) else clauses
                made += _other(block)
    return made


def closed(made: list[Line], end: str) -> list[Line]:
    """End the last line with the closing mark of a body (“./.”), unless it ends in a table.

    It is kept with what follows: a signature does not stand alone on its page.
    """
    if not made or made[-1]["form"] not in ("plain", "article"):
        return made
    text = made[-1]["text"].rstrip(" .;/")
    return [*made[:-1], {**made[-1], "text": f"{text}{end}", "kept": True}]


def spread(made: list[Line], room: float) -> list[Line]:
    """Say of each table's columns how wide they are in Word, in a line of so many mm."""
    for line in made:
        for column in line.get("columns", ()):
            column["twips"] = round(column["share"] * room * TWIPS)
    return made


def letter_of(place: int) -> str:
    """Give the letter of a point by its place from 0; after y come aa, ab…"""
    whole, rest = divmod(place, len(LETTERS))
    return (LETTERS[whole - 1] if whole else "") + LETTERS[rest]


def _line(form: str, text: str, label: str = "") -> Line:
    return {"form": form, "label": label, "text": text, "kept": False}


def _article(number: int, article: Article) -> Iterator[Line]:
    label = f"Điều {number}."
    if article.title:
        yield _line("bold", f"{label} {article.title}")
        if article.text:
            yield _line("plain", article.text)
    else:
        yield _line("article", article.text, label)
    for place, clause in enumerate(article.clauses, start=1):
        yield from _clause(place, clause)


def _clause(number: int, clause: Clause) -> Iterator[Line]:
    yield _line("plain", f"{number}. {clause.text}")
    for place, point in enumerate(clause.points):
        yield _line("plain", f"{letter_of(place)}) {point}")


def _other(block: Paragraph | Bullet | Heading | Table) -> Iterator[Line]:
    match block:
        case Paragraph(text):
            yield _line("plain", text)
        case Bullet(text):
            yield _line("plain", f"- {text}")
        case Heading(label, title, True):
            yield _line("centre", label)
            yield _line("centre", title.upper())
        case Heading(label, title):
            written = title.upper() if ROMAN.fullmatch(label) else title
            yield _line("bold", f"{label} {written}".strip())
        case Table():
            yield _table(block)


def _table(table: Table) -> Line:
    """Give every row as many cells as there are columns: a short one would draw up the next row's cells."""
    width = len(table.columns)
    rows: Sequence[list[str]] = [[*row, *[""] * width][:width] for row in table.rows]
    made = table.widths if len(table.widths) == width else shares(table.columns, rows)
    columns = [
        {"text": text, "share": share, "centred": all(FIGURE.fullmatch(row[place]) for row in rows)}
        for place, (text, share) in enumerate(zip(table.columns, made, strict=True))
    ]
    return {**_line("table", table.caption), "columns": columns, "rows": rows}
