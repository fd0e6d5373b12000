"""What the pages of number books show."""

from __future__ import annotations

from typing import Any

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import INTERNAL
from tinhgon.documents.models import Book, TakenNumber
from tinhgon.documents.pages.writing import names_of
from tinhgon.register.pages.paging import page_number, sliced

LISTED = 100


def books_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the books within reach, the newest series first."""
    units = request.reach.units(INTERNAL)
    found = Book.objects.all() if units is None else Book.objects.filter(unit__in=units)
    shown, page = sliced(found.order_by("-began_on", "symbol", "pk"), page_number(request), LISTED)
    names = names_of(one.unit_id for one in shown)
    return {"rows": [(one, names.get(one.unit_id, "–")) for one in shown], "page": page}


def book_page(request: ReachRequest, book: Book) -> dict[str, Any]:
    """Gather what was given from a book, the newest number first."""
    taken = TakenNumber.objects.filter(book=book).select_related("document", "taken_by").order_by("-number")
    shown, page = sliced(taken, page_number(request), LISTED)
    names = names_of([book.unit_id])
    return {"book": book, "unit": names.get(book.unit_id, "–"), "rows": shown, "page": page}
