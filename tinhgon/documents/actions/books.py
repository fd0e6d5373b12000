"""Number books: opened for a year or a term, and the next number taken from one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection
from django.db.models import Q

from tinhgon.core.days import years_after
from tinhgon.core.reach import SIGN, Reach
from tinhgon.documents.actions.entering import LOCK
from tinhgon.documents.actions.keeping import symbol_of
from tinhgon.documents.models import Book, Document, TakenNumber
from tinhgon.documents.writing_refusals import (
    CONSTRAINTS,
    BeforeTheLast,
    BookOverlaps,
    MayNotIssue,
    NoTerm,
)
from tinhgon.rules.library import book
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User


def take_number(document: Document, *, layout: str, symbol: str, by: User | None) -> int:
    """Give a document the next number of its book; whoever else asks waits until this transaction ends.

    :raises NoTerm: a Party document, and no book of the term is open.
    :raises BeforeTheLast: the book gave a number for a later day already.
    """
    assert document.issued_on is not None  # noqa: S101  (the caller has set it)
    book = _book(document.keeper_id, document.type, symbol, document.issued_on, layout)
    held = Book.objects.select_for_update().get(pk=book.pk)
    last = TakenNumber.objects.filter(book=held, number=held.last).select_related("document").first()
    if last is not None and last.document.issued_on and last.document.issued_on > document.issued_on:
        raise BeforeTheLast(book=held, last=last.document.issued_on, day=document.issued_on)
    TakenNumber.objects.create(book=held, number=held.last + 1, document=document, taken_by=by)
    return held.last + 1


def open_term(
    *, unit: UUID, type: str, symbol: str, began_on: date, ends_on: date | None, last: int, reach: Reach
) -> Book:
    """Open a book of a committee's term, or of a year that began on paper.

    :param type: of which documents, empty for official letters.
    :param last: the number given last on paper, so that numbers run on; 0 where there is none.
    :raises MayNotIssue: whoever asks does not sign for the unit.
    :raises BookOverlaps: a book of the same symbol is open over some of the days.
    """
    if not reach.may(SIGN, unit):
        raise MayNotIssue
    symbol, series = symbol_of(symbol), _series(began_on, ends_on)
    with whole(CONSTRAINTS), connection.cursor() as cursor:
        cursor.execute(LOCK, [f"documents.books {unit}"])  # two who open at once would not see each other
        same = Book.objects.filter(unit=unit, type=type, symbol__iexact=symbol)
        open_then = same.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=began_on))
        if ends_on:
            open_then = open_then.filter(began_on__lt=ends_on)
        if found := open_then.first():
            raise BookOverlaps(symbol=symbol, series=found.series)
        return Book.objects.create(
            unit_id=unit,
            type=type,
            symbol=symbol,
            series=series,
            began_on=began_on,
            ends_on=ends_on,
            last=last,
        )


def _series(began_on: date, ends_on: date | None) -> str:
    """Call a series as books do: 2025-2030 a term, 2026 a year."""
    if ends_on == years_after(began_on, 1):
        return str(began_on.year)
    return f"{began_on.year}-{ends_on.year if ends_on else ''}"


def next_number(unit: UUID, type: str, symbol: str, on: date) -> int | None:
    """Tell which number a document would get on a day; None where no book is open yet."""
    book = _open_on(unit, type, symbol, on)
    return book.last + 1 if book else None


def _book(unit: UUID, type: str, symbol: str, on: date, layout: str) -> Book:
    """Give the book of a day; that of a year of the state begins by itself."""
    if found := _open_on(unit, type, symbol, on):
        return found
    if layout == "party":
        raise NoTerm(symbol=symbol, day=on)
    begins = _year_of(on)
    made, _ = Book.objects.get_or_create(
        unit_id=unit, type=type, symbol=symbol, series=str(begins.year),
        defaults={"began_on": begins, "ends_on": years_after(begins, 1)},
    )  # fmt: skip
    return made


def _open_on(unit: UUID, type: str, symbol: str, on: date) -> Book | None:
    same = Book.objects.filter(unit=unit, type=type, symbol__iexact=symbol, began_on__lte=on)
    return same.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)).order_by("-began_on").first()


def _year_of(on: date) -> date:
    """Give the first day of the series in which a day lies, by the rule of that day."""
    series = book().figures["numbering.state_series"].on(on).amount
    first = date(on.year, series["begins_month"], series["begins_day"])
    return first if first <= on else years_after(first, -1)
