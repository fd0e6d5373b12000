"""Whom an obligation can be handed on to: units below one, and people in post there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.register.models import Appointment, Person, PostVersion, UnitVersion
from tinhgon.register.queries.units import names
from tinhgon.temporal.asof import AsOf

BELOW = "SELECT access_units_under(%(unit)s, true, '', daterange(%(day)s, %(day)s, '[]'))"


def units_below(unit: UUID, *, on: date) -> set[UUID]:
    """Give the units under one on a day, in any line."""
    with connection.cursor() as cursor:
        cursor.execute(BELOW, {"unit": unit, "day": on})
        return {one for (one,) in cursor.fetchall()} - {unit}


def alive(units: Iterable[UUID], *, on: date) -> set[UUID]:
    """Give those of some units that exist on a day."""
    return set(UnitVersion.objects.on(on).filter(unit__in=set(units)).values_list("unit_id", flat=True))


def name_of(unit: UUID, *, on: date) -> str:
    """Name a unit on a day."""
    return names([unit], on=on, as_of=AsOf(on)).get(unit, str(unit))


def people_in(unit: UUID, reach: Reach, *, on: date) -> QuerySet[Person]:
    """Give the people within reach who hold a post in a unit on a day, by given name."""
    posts = PostVersion.objects.on(on).filter(unit=unit).values("post_id")
    held = Appointment.objects.on(on).filter(post_id__in=posts).values("person_id")
    found, units = Person.objects.filter(pk__in=held), reach.units(INTERNAL)
    return (found if units is None else found.filter(home_id__in=units)).order_by("name_key", "id")
