"""The years ahead of a scenario: posts that fall vacant, and who stands in the plan for them."""

from __future__ import annotations

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from tinhgon.lab.models.scenarios import Scenario
from tinhgon.register.models import Person, Post


class Succeeding(models.Model):
    """A vacancy and one who stands in the plan for it, or takes it; or nobody, where nobody takes it.

    Seen by whoever may see the person, and the one who leaves: a vacancy tells when somebody retires.
    `kept_away` counts, by rule, whom it keeps from a vacancy that nobody takes.
    """

    class Because(models.TextChoices):
        EMPTY = "empty"
        RETIREMENT = "retirement"
        TERM = "term"
        MOVED = "moved"  # its holder is planned for another post

    class Takes(models.TextChoices):
        PROMOTED = "promoted"
        ROTATED = "rotated"
        REAPPOINTED = "reappointed"

    scenario = models.ForeignKey(
        Scenario, on_delete=models.CASCADE, related_name="successions", db_index=False
    )
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    seat = models.PositiveSmallIntegerField(default=1)  # of a post that several hold
    vacant_on = models.DateField()
    because = models.CharField(max_length=10, choices=Because.choices)
    holder = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)  # in the list; 0 is outside it
    takes = models.CharField(max_length=11, choices=Takes.choices, blank=True)
    months_left = models.PositiveSmallIntegerField(
        null=True
    )  # from that day to retirement, of whoever takes it
    trainings = models.JSONField(encoder=DjangoJSONEncoder, default=list)  # to complete before
    kept_away = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="succeeding_once_a_vacancy",
                fields=["scenario", "post", "seat", "vacant_on", "person"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="succeeding_by_somebody",
                condition=Q(person__isnull=False) | Q(place=0, takes="", months_left__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.vacant_on} → {self.person_id}"
