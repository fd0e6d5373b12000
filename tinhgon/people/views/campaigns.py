"""Pages of campaigns for officers: opened, watched, decided item by item."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EDIT, PERSONAL
from tinhgon.people.actions import campaigns as acts
from tinhgon.people.actions import confirming
from tinhgon.people.actions.recording import told
from tinhgon.people.forms.care import CampaignForm
from tinhgon.people.models import Campaign, Proposal
from tinhgon.people.queries import campaigns
from tinhgon.people.views.guards import clerks_only

SHOWN = 50


@require_safe
@clerks_only
def listing(request: ReachRequest) -> HttpResponse:
    """List campaigns, the newest first."""
    found = [(one, campaigns.progress(one, request.reach)) for one in campaigns.listed(request.reach)[:SHOWN]]
    return render(
        request, "people/care/campaigns.html", {"campaigns": found, "today": timezone.localdate()}
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@clerks_only
def new(request: ReachRequest) -> HttpResponse:
    """Open a campaign."""
    form = CampaignForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            written = _written(form, request)
            made = acts.open_campaign(written, by=cast(User, request.user), reach=request.reach)
            messages.success(request, gettext("Đã mở đợt cập nhật."))
            return redirect("care:campaign", made.pk)
        except Refused as refused:
            form.add_error(None, refused.message(get_language() or "vi"))
    return render(request, "people/care/campaign_new.html", {"form": form})


@require_safe
@clerks_only
def campaign(request: ReachRequest, pk: int) -> HttpResponse:
    """Show a campaign: how far it has come, what waits as before and after, what was decided."""
    found = _find(request, pk)
    waiting = campaigns.weigh(campaigns.waiting(found, request.reach)[:SHOWN], request.reach)
    for one in waiting:
        told("read", cast(User, request.user), subject=one.proposal.person_id, classes=one.highest,
             unit=one.proposal.person.home_id, what=["proposal", one.section.code],
             purpose="upkeep")  # fmt: skip
    decided = campaigns.decided(found, request.reach)[:SHOWN]
    shown = (*(one.proposal.person for one in waiting), *(one.person for one in decided))
    return render(request, "people/care/campaign.html", {
        "campaign": found, "progress": campaigns.progress(found, request.reach), "waiting": waiting,
        "decided": decided, "own": request.reach.person, "running": timezone.localdate() in found.valid,
        "illustrative": any(one.illustrative for one in shown),
    })  # fmt: skip


@require_POST
@clerks_only
def decide(request: ReachRequest, proposal: UUID) -> HttpResponse:
    """Confirm or return one proposal."""
    by = cast(User, request.user)
    found = Proposal.objects.filter(pk=proposal).first()
    if found is None:
        raise Http404
    try:
        if request.POST.get("act") == "confirm":
            revision = request.POST.get("revision", "")
            seen = int(revision) if revision.isdecimal() else None
            confirming.confirm(proposal, revision=seen, by=by, reach=request.reach)
            messages.success(request, gettext("Đã xác nhận và ghi vào hồ sơ."))
        else:
            answer = request.POST.get("answer", "")
            confirming.turn_down(proposal, answer=answer, by=by, reach=request.reach)
            messages.success(request, gettext("Đã trả lại kèm nội dung trả lời."))
    except Refused as refused:
        messages.error(request, refused.message(get_language() or "vi"))
    return redirect("care:campaign", found.campaign_id)


def _written(form: CampaignForm, request: ReachRequest) -> acts.NewCampaign:
    """Read the form; the unit is that of the address, or everywhere.

    :raises EmptyPeriod: it ends before it begins.
    """
    unit = request.GET.get("unit", "")
    try:
        chosen = UUID(unit) if unit else None
    except ValueError:
        raise Http404 from None
    given = form.cleaned_data
    return acts.NewCampaign(
        title=given["title"], fields=given["fields_open"], unit=chosen, valid=form.valid, note=given["note"]
    )


def _find(request: ReachRequest, pk: int) -> Campaign:
    found = campaigns.listed(request.reach).filter(pk=pk).first()
    if found is None or request.reach.units(PERSONAL, action=EDIT) == frozenset():
        raise Http404
    return found
