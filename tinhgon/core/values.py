"""What the fields of an operation take: texts without control characters, shares, figures, days."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from tinhgon.core.names import nfc
from tinhgon.core.periods import NoSuchDay, parse_day


def _clean(text: str) -> str:
    """Compose the letters; a database cannot hold some control characters, and no reader sees the others."""
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\r\t" for letter in text):
        raise PydanticCustomError("control_character", "a character that cannot be printed")
    return unicodedata.normalize("NFC", text).strip()


def _one_line(text: str) -> str:
    return nfc(_clean(text))


def _day(raw: Any) -> Any:
    """Read a day as people or machines write it; a bare number is none."""
    if isinstance(raw, date):
        return raw
    try:
        return parse_day(raw if isinstance(raw, str) else "")
    except NoSuchDay:
        raise PydanticCustomError("no_such_day", "no such day") from None


def _stated(raw: Any) -> str | int | None:
    """A value as JSON can hold it; a decimal number as its digits, so that none is lost."""
    if isinstance(raw, Decimal | float):
        return str(raw)
    if raw is None or (isinstance(raw, str | int) and not isinstance(raw, bool)):
        return _clean(raw) if isinstance(raw, str) else raw
    raise PydanticCustomError("plain_value", "must be text, a number or null")


Name: TypeAlias = Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=250)]
Title: TypeAlias = Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=2000)]
ShortName: TypeAlias = Annotated[str, AfterValidator(_one_line), Field(max_length=250)]
Word: TypeAlias = Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=60)]
Code: TypeAlias = Annotated[str, AfterValidator(_one_line), Field(max_length=60)]
Text: TypeAlias = Annotated[str, AfterValidator(_clean), Field(max_length=20_000)]
Share: TypeAlias = Annotated[Decimal, Field(ge=0, le=1, decimal_places=6)]
Area: TypeAlias = Annotated[Decimal, Field(ge=0, lt=10_000_000, decimal_places=4)]
Count: TypeAlias = Annotated[int, Field(ge=0, lt=2_000_000_000)]
Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
Stated: TypeAlias = Annotated[str | int | None, BeforeValidator(_stated)]
