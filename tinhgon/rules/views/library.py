"""The library and the page of a rule, a calculation or a figure on a day."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tinhgon.core.rulebook import Book, UnknownRule
from tinhgon.rules.library import book
from tinhgon.rules.pages.bar import day_bar
from tinhgon.rules.pages.entries import FILTERS, Entry, Kind, entry, figure_entry
from tinhgon.rules.pages.library import entry_page, topics
from tinhgon.rules.pages.upcoming import upcoming
from tinhgon.rules.views.asking import asked, chosen
from tinhgon.rules.views.guards import any_role
from tinhgon.rules.views.missing import not_there
from tinhgon.temporal.middleware import AsOfRequest


@require_safe
@any_role
def listing(request: AsOfRequest) -> HttpResponse:
    """List the library by topic."""
    of, day, language = book(), request.as_of.valid, get_language() or "vi"
    filters = {
        "q": asked(request, "q"),
        "kind": chosen(request, "kind", [*Kind]),
        "show": chosen(request, "show", FILTERS),
    }
    found = topics(of, day, language, text=filters["q"], kind=filters["kind"], show=filters["show"])
    context = {
        "topics": found,
        "count": sum(len(one.lines) for one in found),
        "kinds": [*Kind],
        "filters": filters,
        "is_filtered": any(filters.values()),
        "upcoming": upcoming(of, of.figures.values(), day, language),
        "day": day,
        "asof": day_bar(request, of.figures.values(), language),
    }
    return render(request, "rules/library.html", context)


@require_safe
@any_role
def detail(request: AsOfRequest, name: str) -> HttpResponse:
    """Show a rule or a calculation on a day, or a figure whose name no rule bears."""
    return _shown(request, entry, name)


@require_safe
@any_role
def figure(request: AsOfRequest, name: str) -> HttpResponse:
    """Show a figure on a day."""
    return _shown(request, figure_entry, name)


def _shown(request: AsOfRequest, find: Callable[[Book, str], Entry], name: str) -> HttpResponse:
    of, language = book(), get_language() or "vi"
    try:
        found = find(of, name)
    except UnknownRule as refused:
        return not_there(request, refused)
    context = entry_page(of, found, request.as_of.valid, language)
    return render(request, "rules/entry.html", context | {"asof": day_bar(request, found.figures, language)})
