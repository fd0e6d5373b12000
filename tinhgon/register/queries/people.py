"""Reads of people, each narrowed to what its reader reaches before the database's own rows are hidden."""

from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, F, Func, QuerySet, UUIDField, Value

from tinhgon.core.names import fold, sought
from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.register.models import Person


def visible(reach: Reach, field_class: int = INTERNAL) -> QuerySet[Person]:
    """Give the people on whom a reader may read fields of a class, and the reader's own file.

    It says the same as row security does, in words for which there is an index.
    """
    people = Person.objects.filter(erased_at__isnull=True)  # who was erased is no longer anybody
    units = reach.units(field_class)
    if units is None:
        return people
    own = people.filter(pk=reach.person) if reach.person else people.none()
    return people.filter(kept_by(units)) | own if units else own


def kept_by(units: frozenset[UUID]) -> Func:
    """Ask for the people whose files some units keep: one value, however many units there are."""
    array = Value(sorted(units), output_field=ArrayField(UUIDField()))
    return Func(
        F("home_id"), array, arg_joiner=" = ANY(", template="(%(expressions)s))", output_field=BooleanField()
    )


def named(people: QuerySet[Person], text: str) -> QuerySet[Person]:
    """Narrow to those in whose name a text stands, with or without marks."""
    wanted = fold(sought(text))
    return people.filter(name_folded__contains=wanted) if wanted else people


def by_name(people: QuerySet[Person]) -> QuerySet[Person]:
    """Order as lists of people are: by given name, the Vietnamese way."""
    return people.order_by("name_key", "id")


def find(reach: Reach, person: UUID, field_class: int = INTERNAL) -> Person | None:
    """Give a person; somebody out of reach is not there."""
    return visible(reach, field_class).filter(pk=person).first()
