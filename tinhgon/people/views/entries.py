"""Entries added, mended, removed; two who mend one entry are told of each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.audit.codes import Act
from tinhgon.core.errors import Refused
from tinhgon.people import refusals
from tinhgon.people.actions.entries import Item, enter, mend, remove
from tinhgon.people.forms.entries import EntryForm, initial_of
from tinhgon.people.pages import purposes
from tinhgon.people.pages.dossiers import edit_class, find
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.queries.dossiers import Dossier, Shown, dossier, person_within
from tinhgon.people.sections import Section, sections
from tinhgon.people.values import Days
from tinhgon.people.views.guards import clerks_only
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.faults import said

METHODS = ["GET", "HEAD", "POST"]
View = Callable[..., Any]


def stated(view: View) -> View:
    """Send whoever has stated no purpose to where it is asked for: forms show what is personal.

    :raises NoSuchPerson: there is none, or out of reach.
    """

    @wraps(view)
    def inside(request: ReachRequest, person: UUID, *args: Any, **kwargs: Any) -> Any:
        person_within(person, request.reach)
        if not purposes.purpose_of(request, person):
            return redirect(PeopleLinks.of(request).page("person", person))
        return view(request, person, *args, **kwargs)

    return inside


@require_http_methods(METHODS)
@clerks_only
@stated
def new(request: ReachRequest, person: UUID, section: str) -> HttpResponse:
    """Add an entry; where a section has one only and it is there, that one is mended."""
    found, of = _open(request, person), _section(section)
    held = found.of(of.code)
    if held and not of.many:
        return redirect(PeopleLinks.of(request).page("entry", person, held[0].entry.pk))
    form = EntryForm(request.POST or None, section=of, allowed=_allowed(request, found, of))
    if request.method == "POST" and form.is_valid():
        try:
            item = Item(person=person, section=of.code, values=form.values, days=form.days)
            enter(item, by=cast(User, request.user), reach=request.reach)
        except Refused as refused:
            _hide(refused)
            form.blame(refused)
        else:
            return _written(request, found, of, gettext("Đã ghi. Thay đổi chờ đồng bộ."))
    return _form(request, found, of, form)


@require_http_methods(METHODS)
@clerks_only
@stated
def edit(request: ReachRequest, person: UUID, entry: UUID) -> HttpResponse:
    """Mend an entry."""
    found = _open(request, person)
    held = _held(found, entry)
    of = held.section
    form = EntryForm(
        request.POST or None, section=of, allowed=_allowed(request, found, of),
        initial=initial_of(of, held.values, Days(held.since, held.until), held.entry.revision),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            mend(
                entry, form.values, days=form.days, revision=form.cleaned_data["revision"] or 0,
                by=cast(User, request.user), reach=request.reach,
            )  # fmt: skip
        except refusals.ChangedMeanwhile as refused:
            return _conflict(request, found, held, form, refused)
        except Refused as refused:
            _hide(refused)
            form.blame(refused)
        else:
            return _written(request, found, of, gettext("Đã sửa. Thay đổi chờ đồng bộ."))
    return _form(request, found, of, form, held)


@require_http_methods(METHODS)
@clerks_only
@stated
def take_out(request: ReachRequest, person: UUID, entry: UUID) -> HttpResponse:
    """Ask once, then take an entry out."""
    found = _open(request, person)
    held = _held(found, entry)
    if request.method == "POST":
        try:
            revision = int(request.POST.get("revision", "0") or 0)
            remove(entry, revision=revision, by=cast(User, request.user), reach=request.reach)
        except (ValueError, refusals.ChangedMeanwhile):
            _shown(request, found)
            messages.error(request, said(refusals.ChangedMeanwhile()))
        else:
            return _written(request, found, held.section, gettext("Đã bỏ mục. Thay đổi chờ đồng bộ."))
    return render(request, "people/remove.html", _context(request, found, held.section) | {"held": held})


def _open(request: ReachRequest, person: UUID) -> Dossier:
    """Read a dossier to be written; that a form shows it is on record.

    :raises OutOfReach, OwnFile: it is not the user's to write.
    """
    found = dossier(person, request.reach)
    if found.own:
        raise refusals.OwnFile
    if edit_class(found.person, request.reach) < 0:
        raise refusals.OutOfReach
    if request.method != "POST":
        _shown(request, found)
    return found


def _shown(request: ReachRequest, found: Dossier) -> None:
    """Put on record that a page shows what is held: a form, or the answer to one that came too late."""
    purposes.record(request, found, route="people:entry")


def _section(code: str) -> Section:
    """Give a section.

    :raises Http404: there is none.
    """
    if code not in sections():
        raise Http404
    return sections()[code]


def _held(found: Dossier, entry: UUID) -> Shown:
    """Find an entry.

    :raises NoSuchEntry: the reader sees none such.
    """
    held = find(found, entry)
    if held is None:
        raise refusals.NoSuchEntry
    return held


def _allowed(request: ReachRequest, found: Dossier, of: Section) -> int:
    """Give the class up to which the user writes here.

    :raises OutOfReach: the section is above it.
    """
    allowed = edit_class(found.person, request.reach)
    if allowed < of.field_class:
        raise refusals.OutOfReach
    return allowed


def _hide(refused: Refused) -> None:
    """Let what must not be told become a page that is not there.

    :raises Refused: it is of that kind.
    """
    if isinstance(refused, refusals.NoSuchPerson | refusals.NoSuchEntry | refusals.OutOfReach):
        raise refused


def _written(request: ReachRequest, found: Dossier, of: Section, told: str) -> HttpResponse:
    purposes.record(
        request, found, route="people:entry", act=Act.CHANGE, what=(of.code,), classes=of.field_class
    )
    messages.success(request, told)
    return redirect(f"{PeopleLinks.of(request).page('person', found.person.pk)}#{of.code}")


def _form(
    request: ReachRequest, found: Dossier, of: Section, form: EntryForm, held: Shown | None = None
) -> HttpResponse:
    status = 422 if form.errors else 200
    context = _context(request, found, of) | {"form": form, "held": held}
    return render(request, "people/entry.html", context, status=status)


def _conflict(
    request: ReachRequest, found: Dossier, held: Shown, form: EntryForm, refused: Refused
) -> HttpResponse:
    """Show both: what the user wrote, to be sent again over it, and what somebody else wrote meanwhile."""
    form.data = {**dict(form.data.items()), "revision": str(held.entry.revision)}
    _shown(request, found)
    context = _context(request, found, held.section) | {
        "form": form, "held": held, "conflict": said(refused), "by": held.entry.recorded_by,
    }  # fmt: skip
    return render(request, "people/entry.html", context, status=409)


def _context(request: ReachRequest, found: Dossier, of: Section) -> dict[str, object]:
    return {
        "person": found.person,
        "section": of,
        "asof": asof_bar(request),
        "url": PeopleLinks.of(request).page("person", found.person.pk),
        "illustrative": found.person.illustrative,
    }
