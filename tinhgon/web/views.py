"""Pages of the shell."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.i18n import set_language

from tinhgon.temporal.middleware import AsOfRequest
from tinhgon.web.search import decision_results, unit_results

# The language can be chosen before logging in, so Django's view needs a door of its own.
language = login_not_required(set_language)


@permission_required(["register.view_unit", "register.view_decision"], raise_exception=True)
def search(request: AsOfRequest) -> HttpResponse:
    """Search units and documents: a list for the dialog, a page for everyone else."""
    text = request.GET.get("q", "").strip()
    drafts = request.user.has_perm("register.draft_decision")
    found = {
        "text": text,
        "as_of": request.as_of,
        "units": unit_results(text, as_of=request.as_of, today=request.today),
        "decisions": decision_results(text, as_of=request.as_of, today=request.today, drafts=drafts),
    }
    is_dialog = request.headers.get("HX-Target") == "results"
    return render(request, "web/_results.html" if is_dialog else "web/search.html", found)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request was not understood; details of an attack or a fault stay in the log."""
    return render(request, "400.html", status=400)
