"""Posts over time: current rows, past rows, and the view of both."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tinhgon.core.rows import RANKS
from tinhgon.register.models.codes import PostTitle, StaffKind
from tinhgon.register.models.decisions import Decision
from tinhgon.register.models.facts import VERSIONS, turns
from tinhgon.register.models.units import Unit
from tinhgon.temporal.constraints import Guard, WithinPeriodOf, WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


class Post(models.Model):
    """A post's identity: never re-used, says nothing by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    def __str__(self) -> str:
        return str(self.id)


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


PostVersion.known_model, PostVersion.past_model = PostVersionKnown, PostVersionPast
