"""The registry of documents, and one of them with its chain."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tinhgon.core.rulebook import UnknownDocument
from tinhgon.rules.library import book
from tinhgon.rules.pages.bar import day_bar
from tinhgon.rules.pages.documents import choices, document_page, listed
from tinhgon.rules.views.asking import asked, chosen
from tinhgon.rules.views.guards import any_role
from tinhgon.rules.views.missing import not_there
from tinhgon.temporal.middleware import AsOfRequest


@require_safe
@any_role
def listing(request: AsOfRequest) -> HttpResponse:
    """List the documents that the packs cite."""
    of, day = book(), request.as_of.valid
    kinds, issuers = choices(of.documents.documents.values())
    filters = {
        "q": asked(request, "q"),
        "type": chosen(request, "type", kinds),
        "issuer": chosen(request, "issuer", issuers),
    }
    context = {
        "documents": listed(of, day, text=filters["q"], kind=filters["type"], issuer=filters["issuer"]),
        "kinds": kinds,
        "issuers": issuers,
        "filters": filters,
        "is_filtered": any(filters.values()),
        "day": day,
        "asof": day_bar(request, (), get_language() or "vi"),
    }
    return render(request, "rules/documents.html", context)


@require_safe
@any_role
def detail(request: AsOfRequest, key: str) -> HttpResponse:
    """Show one document: what it is, its chain, what rests on it."""
    try:
        context = document_page(book(), key, request.as_of.valid)
    except UnknownDocument as refused:
        return not_there(request, refused)
    return render(request, "rules/document.html", context | {"asof": day_bar(request, (), "vi")})
