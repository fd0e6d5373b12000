"""Where a unit stood, over time: current rows, past rows, and the view of both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tinhgon.core.rows import LINES
from tinhgon.register.models.facts import VERSIONS, Fact, turns
from tinhgon.register.models.units import Unit
from tinhgon.temporal.constraints import Guard, WithinPeriodOf, WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


class PlacementFacts(Fact):
    """Under which parent a unit stood in one line."""

    line = models.CharField(max_length=11, choices=[(line, line) for line in LINES])
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Placement(PlacementFacts, Current):
    """Where a unit stood, as known now; a parent of null is the line's top."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="placement_one_parent_a_day", key=["unit", "line"]),
            WithinPeriodOf(name="placement_within_unit", key="unit", table=VERSIONS),
            WithinPeriodOf(name="placement_within_parent", key="parent", table=VERSIONS),
            models.CheckConstraint(name="placement_line_exists", condition=Q(line__in=LINES)),
            Guard(name="placement_without_cycle", function="register_placement_without_cycle",
                  when="AFTER INSERT OR UPDATE", deferred=True),
            Guard(name="placement_keeps_quotas", function="register_placement_keeps_quotas",
                  when="AFTER INSERT OR UPDATE", deferred=True),
        ]  # fmt: skip
        indexes: ClassVar = turns("placement")


class PlacementPast(PlacementFacts, Past):
    """Where the register once said a unit stood."""

    class Meta(Past.Meta):
        abstract = False


class PlacementKnown(PlacementFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


Placement.known_model, Placement.past_model = PlacementKnown, PlacementPast
