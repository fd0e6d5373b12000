"""The number and symbol of a document: `05/QĐ-UBND` of the state, `Số 127-QĐ/TW` of the Party."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, note, warn

RULE = "numbering.symbol"
TYPES = {
    "state": ("numbering.state_types", "numbering.other_state_types"),
    "party": ("numbering.party_types",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A number as it is written on a document.

    :param type: the type that the document is of, if that is known otherwise.
    """

    __pydantic_config__: ClassVar = STRICT
    number: Annotated[str, Field(max_length=250)]
    system: Literal["state", "party"]
    type: str | None = None


def symbol(facts: Written, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the shape of the system, a known type, and a nought before a single digit."""
    grammar = numbers[f"numbering.{facts.system}_grammar"].on(on)
    digits = numbers["numbering.digits"].on(on)
    tables = tuple(numbers[name].on(on) for name in TYPES[facts.system])
    text, variants = _plain(facts.number, grammar.amount["variants"])
    yield from (note(RULE, says, grammar, found=facts.number, allowed=text) for says in variants)
    read = _read(text, grammar.amount, _known(tables), digits.amount["max_digits"])
    if read is None:
        shapes = "; ".join(shape["shape"] for shape in grammar.amount["shapes"])
        yield warn(RULE, "shape", grammar, digits, found=text, allowed=shapes)
        return
    yield from _padding(read["number"], digits)
    if "type" in read:
        yield from _type(read["type"], facts.type, grammar, tables)


def _plain(number: str, variants: Sequence[Mapping[str, str]]) -> tuple[str, list[str]]:
    """Take away what is accepted though not the form, and name it."""
    text, seen = unicodedata.normalize("NFC", number).strip(), list[str]()
    for variant in variants:
        plain = re.sub(variant["pattern"], variant["put"], text)
        if plain != text:
            text, seen = plain, [*seen, variant["accepts"]]
    return text, seen


def _read(text: str, grammar: Mapping[str, Any], known: Sequence[str], most: int) -> dict[str, str] | None:
    """Read number and type by the first shape that fits the whole text."""
    parts = {**grammar["symbol_parts"], "number": rf"\d{{1,{most}}}", "type": "|".join(map(re.escape, known))}
    for shape in grammar["shapes"]:
        if match := re.fullmatch(shape["pattern"].format_map(parts), text):
            named = {"type": shape["letter"]} if "letter" in shape else {}
            return {**named, **match.groupdict()}
    return None


def _known(tables: Sequence[Dated]) -> list[str]:
    return [type for table in tables for type in table.amount]


def _padding(number: str, digits: Dated) -> Iterator[Finding]:
    padded = number.zfill(digits.amount["min_digits"])
    if number != padded:
        yield warn(RULE, "padding", digits, found=number, allowed=padded)


def _type(read: str, wanted: str | None, grammar: Dated, tables: Sequence[Dated]) -> Iterator[Finding]:
    known = [*_known(tables), *(shape["letter"] for shape in grammar.amount["shapes"] if "letter" in shape)]
    if read not in known:
        yield warn(RULE, "unknown_type", *tables, found=read, allowed=", ".join(known))
    if wanted not in (None, read):
        yield warn(RULE, "other_type", *tables, found=read, allowed=wanted)
