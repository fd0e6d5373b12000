"""Posts and staff quotas over time, and who holds which post.

Each has three tables of one shape: current rows, past rows (kept by the database), and the view of both.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Q

from tinhgon.core.rows import MAIN, RANKS, WAYS
from tinhgon.register.models.codes import Grade, PostTitle, StaffKind
from tinhgon.register.models.decisions import Decision
from tinhgon.register.models.facts import VERSIONS, Fact, turns
from tinhgon.register.models.people import Person
from tinhgon.register.models.units import Unit
from tinhgon.temporal.constraints import Guard, WithinPeriodOf, WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


class Post(models.Model):
    """A post's identity: never re-used, says nothing by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    def __str__(self) -> str:
        return str(self.id)


class QuotaFacts(Fact):
    """How many staff of a kind a unit may have."""

    staff = models.ForeignKey(StaffKind, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.IntegerField()

    class Meta:
        abstract = True


class Quota(QuotaFacts, Current):
    """How many staff a unit may have, as known now."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="quota_one_number_a_day", key=["unit", "staff"]),
            WithinPeriodOf(name="quota_within_unit", key="unit", table=VERSIONS),
            models.CheckConstraint(name="quota_not_negative", condition=Q(number__gte=0)),
            Guard(name="quota_covers_those_below", function="register_quota_covers",
                  when="AFTER INSERT OR UPDATE", deferred=True),
        ]  # fmt: skip
        indexes: ClassVar = turns("quota")


class QuotaPast(QuotaFacts, Past):
    """How many staff the register once said a unit might have."""

    class Meta(Past.Meta):
        abstract = False


class QuotaKnown(QuotaFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


class PostVersionFacts(Valid):
    """What a post was, and of which unit."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", db_index=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.ForeignKey(PostTitle, on_delete=models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(StaffKind, on_delete=models.PROTECT, related_name="+", db_index=False)
    rank = models.CharField(max_length=10)
    seats = models.PositiveSmallIntegerField(default=1)
    reports_to = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    description = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.post_id} {self.valid}"


class PostVersion(PostVersionFacts, Current):
    """What a post was, as known now: its life is the sum of its versions."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="post_one_truth_a_day", key=["post"]),
            WithinPeriodOf(name="post_within_unit", key="unit", table=VERSIONS),
            models.CheckConstraint(name="post_rank_exists", condition=Q(rank__in=RANKS)),
            models.CheckConstraint(name="post_has_a_seat", condition=Q(seats__gte=1)),
            Guard(name="post_seats_suffice", function="register_post_seats_suffice",
                  when="AFTER INSERT OR UPDATE", deferred=True),
        ]  # fmt: skip
        indexes: ClassVar = turns("post")


class PostVersionPast(PostVersionFacts, Past):
    """What the register once said a post was."""

    class Meta(Past.Meta):
        abstract = False


class PostVersionKnown(PostVersionFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


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
            # Who holds a post on a day: without it the planner reads the whole index that begins with the person.
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


class GradingFacts(OfPerson):
    """In which grade and step of salary a person was."""

    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, related_name="+", db_index=False)
    step = models.PositiveSmallIntegerField(null=True)
    coefficient = models.DecimalField(max_digits=4, decimal_places=2, null=True)

    class Meta:
        abstract = True


class Grading(GradingFacts, Current):
    """In which grade a person was, as known now."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="grading_one_a_day", key=["person"]),
        ]


class GradingPast(GradingFacts, Past):
    """In which grade the register once said a person was."""

    class Meta(Past.Meta):
        abstract = False


class GradingKnown(GradingFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


Quota.known_model, Quota.past_model = QuotaKnown, QuotaPast
PostVersion.known_model, PostVersion.past_model = PostVersionKnown, PostVersionPast
Appointment.known_model, Appointment.past_model = AppointmentKnown, AppointmentPast
Grading.known_model, Grading.past_model = GradingKnown, GradingPast
