"""What a form sends for a document of a kind, by the kind's own fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language

from tinhgon.documents.actions.keeping import GIVEN_LATER, Data
from tinhgon.office.letters.kinds.fields import Field
from tinhgon.office.letters.kinds.kind import Kind

MOST_ROWS = 2000  # a form of more fields is refused before it comes here
SPARE = 1  # empty rows below those that are filled in


@dataclass(frozen=True, slots=True)
class Shown:
    """A field as the page shows it: its name in the form, its words, what is in it."""

    field: Field
    name: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[Shown, ...], ...] = ()

    @property
    def lines(self) -> int:
        """How high the box is."""
        return min(max(self.value.count("\n") + 2, 3), 12)


def data_of(kind: Kind, posted: QueryDict) -> dict[str, Any]:
    """Read what was sent; what the kind has no field for is left out."""
    return {
        one.code: list(_rows(one, posted)) if one.form == "rows" else _text(posted, one.code)
        for one in kind.fields
        if one.code not in GIVEN_LATER
    }


def fields_of(kind: Kind, data: Data, *, more: str = "") -> list[Shown]:
    """Give the kind's fields with data in them.

    :param more: the code of a field of rows that is to have more empty ones.
    """
    asked = [one for one in kind.fields if one.code not in GIVEN_LATER]
    return [_shown(_narrowed(one, kind), one.code, data.get(one.code), more) for one in asked]


def _narrowed(of: Field, kind: Kind) -> Field:
    """Offer only the layouts that a kind has."""
    if of.code != "layout":
        return of
    return replace(of, choices=tuple(choice for choice in of.choices if choice[0] in kind.layouts))


def _rows(of: Field, posted: QueryDict) -> Iterator[dict[str, str]]:
    for place in range(MOST_ROWS):
        names = {column.code: f"{of.code}-{place}-{column.code}" for column in of.columns}
        if not any(name in posted for name in names.values()):
            return
        row = {code: _text(posted, name) for code, name in names.items()}
        # A choice has always something in it: a row is filled in where something else is.
        if any(row[column.code] for column in of.columns if column.form != "choice"):
            yield row


def _text(posted: QueryDict, name: str) -> str:
    return posted.get(name, "").replace("\r\n", "\n").strip()


def _shown(of: Field, name: str, value: Any, more: str) -> Shown:
    vi = (get_language() or "vi").startswith("vi")
    choices = tuple((code, words.vi if vi else words.en) for code, words in of.choices)
    if of.form != "rows":
        return Shown(of, name, of.vi if vi else of.en, _plain(value), choices)
    filled = list(value or ())
    empty = SPARE + (2 if more == of.code else 0) if filled else 2
    rows = tuple(
        tuple(
            _shown(column, f"{of.code}-{place}-{column.code}", row.get(column.code), "")
            for column in of.columns
        )
        for place, row in enumerate([*filled, *({} for _ in range(empty))])
    )
    return Shown(of, name, of.vi if vi else of.en, rows=rows)


def _plain(value: Any) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
