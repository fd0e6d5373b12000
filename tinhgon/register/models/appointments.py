"""Who held which post: current rows, past rows, and the view of both."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Q

from tinhgon.core.rows import MAIN, WAYS
from tinhgon.register.models.decisions import Decision
from tinhgon.register.models.facts import turns
from tinhgon.register.models.people import Person
from tinhgon.register.models.posts import Post
from tinhgon.temporal.constraints import Guard, WithinPeriodOf, WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


class OfPerson(Valid):
    """A person, the days, and the decision that made it so."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.person_id} {self.valid}"


class AppointmentFacts(OfPerson):
    """Which post a person held, and how."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=10)
    share = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    term_until = models.DateField(null=True)

    class Meta:
        abstract = True


class Appointment(AppointmentFacts, Current):
    """Which post a person held, as known now."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="appointment_one_way_a_day", key=["person", "post"]),
            ExclusionConstraint(
                name="appointment_one_main_post_a_day",
                expressions=[("person", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=Q(how__in=sorted(MAIN)),
            ),
            WithinPeriodOf(
                name="appointment_within_post", key="post", table="register_postversion", target="post_id"
            ),
            models.CheckConstraint(name="appointment_way_exists", condition=Q(how__in=WAYS)),
            models.CheckConstraint(
                name="appointment_share_is_of_a_seat", condition=Q(share__gt=0, share__lte=1)
            ),
            Guard(name="appointment_seats_suffice", function="register_appointment_seats_suffice",
                  when="AFTER INSERT OR UPDATE", deferred=True),
        ]  # fmt: skip
        indexes: ClassVar = [
            *turns("appointment"),
            # Who holds a post on a day: without it the planner reads the whole index that begins with people.
            GistIndex(name="appointment_by_post", fields=["post", "valid"]),
        ]


class AppointmentPast(AppointmentFacts, Past):
    """Which post the register once said a person held."""

    class Meta(Past.Meta):
        abstract = False


class AppointmentKnown(AppointmentFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


Appointment.known_model, Appointment.past_model = AppointmentKnown, AppointmentPast
