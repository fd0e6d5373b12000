"""A dossier opened by hand, what lists show of a person mended, units to choose from."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tinhgon.access.illustration import newcomers_are_made_up
from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EDIT, PERSONAL, SENSITIVE
from tinhgon.people import refusals
from tinhgon.people.actions.opening import NewPerson, rename
from tinhgon.people.actions.registering import open_dossier
from tinhgon.people.forms.people import OpeningForm, RenameForm
from tinhgon.people.pages import purposes
from tinhgon.people.pages.dossiers import edit_class
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.queries.dossiers import dossier, partial
from tinhgon.people.queries.likely import likely
from tinhgon.people.views.guards import clerks_only, readers_only
from tinhgon.register.models import Person
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.faults import said
from tinhgon.register.queries import tallies, units

METHODS = ["GET", "HEAD", "POST"]
MOST_UNITS = 12


@require_http_methods(METHODS)
@clerks_only
def new(request: ReachRequest) -> HttpResponse:
    """Open a dossier; who may have one already is shown first."""
    form = OpeningForm(request.POST or None, with_number=_holds_numbers(request))
    doubles = []
    if request.method == "POST" and form.is_valid():
        said_by = form.cleaned_data
        doubles = [] if said_by["sure"] else likely(said_by["name"], said_by["born"], request.reach)
        if doubles:
            form.ask_again()
        else:
            answer = _open(request, form)
            if answer:
                return answer
    links = PeopleLinks.of(request)
    context = {
        "form": form, "asof": asof_bar(request), "list_url": links.page("list"),
        "made_up": newcomers_are_made_up(), "beside_made_up": _beside_made_up(),
        "doubles": [
            (one, partial(one.born, one.born_precision), links.page("person", one.pk)) for one in doubles
        ],
    }  # fmt: skip
    return render(request, "people/new.html", context, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@clerks_only
def change(request: ReachRequest, person: UUID) -> HttpResponse:
    """Mend the name, the sex, the day of birth."""
    found = dossier(person, request.reach, up_to=1)
    held = found.person
    if edit_class(held, request.reach) < 0:
        raise refusals.OutOfReach
    form = RenameForm(request.POST or None, initial={
        "name": held.name, "sex": held.sex, "born": partial(held.born, held.born_precision),
        "revision": held.revision,
    })  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            rename(person, **form.cleaned_data, by=cast(User, request.user), reach=request.reach)
        except refusals.ChangedMeanwhile as refused:
            form.data = {**dict(form.data.items()), "revision": str(held.revision)}
            form.add_error(None, said(refused))
        else:
            purposes.record(request, found, route="people:rename", act=Act.CHANGE, purpose=Purpose.UPKEEP,
                            what=("person",))  # fmt: skip
            messages.success(request, gettext("Đã sửa. Thay đổi chờ đồng bộ."))
            return redirect(PeopleLinks.of(request).page("person", person))
    context = {
        "form": form, "person": held, "asof": asof_bar(request), "illustrative": held.illustrative,
        "url": PeopleLinks.of(request).page("person", person),
        "born": partial(held.born, held.born_precision),
    }  # fmt: skip
    return render(request, "people/rename.html", context, status=422 if form.errors else 200)


@require_safe
@readers_only
def unit_options(request: ReachRequest) -> HttpResponse:
    """Offer units by name or code, as boxes for them do."""
    found = units.search(request.GET.get("q", "").strip()[:100], request.as_of, limit=MOST_UNITS)
    kinds = tallies.kinds() if found else {}
    options = [
        {"id": one.unit, "label": f"{one.name} ({one.code})" if one.code else one.name,
         "detail": " · ".join(filter(None, (kinds.get(one.kind, one.kind), one.parent)))}
        for one in found
    ]  # fmt: skip
    return render(request, "register/decisions/_options.html", {"options": options})


def _beside_made_up() -> bool:
    """Tell whether some of those whom the user sees are illustrative."""
    return Person.objects.filter(illustrative=True).exists()


def _holds_numbers(request: ReachRequest) -> bool:
    """Tell whether the user may hold identity numbers somewhere."""
    reached = request.reach.units(SENSITIVE, action=EDIT)
    return reached is None or bool(reached)


def _open(request: ReachRequest, form: OpeningForm) -> HttpResponse | None:
    """Open the dossier; what was refused stands in the form."""
    facts = form.cleaned_data
    new = NewPerson(name=facts["name"], home=facts["home"], sex=facts["sex"], born=facts["born"])
    number = facts.get("national_id", "")
    if number and not request.reach.may(EDIT, new.home, SENSITIVE):
        form.add_error("national_id", gettext("Tài khoản không được ghi số định danh ở đơn vị này."))
        return None
    if not request.reach.may(EDIT, new.home, PERSONAL):
        form.add_error("home", gettext("Đơn vị này ngoài phạm vi được lập hồ sơ."))
        return None
    try:
        made = open_dossier(new, number=number, by=cast(User, request.user), reach=request.reach)
    except Refused as refused:
        form.add_error("national_id" if number else None, said(refused))
        return None
    purposes.state_purpose(request, made.pk, Purpose.UPKEEP)
    messages.success(request, gettext("Đã lập hồ sơ."))
    return redirect(PeopleLinks.of(request).page("person", made.pk))
