"""Calculators: the list, and one with form and result. The address holds the facts: it can be shared."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tinhgon.core.rulebook import UnknownRule
from tinhgon.rules.forms import FactsForm
from tinhgon.rules.library import book
from tinhgon.rules.pages.bar import day_bar
from tinhgon.rules.pages.calculators import calculated, calculators
from tinhgon.rules.pages.entries import entry
from tinhgon.rules.views.guards import any_role
from tinhgon.rules.views.missing import not_there
from tinhgon.temporal.middleware import AsOfRequest


@require_safe
@any_role
def listing(request: AsOfRequest) -> HttpResponse:
    """List the calculators."""
    topics = calculators(book())
    figures = [figure for topic in topics for one in topic.entries for figure in one.figures]
    context = {"topics": topics, "asof": day_bar(request, figures, get_language() or "vi")}
    return render(request, "rules/calculators.html", context)


@require_safe
@any_role
def detail(request: AsOfRequest, name: str) -> HttpResponse:
    """Ask for the facts of one calculation, and calculate once some are given."""
    of, language, day = book(), get_language() or "vi", request.as_of.valid
    if name not in of.calculations:
        return not_there(request, UnknownRule(rule=name))
    found = entry(of, name)
    form = FactsForm(of.calculations[name], of, language)
    result = None
    if any(field in request.GET for field in form.fields):
        form = FactsForm(of.calculations[name], of, language, request.GET)
        result = calculated(form, of, day)
    context = {
        "entry": found,
        "topic": of.topics.get(found.topic),
        "form": form,
        "result": result,
        "day": day,
        "asof": day_bar(request, found.figures, language),
    }
    return render(request, "rules/calculator.html", context)
