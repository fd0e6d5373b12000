"""An official document as values: what stands in it, not how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter, ValidationError

from tinhgon.core.errors import Refused
from tinhgon.office.letters.blocks import Block

Layout: TypeAlias = Literal["state", "party"]
Urgency: TypeAlias = Literal["", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]


class LetterMalformed(Refused):
    """What should be a document lacks a part, or has one of another shape."""

    vi = "Nội dung văn bản chưa đúng: {faults}. Sửa lại các phần này."
    en = "The document is not well made: {faults}. Mend these parts."
    between = "; "


@dataclass(frozen=True, slots=True)
class Appendix:
    """An annex: its number is its place; a wide one lies on its side."""

    title: str
    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One document. A draft has neither number nor day; there is no place for a mark of secrecy.

    `competence` stands before the bases (who decides, in a state document), `enacts` after them.
    `authority` is the mark before the first of the signer's titles: “TM.”, “KT.”, “T/M”.
    """

    layout: Layout
    issuer: str
    superior: str = ""
    number: str = ""
    symbol: str = ""
    type_name: str = ""
    place: str = ""
    day: date | None = None
    abstract: str = ""
    competence: str = ""
    bases: tuple[str, ...] = ()
    enacts: str = ""
    addressees: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    authority: str = ""
    signer_title: tuple[str, ...] = ()
    signer: str = ""
    recipients: tuple[str, ...] = ()
    filing: str = ""
    appendices: tuple[Appendix, ...] = ()
    urgency: Urgency = ""
    watermark: str = ""
    banner: str = ""
    kind: str = ""


_ADAPTER = TypeAdapter(Letter)


def as_json(letter: Letter) -> dict[str, Any]:
    """Give the document as plain values, as they are kept in a database."""
    made: dict[str, Any] = _ADAPTER.dump_python(letter, mode="json")
    return made


def from_json(data: Mapping[str, Any]) -> Letter:
    """Make the document of plain values.

    :raises LetterMalformed: with the place and the fault of each part that is not right.
    """
    try:
        return _ADAPTER.validate_python(dict(data))
    except ValidationError as error:
        faults = [f"{'.'.join(str(step) for step in one['loc'])}: {one['msg']}" for one in error.errors()]
        raise LetterMalformed(faults=faults) from None
