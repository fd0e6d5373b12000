"""What scenarios say of a person: told with the file as far as it is about that one, gone upon erasure."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from tinhgon.lab.models import Placing, Succeeding
from tinhgon.people.elsewhere import Elsewhere, register
from tinhgon.register.models import Person


def register_personal() -> None:
    """Let dossiers know of the tables of the lab that name people."""
    register(Elsewhere(part="placings", label="lab.Placing", of=_placings, forget=_forget_placings))
    register(
        Elsewhere(part="successions", label="lab.Succeeding", of=_successions, forget=_forget_successions)
    )


def _placings(person: Person) -> QuerySet[Placing]:
    return Placing.objects.filter(person=person).order_by("scenario", "pk")


def _successions(person: Person) -> QuerySet[Succeeding]:
    """Rows where the person only leaves a post would tell who follows."""
    return Succeeding.objects.filter(person=person).order_by("scenario", "vacant_on", "pk")


def _forget_placings(person: Person) -> None:
    Placing.objects.filter(person=person).delete()


def _forget_successions(person: Person) -> None:
    Succeeding.objects.filter(Q(person=person) | Q(holder=person)).delete()
