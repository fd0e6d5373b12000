"""Lineage: what passed from one unit to another by a decision."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tinhgon.register.models.decisions import Decision
from tinhgon.register.models.units import Unit
from tinhgon.temporal.constraints import Guard
from tinhgon.temporal.models import Current, Known, Past


class SuccessionFacts(models.Model):
    """From a unit, to a unit, with the share of its area and of its people."""

    origin = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    result = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=6)
    share_area = models.DecimalField(max_digits=7, decimal_places=6)
    share_population = models.DecimalField(max_digits=7, decimal_places=6)
    estimated = models.BooleanField(default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.origin_id} → {self.result_id} {self.on}"


class Succession(SuccessionFacts, Current):
    """Lineage as known now."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            models.UniqueConstraint(
                name="succession_once_a_decision", fields=["origin", "result", "decision"]
            ),
            models.CheckConstraint(
                name="succession_share_within_one",
                condition=Q(share_area__range=(0, 1), share_population__range=(0, 1)),
            ),
            Guard(name="succession_shares_add_up", function="register_succession_shares_add_up",
                  when="AFTER INSERT OR UPDATE", deferred=True),
        ]  # fmt: skip


class SuccessionPast(SuccessionFacts, Past):
    """Lineage that the register once told."""

    class Meta(Past.Meta):
        abstract = False


class SuccessionKnown(SuccessionFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


Succession.known_model, Succession.past_model = SuccessionKnown, SuccessionPast
