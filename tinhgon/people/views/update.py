"""The pages on which people mend their own files: what is held, what is open, what was proposed."""

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
from tinhgon.core.reach import SENSITIVE
from tinhgon.people.actions.campaigns import Wish, propose, withdraw
from tinhgon.people.actions.recording import told
from tinhgon.people.forms.care import WishForm
from tinhgon.people.models import Campaign
from tinhgon.people.queries import campaigns
from tinhgon.people.queries.campaigns import OwnSection
from tinhgon.people.queries.dossiers import Shown, person_within
from tinhgon.people.values import Days
from tinhgon.people.views.guards import oneself_only
from tinhgon.register.models import Person


@require_safe
@oneself_only
def update(request: ReachRequest) -> HttpResponse:
    """Show the own file beside what is open to be mended."""
    person = _own(request)
    found = [
        (one, campaigns.own_sections(one, person, request.reach))
        for one in campaigns.open_to(person, on=timezone.localdate())
    ]
    told("read", cast(User, request.user), subject=person.id, unit=person.home_id, classes=SENSITIVE,
         what=["update"], purpose="own")  # fmt: skip
    return render(request, "people/care/update.html", {"person": person, "campaigns": found})


@require_http_methods(["GET", "POST"])
@oneself_only
def wish(request: ReachRequest, campaign: int, section: str, entry: UUID | None = None) -> HttpResponse:
    """Propose what one entry of the own file is to say."""
    person = _own(request)
    running, opened = _opened(person, campaign, section, request)
    held = next((one for one in opened.held if one.entry.id == entry), None)
    if entry and held is None:
        raise Http404
    form = WishForm(opened.section, opened.fields, request.POST or None, initial=_initial(held))
    if request.method == "POST" and form.is_valid() and (days := form.days()) is not None:
        try:
            propose(_wish(running, form, entry, days), by=cast(User, request.user), on=timezone.localdate())
            messages.success(
                request, gettext("Đã gửi đề nghị. Cán bộ quản lý hồ sơ sẽ xác nhận hoặc trả lời.")
            )
            return redirect("care:update")
        except Refused as refused:
            form.tell(refused)
    return render(
        request,
        "people/care/wish.html",
        {"form": form, "campaign": running, "section": opened.section, "held": held, "person": person},
    )


@require_POST
@oneself_only
def take_back(request: ReachRequest, proposal: UUID) -> HttpResponse:
    """Withdraw an own proposal."""
    try:
        withdraw(proposal, by=cast(User, request.user))
        messages.success(request, gettext("Đã rút đề nghị."))
    except Refused as refused:
        messages.error(request, refused.message(get_language() or "vi"))
    return redirect("care:update")


def _own(request: ReachRequest) -> Person:
    if request.reach.person is None:
        raise Http404
    return person_within(request.reach.person, request.reach)


def _opened(
    person: Person, campaign: int, section: str, request: ReachRequest
) -> tuple[Campaign, OwnSection]:
    for running in campaigns.open_to(person, on=timezone.localdate()):
        if running.pk == campaign:
            for one in campaigns.own_sections(running, person, request.reach):
                if one.section.code == section:
                    return running, one
    raise Http404


def _initial(held: Shown | None) -> dict[str, object]:
    if held is None:
        return {}
    words = {name: held.words(held.section.field(name)) for name in held.values}
    shown = {
        name: held.values[name] if held.section.field(name).type == "choice" else _text(value)
        for name, value in words.items()
    }
    return {**shown, "since": held.since or "", "until": held.until or ""}


def _text(value: object) -> object:
    return f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else value


def _wish(running: Campaign, form: WishForm, entry: UUID | None, days: Days) -> Wish:
    values = {name: value for name, value in form.cleaned_data.items() if name not in ("since", "until")}
    return Wish(campaign=running.pk, section=form.of.code, entry=entry, values=values, days=days)
