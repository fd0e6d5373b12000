"""What the body of a document is made of: values that go to JSON and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import Field


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A plain paragraph."""

    text: str
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item after a dash."""

    text: str
    kind: Literal["bullet"] = "bullet"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its own label: “I.” or “1.” in the line, or “Chương I” above a centred title."""

    label: str
    title: str
    centred: bool = False
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause (khoản); its points (điểm) are lettered by the Vietnamese alphabet."""

    text: str
    points: tuple[str, ...] = ()
    kind: Literal["clause"] = "clause"


@dataclass(frozen=True, slots=True)
class Article:
    """An article (Điều): numbered through the document; without a title the text stands in its line."""

    text: str = ""
    title: str = ""
    clauses: tuple[Clause, ...] = ()
    kind: Literal["article"] = "article"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are shares of the line, guessed from the texts where there are none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    widths: tuple[float, ...] = ()
    kind: Literal["table"] = "table"


Block: TypeAlias = Annotated[
    Paragraph | Bullet | Heading | Clause | Article | Table, Field(discriminator="kind")
]
