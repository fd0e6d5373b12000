"""Which obligations bear somebody's name: told with the file, without a name upon erasure."""

from __future__ import annotations

from django.db.models import QuerySet

from tinhgon.directives.models import Obligation
from tinhgon.people.elsewhere import Elsewhere, register
from tinhgon.register.models import Person


def register_personal() -> None:
    """Let dossiers know of the table of obligations."""
    register(Elsewhere(part="obligations", label="directives.Obligation", of=_of, forget=_forget))


def _of(person: Person) -> QuerySet[Obligation]:
    return Obligation.objects.filter(person=person).order_by("-assigned_on", "pk")


def _forget(person: Person) -> None:
    """The unit still has to do it."""
    Obligation.objects.filter(person=person).update(person=None)
