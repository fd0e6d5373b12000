"""The staff of a scenario: posts that would be, and who would hold them."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from tinhgon.core.rows import RANKS
from tinhgon.lab.models.scenarios import Scenario
from tinhgon.register.models import Person, PostTitle, StaffKind


class PlannedPost(models.Model):
    """A post that a new unit would have; `member`, any unit that merges into its body, names the body."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="posts")
    member = models.UUIDField()
    title = models.ForeignKey(PostTitle, on_delete=models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(StaffKind, on_delete=models.PROTECT, related_name="+", db_index=False)
    rank = models.CharField(max_length=10)
    seats = models.PositiveSmallIntegerField(default=1)
    # The title of the main post whose holder takes this one, too; empty where it is a main post itself.
    beside = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="planned_post_rank_exists", condition=Q(rank__in=RANKS)),
            models.CheckConstraint(name="planned_post_has_a_seat", condition=Q(seats__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.title_id} {self.member}"


class Placing(models.Model):
    """Where a plan puts a person: a planned post, or none; seen by whoever may see the person.

    `pinned` is a person's word that a re-run must keep. `why` holds the reasons, named by rule.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="placings", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    post = models.ForeignKey(PlannedPost, on_delete=models.CASCADE, null=True, related_name="placings")
    leaves = models.BooleanField(default=False)  # asked to leave, with severance
    pinned = models.BooleanField(default=False)
    why = models.JSONField(encoder=DjangoJSONEncoder, default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="placing_once_a_person", fields=["scenario", "person"]),
            models.CheckConstraint(
                name="placing_leaves_or_holds", condition=Q(leaves=False) | Q(post__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.post_id}"
