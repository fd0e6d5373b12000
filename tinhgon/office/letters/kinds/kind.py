"""A kind of document: its names, its fields, and how data become a document of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from tinhgon.office.letters.blocks import Article, Block
from tinhgon.office.letters.kinds.fields import Data, Field, Given
from tinhgon.office.letters.kinds.frame import FRAME, SAMPLES, framed
from tinhgon.office.letters.letter import Appendix, Layout, Letter

Shape: TypeAlias = Literal["decision", "named", "letter"]


@dataclass(frozen=True, slots=True)
class Body:
    """What a kind adds to the frame that all documents share."""

    abstract: str
    blocks: tuple[Block, ...]
    appendices: tuple[Appendix, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind; `symbol` is its type's mark in numbers (QĐ), `type_name` what stands above the abstract."""

    code: str
    vi: str
    en: str
    type_name: str
    symbol: str
    shape: Shape
    layouts: tuple[Layout, ...]
    own: tuple[Field, ...]
    make: Callable[[Given, Layout], Body]
    example: Mapping[str, Any]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields of the form: those of the frame that this shape has, then its own."""
        return (*(field for field, shapes in FRAME if self.shape in shapes), *self.own)

    def build(self, data: Data) -> Letter:
        """Make the document.

        :raises FieldsMissing, FieldMalformed: what was filled in does not make one.
        """
        given = Given(data, self.fields)
        letter = framed(given, self.shape, self.layouts)
        body = self.make(given, letter.layout)
        return replace(
            letter,
            type_name=self.type_name,
            abstract=body.abstract,
            blocks=body.blocks,
            appendices=body.appendices,
            recipients=receiving(letter, body.blocks),
            kind=self.code,
        )

    def sample(self, layout: Layout | None = None) -> dict[str, Any]:
        """Give data of made-up names, as a form would hand them in."""
        name = layout or self.layouts[0]
        frame = {**SAMPLES[name], "symbol": self._symbol(name)}
        asked = {field.code for field in self.fields}
        return {code: value for code, value in {**frame, **self.example}.items() if code in asked}

    def _symbol(self, layout: Layout) -> str:
        if layout == "state":
            return f"{self.symbol}-UBND" if self.symbol else "UBND-NC"
        return f"{self.symbol or 'CV'}/TU"


def receiving(letter: Letter, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Begin a state document's recipients with those it speaks to: “Như Điều 3”, “Như trên”."""
    articles = sum(isinstance(block, Article) for block in blocks)
    first = f"Như Điều {articles}" if articles else "Như trên" if letter.addressees else ""
    known = any(name.startswith("Như ") for name in letter.recipients)
    if letter.layout != "state" or known or not first or not letter.recipients:
        return letter.recipients
    return (first, *letter.recipients)


def example(**data: Any) -> Mapping[str, Any]:
    """Hold sample data that nobody changes."""
    return MappingProxyType(data)
