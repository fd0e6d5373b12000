"""Papers about a person: the personal form and everything that is held; nothing of it is kept in between."""

from __future__ import annotations

from typing import cast
from uuid import UUID

import orjson
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.access.views.guards import freshly_authenticated
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.reach import ERASE, EXPORT, INTERNAL, PERSONAL, SENSITIVE
from tinhgon.office.forms.form import Form
from tinhgon.office.forms.pdf import pdf
from tinhgon.office.forms.word import docx
from tinhgon.people.actions.recording import told
from tinhgon.people.printing import personal_form, subject_form
from tinhgon.people.queries.dossiers import dossier, person_within
from tinhgon.people.queries.steps import steps
from tinhgon.people.queries.subject import held_about
from tinhgon.people.refusals import NoSuchPerson
from tinhgon.people.views.guards import oneself_only
from tinhgon.register.models import Person

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {"docx": WORD, "pdf": "application/pdf", "json": "application/json"}


@require_safe
@oneself_only
@freshly_authenticated
def form(request: ReachRequest, person: UUID, kind: str) -> HttpResponse:
    """Give the personal form as its reader may see it; for oneself, and where files may be exported."""
    found, purpose = _whose(request, person)
    own = request.reach.person == found.id
    file = dossier(found.id, request.reach if own else request.reach.only(EXPORT))
    by, now = cast(User, request.user), timezone.now()
    paper = personal_form(file, steps(found, request.as_of), by=by, at=now)
    told(Act.PRINT, by, subject=found.id, unit=found.home_id, classes=file.highest, what=["form", kind],
         purpose=purpose)  # fmt: skip
    return _sent(paper, kind, "so-yeu-ly-lich")


@require_safe
@oneself_only
@freshly_authenticated
def held(request: ReachRequest, person: UUID, kind: str) -> HttpResponse:
    """Give everything that is held about a person."""
    found, purpose = _whose(request, person)
    everything, by = held_about(found, request.reach), cast(User, request.user)
    told(Act.EXPORT, by, subject=found.id, unit=found.home_id,
         classes=PERSONAL if everything["withheld"] else SENSITIVE, what=["subject", kind],
         purpose=purpose)  # fmt: skip
    if kind == "json":
        return _file(orjson.dumps(everything, option=orjson.OPT_INDENT_2), kind, "du-lieu-ca-nhan")
    return _sent(subject_form(found, everything, by=by, at=timezone.now()), kind, "du-lieu-ca-nhan")


@require_safe
@oneself_only
def papers(request: ReachRequest, person: UUID) -> HttpResponse:
    """Offer the papers about a person."""
    found, _ = _whose(request, person)
    own = request.reach.person == found.id
    may_erase = request.reach.may(ERASE, found.home_id, SENSITIVE)
    shown = {"person": found, "own": own, "may_erase": may_erase}
    return render(request, "people/care/papers.html", shown)


def _whose(request: ReachRequest, person: UUID) -> tuple[Person, str]:
    """Give the person whose paper may leave, and for what.

    :raises NoSuchPerson: it is neither oneself nor somebody whose file may be exported.
    """
    found = person_within(person, request.reach)
    if request.reach.person == found.id:
        return found, Purpose.OWN
    if not request.reach.may(EXPORT, found.home_id, INTERNAL):
        raise NoSuchPerson
    return found, Purpose.SUBJECT_REQUEST


def _sent(paper: Form, kind: str, name: str) -> HttpResponse:
    if kind not in ("docx", "pdf"):
        raise Http404
    return _file(docx(paper) if kind == "docx" else pdf(paper), kind, name)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=headers)
