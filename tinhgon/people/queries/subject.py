"""Everything that is held about one person, as that person or who may export it gets it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from tinhgon import vault
from tinhgon.access.models import Grant, User
from tinhgon.audit.models import Event
from tinhgon.core.periods import Period
from tinhgon.core.reach import CLASSES, EXPORT, NOTHING, SENSITIVE, Reach
from tinhgon.people import refusals
from tinhgon.people.elsewhere import ELSEWHERE
from tinhgon.people.models import (
    Amendment,
    Attachment,
    ErasureRequest,
    LegalHold,
    Proposal,
    SubjectRequest,
)
from tinhgon.people.queries.dossiers import dossier, partial
from tinhgon.people.queries.synchronising import entries
from tinhgon.people.sealing import of_amendment, of_proposal
from tinhgon.people.sections import sections
from tinhgon.people.told import TOLD
from tinhgon.register.models import (
    Appointment,
    AppointmentPast,
    DecisionFinding,
    Grading,
    GradingPast,
    Person,
)
from tinhgon.register.queries.findings import finding_of
from tinhgon.rules.library import book
from tinhgon.rules.words import sentence

EVENTS = 10_000  # the newest ones


def held_about(person: Person, reach: Reach) -> dict[str, Any]:
    """Give everything held about a person; of fields too guarded for the reader, that they are withheld.

    :raises NoSuchPerson: it is neither oneself nor somebody whose file may leave.
    """
    own = reach.person == person.id
    allowed = SENSITIVE if own else _export_class(person, reach)
    if allowed == NOTHING or person.erased_at:
        raise refusals.NoSuchPerson
    shown = dossier(person.id, reach if own else reach.only(EXPORT), up_to=allowed).shown
    sealed = allowed >= SENSITIVE
    return {
        "person": _facts("register.Person", person)
        | {"born": str(partial(person.born, person.born_precision) or "")},
        "withheld": not sealed,
        "sections": {name: entries(shown, name) for name in sections()},
        **_of_file(person, sealed=sealed),
        **_of_register(person),
        **_of_account(person),
        **{part: _rows(one.label, one.of(person)) for part, one in ELSEWHERE.items()},
        "reads": _rows(
            "audit.Event", Event.objects.filter(subject=person.id).order_by("-at", "-id")[:EVENTS]
        ),
    }


def _export_class(person: Person, reach: Reach) -> int:
    return max((one for one in CLASSES if reach.may(EXPORT, person.home_id, one)), default=NOTHING)


def _of_file(person: Person, *, sealed: bool) -> dict[str, Any]:
    return {
        "attachments": _rows("people.Attachment", Attachment.objects.filter(person=person)),
        "amendments": _amendments(person, sealed=sealed),
        "proposals": _proposals(person, sealed=sealed),
        "holds": _rows("people.LegalHold", LegalHold.objects.filter(person=person)),
        "erasures": _rows("people.ErasureRequest", ErasureRequest.objects.filter(person=person)),
        "requests": _rows("people.SubjectRequest", SubjectRequest.objects.filter(person=person)),
    }


def _of_register(person: Person) -> dict[str, Any]:
    tables: tuple[tuple[str, str, Any], ...] = (
        ("appointments", "register.Appointment", Appointment.objects.throughout()),
        ("appointments_corrected", "register.AppointmentPast", AppointmentPast.objects.all()),
        ("gradings", "register.Grading", Grading.objects.throughout()),
        ("gradings_corrected", "register.GradingPast", GradingPast.objects.all()),
    )
    held = {name: _rows(label, rows.filter(person=person).order_by("valid")) for name, label, rows in tables}
    return held | {"findings": _findings(person)}


def _findings(person: Person) -> list[dict[str, Any]]:
    """Tell what rules found of the person when decisions were signed, and the answers to it."""
    rows = DecisionFinding.objects.filter(person=person).order_by("decision", "place")
    return [
        _facts("register.DecisionFinding", row) | {"sentence": sentence(finding_of(row), "vi", book())}
        for row in rows
    ]


def _of_account(person: Person) -> dict[str, Any]:
    users = User.objects.filter(person=person)
    return {
        "account": _rows("access.User", users),
        "grants": _rows("access.Grant", Grant.objects.filter(user__in=users)),
    }


def _amendments(person: Person, *, sealed: bool) -> list[dict[str, Any]]:
    rows = list(Amendment.objects.filter(person=person).order_by("id"))
    changes = _opened(rows, of_amendment(person.id)) if sealed else {}
    return [_facts("people.Amendment", row) | {"change": changes.get(row.pk)} for row in rows]


def _proposals(person: Person, *, sealed: bool) -> list[dict[str, Any]]:
    rows = list(Proposal.objects.filter(person=person).order_by("proposed_at"))
    values = vault.open_many([
        (row.person_id, of_proposal(row.id), row.sealed) for row in rows
    ]) if sealed else [None] * len(rows)  # fmt: skip
    return [
        _facts("people.Proposal", row) | {"values": value} for row, value in zip(rows, values, strict=True)
    ]


def _opened(rows: list[Amendment], context: vault.Context) -> dict[int, Any]:
    chosen = [row for row in rows if row.sealed]
    opened = vault.open_many([(row.person_id, context, row.sealed or b"") for row in chosen])
    return {row.pk: value for row, value in zip(chosen, opened, strict=True)}


def _rows(label: str, rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    return [_facts(label, row) for row in rows]


def _facts(label: str, row: models.Model) -> dict[str, Any]:
    """Give the told fields of a row as plain text; what is sealed is told elsewhere, opened."""
    fields = [field for field in row._meta.concrete_fields if field.name in TOLD[label]]
    return {
        field.name: _plain(getattr(row, field.attname))
        for field in fields if not isinstance(field, models.BinaryField | models.JSONField)
    }  # fmt: skip


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str | list):
        return value
    if isinstance(value, Period):
        return {"since": value.since.isoformat(), "until": value.until and value.until.isoformat()}
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
