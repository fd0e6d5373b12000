"""Pages of the shell."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.i18n import set_language

from tinhgon.core.policy import ANYONE, policy
from tinhgon.core.reach import READ
from tinhgon.register.pages.reaching import reach_of
from tinhgon.temporal.middleware import AsOfRequest
from tinhgon.web.search import decision_results, person_results, unit_results

# The language can be chosen before logging in, so Django's view needs a door of its own.
language = policy(ANYONE)(login_not_required(set_language))


@policy(READ)
@permission_required(["register.view_unit", "register.view_decision"], raise_exception=True)
def search(request: AsOfRequest) -> HttpResponse:
    """Search people within reach, units and documents: a list for the dialog, a page for everyone else."""
    text = request.GET.get("q", "").strip()
    drafts = request.user.has_perm("register.draft_decision")
    found = {
        "text": text,
        "as_of": request.as_of,
        "people": person_results(text, as_of=request.as_of, today=request.today, reach=reach_of(request)),
        "units": unit_results(text, as_of=request.as_of, today=request.today),
        "decisions": decision_results(
            text,
            as_of=request.as_of,
            today=request.today,
            drafts=drafts,
            reach=reach_of(request),
            user=request.user.pk,
        ),
    }
    is_dialog = request.headers.get("HX-Target") == "results"
    return render(request, "web/_results.html" if is_dialog else "web/search.html", found)


@policy(ANYONE)
@login_not_required
def closed(request: HttpRequest) -> HttpResponse:
    """Keep shut what allauth offers to strangers: accounts are made by an administrator, mail is never sent.

    :raises Http404: always.
    """
    raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request was not understood; details of an attack or a fault stay in the log."""
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    reason = gettext("Dữ liệu gửi lên quá lớn; chưa có gì được ghi. Chia thành nhiều phần rồi gửi lại.")
    return render(request, "400.html", {"reason": reason} if too_much else None, status=400)
