"""Number books: which there are, what was given from each, one opened for a term."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.core.reach import SIGN
from tinhgon.documents.actions.books import open_term
from tinhgon.documents.forms.books import BookForm
from tinhgon.documents.models import Book
from tinhgon.documents.pages.books import book_page, books_page
from tinhgon.documents.pages.keepers import keepers
from tinhgon.documents.views.guards import readers_only, signers_only
from tinhgon.register.pages.faults import said

NAMED = ("unit", "type", "symbol")  # what the page of a draft without a book says of it


@require_safe
@readers_only
def books(request: ReachRequest) -> HttpResponse:
    """List the books of units within reach."""
    return render(request, "documents/books.html", books_page(request))


@require_safe
@readers_only
def book(request: ReachRequest, pk: int) -> HttpResponse:
    """Show a book: each number and its document."""
    found = Book.objects.filter(pk=pk).first()
    if found is None or not request.reach.sees(found.unit_id):
        raise Http404
    return render(request, "documents/book.html", book_page(request, found))


@require_http_methods(["GET", "HEAD", "POST"])
@signers_only
def open_book(request: ReachRequest) -> HttpResponse:
    """Open a book for a committee's term."""
    form = BookForm(request.POST or None, initial={name: request.GET.get(name) for name in NAMED})
    form.fields["unit"].choices = keepers(request, action=SIGN)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            open_term(**form.cleaned_data, reach=request.reach)
        except Refused as refused:
            form.add_error("symbol", said(refused))
        else:
            messages.success(request, gettext("Đã mở sổ số."))
            return redirect("documents:books")
    return render(request, "documents/open_book.html", {"form": form}, status=422 if form.errors else 200)
