"""Pages of a list by number; one row more than shown tells whether there is a next page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

Row = TypeVar("Row", bound=Model)
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number, and whether another follows."""

    number: int
    has_next: bool

    @property
    def previous(self) -> int | None:
        """The number of the page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The number of the page after."""
        return self.number + 1 if self.has_next else None


def page_number(request: HttpRequest, name: str = "page") -> int:
    """Read which page is asked for; what is no number asks for the first."""
    text = request.GET.get(name, "")
    return min(max(int(text), 1), MOST) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def sliced(found: QuerySet[Row], number: int, size: int) -> tuple[list[Row], Page]:
    """Give one page of rows."""
    rows: Iterable[Row] = found[(number - 1) * size : number * size + 1]
    shown = list(rows)
    return list(islice(shown, size)), Page(number, len(shown) > size)
