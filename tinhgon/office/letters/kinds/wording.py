"""Formulae that several kinds share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tinhgon.core.errors import Said
from tinhgon.office.letters.blocks import Block, Bullet, Clause, Paragraph
from tinhgon.office.letters.heads import day_of
from tinhgon.office.letters.kinds.fields import Field, Given

EXECUTORS = Field("executors", "Người thi hành", "Who carries it out", "lines", required=True)
EFFECTIVE = Field("effective", "Ngày có hiệu lực", "Day of effect", "day")
PARAGRAPHS = Field("paragraphs", "Nội dung", "Text", "lines", required=True)
ABSTRACT = Field("abstract", "Trích yếu", "Abstract", required=True)
DUTIES = Field(
    "duties",
    "Nhiệm vụ giao",
    "Tasks",
    "rows",
    columns=(
        Field("lead", "Chủ trì", "Lead", required=True),
        Field("content", "Nội dung", "Content", "long", required=True),
        Field("with", "Phối hợp", "Cooperating"),
        Field("due", "Thời hạn", "Due day", "day"),
        Field("product", "Sản phẩm", "Product"),
    ),
)
HONORIFICS = (("ông", Said("ông", "Mr")), ("bà", Said("bà", "Ms")), ("đồng chí", Said("đồng chí", "comrade")))


def joined(names: Sequence[str]) -> str:
    """Give names as a sentence lists them: A, B và C."""
    return " và ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def opened(text: str) -> str:
    """Begin with a capital, as a sentence does."""
    return text[:1].upper() + text[1:]


def in_force(day: date | None) -> str:
    """Say from when a decision holds."""
    return f"Quyết định này có hiệu lực thi hành kể từ {day_of(day) if day else 'ngày ký'}."


def carried_out(executors: Sequence[str]) -> str:
    """Say who carries a decision out."""
    return f"{opened(joined(executors))} chịu trách nhiệm thi hành Quyết định này."


def written(lines: Sequence[str]) -> tuple[Block, ...]:
    """Turn lines of text into blocks: those after a dash are bullets."""
    return tuple(Bullet(text[2:]) if text.startswith("- ") else Paragraph(text) for text in lines)


def duty(row: Given) -> Clause:
    """Give a task as a sentence: who leads, with whom, what, by when."""
    helped = f", phối hợp với {row.text('with')}" if row.text("with") else ""
    due = row.day("due")
    until = f"; hoàn thành trước {day_of(due)}" if due else ""
    product = f"; sản phẩm: {row.text('product')}" if row.text("product") else ""
    content = _within(row.text("content").rstrip(" .;"))
    return Clause(f"Giao {row.text('lead')} chủ trì{helped} {content}{until}{product}.")


def _within(text: str) -> str:
    """Go on within a sentence: with a small letter, unless an abbreviation begins it."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
