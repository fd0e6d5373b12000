"""What is filled in for a document, as it is kept; and whether somebody else changed it meanwhile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeAlias

from tinhgon.core.errors import Said
from tinhgon.core.names import nfc
from tinhgon.documents.writing_refusals import TooMuchWritten
from tinhgon.office.letters.kinds.kind import Kind

Data: TypeAlias = Mapping[str, Any]
# What a draft has not: the book gives the number, issuing the day, the state its watermark.
GIVEN_LATER = ("number", "day", "watermark")
MOST = 400_000  # letters: some 130 pages


def kept(data: Data) -> dict[str, Any]:
    """Give what a draft keeps of what was filled in, without letters that no database can hold.

    :raises TooMuchWritten: it is more than any document.
    """
    made: dict[str, Any] = {
        name: _clean(value)
        for name, value in data.items()
        if name not in GIVEN_LATER and value not in ("", [])
    }
    if isinstance(made.get("symbol"), str):
        made["symbol"] = symbol_of(made["symbol"])
    if (found := len(json.dumps(made, ensure_ascii=False, default=str))) > MOST:
        raise TooMuchWritten(found=found, most=MOST)
    return made


def symbol_of(typed: str) -> str:
    """Write a symbol as books know it: composed, without blanks, with Đ and not the letter that looks so."""
    return "".join(nfc(typed).replace("\u00d0", "Đ").split())


def stamp_of(letter: Data) -> str:
    """Give a short mark of what a draft holds: another content, another mark."""
    whole = json.dumps(letter, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def changed(kind: Kind, held: Data, data: Data | None) -> list[Said]:
    """Name the fields in which a draft differs from what somebody is about to write."""
    mine = held if data is None else kept(data)
    return [
        Said(one.vi, one.en)
        for one in kind.fields
        if one.code not in GIVEN_LATER and held.get(one.code) != mine.get(one.code)
    ]


def _clean(value: Any) -> Any:
    match value:
        case str():
            return "".join(letter for letter in value if letter in "\n\t" or _holds(letter))
        case Mapping():
            return {name: _clean(one) for name, one in value.items()}
        case list() | tuple():
            return [_clean(one) for one in value]
    return value


def _holds(letter: str) -> bool:
    return letter >= " " and not "\ud800" <= letter <= "\udfff"
