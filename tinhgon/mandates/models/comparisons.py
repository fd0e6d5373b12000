"""A comparison of all mandates of a day, and the pairs that it found alike."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tinhgon.register.models import Unit


class Comparison(models.Model):
    """Each mandate of a day held against each other; the newest of a day is the one that is shown."""

    on_day = models.DateField()
    compared = models.PositiveIntegerField()  # units with a mandate
    state = models.CharField(max_length=120)  # of the mandates then (queries.bodies.state_on)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.on_day:%d/%m/%Y} ({self.compared})"


class Overlap(models.Model):
    """Two units, a sentence of each mandate, how alike these are, and the words that both have.

    `score` is the cosine of weighted words, from 0 to 1; evidence, never a verdict.
    """

    comparison = models.ForeignKey(
        Comparison, on_delete=models.CASCADE, related_name="overlaps", db_index=False
    )
    one = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    score = models.FloatField()
    passages = models.JSONField()  # [{"one": text, "other": text, "score": 0.8, "words": [...]}, …]

    class Meta:
        ordering = ("-score", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(name="overlap_once_a_pair", fields=["comparison", "one", "other"]),
            models.CheckConstraint(name="overlap_of_two_units", condition=~Q(one=F("other"))),
            models.CheckConstraint(
                name="overlap_score_is_a_share", condition=Q(score__gt=0, score__lte=1.001)
            ),
        ]
        indexes: ClassVar = [models.Index(name="overlap_by_score", fields=["comparison", "-score", "id"])]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"
