"""What a form asks for a document: fields with words in both languages, and reading what was filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from tinhgon.core.errors import Refused, Said

Data: TypeAlias = Mapping[str, Any]
Form: TypeAlias = Literal["text", "long", "lines", "day", "choice", "rows"]


class FieldsMissing(Refused):
    """Fields that the document cannot do without are empty."""

    vi = "Còn thiếu: {fields}. Điền rồi ghi lại."
    en = "Missing: {fields}. Fill them in and save again."


class FieldMalformed(Refused):
    """A field holds another kind of value than it should."""

    vi = "Ô “{field}” chưa đúng: {value}. Sửa lại."
    en = "The field “{field}” is not right: {value}. Mend it."


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form; one of rows has columns, which are fields again; a choice has its words."""

    code: str
    vi: str
    en: str
    form: Form = "text"
    required: bool = False
    columns: tuple[Field, ...] = ()
    choices: tuple[tuple[str, Said], ...] = ()


class Given:
    """What was filled in, read by the fields that asked for it."""

    def __init__(self, data: Data, fields: Sequence[Field]) -> None:
        self.data, self.fields = data, {field.code: field for field in fields}
        missing = [
            Said(field.vi, field.en) for field in fields if field.required and _is_empty(data.get(field.code))
        ]
        if missing:
            raise FieldsMissing(fields=missing)

    def text(self, code: str) -> str:
        """Give a text without spaces around it; nothing filled in is an empty text."""
        value = self.data.get(code) or ""
        if not isinstance(value, str):
            raise self._malformed(code, value)
        return value.strip()

    def lines(self, code: str) -> tuple[str, ...]:
        """Give the lines of a list, filled in as a list or as a text with a line for each."""
        value = self.data.get(code) or ()
        many = value.splitlines() if isinstance(value, str) else value
        if not isinstance(many, list | tuple) or not all(isinstance(one, str) for one in many):
            raise self._malformed(code, value)
        return tuple(one.strip() for one in many if one.strip())

    def day(self, code: str) -> date | None:
        """Give a day, filled in as one or as 2026-07-01."""
        value = self.data.get(code)
        if value is None or value == "" or type(value) is date:
            return value or None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self._malformed(code, value) from None

    def choice(self, code: str) -> str:
        """Give the chosen code; the first where nothing was chosen."""
        codes = [choice for choice, _ in self.fields[code].choices]
        value = self.text(code) or codes[0]
        if value not in codes:
            raise self._malformed(code, value)
        return value

    def rows(self, code: str) -> list[Given]:
        """Give the rows of a table; empty ones are left out."""
        value = self.data.get(code) or ()
        if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
            raise self._malformed(code, value)
        return [Given(row, self.fields[code].columns) for row in value if not _is_empty(row)]

    def _malformed(self, code: str, value: Any) -> FieldMalformed:
        field = self.fields.get(code)
        named = Said(field.vi, field.en) if field else code
        return FieldMalformed(field=named, value=str(value)[:80])


def _is_empty(value: Any) -> bool:
    """Tell whether nothing was filled in: blanks, or a list of nothing else."""
    match value:
        case str():
            return not value.strip()
        case list() | tuple():
            return all(_is_empty(one) for one in value)
        case Mapping():
            return all(_is_empty(one) for one in value.values())
    return not value
