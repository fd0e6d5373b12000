"""What a unit was, over time: current rows, past rows, and the view of both."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from tinhgon.register.models.codes import UnitKind
from tinhgon.register.models.facts import Fact, turns
from tinhgon.temporal.constraints import WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


class VersionFacts(Fact):
    """What a unit was."""

    name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=250, blank=True)
    kind = models.ForeignKey(UnitKind, on_delete=models.PROTECT, related_name="+", db_index=False)
    area_km2 = models.DecimalField(max_digits=11, decimal_places=4, null=True)
    population = models.IntegerField(null=True)
    mandate = models.TextField(blank=True)
    estimated = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    # Made of the name when it is written (core.names): for sorting and for search without marks.
    name_key = models.CharField(max_length=520, db_collation="C")
    name_folded = models.CharField(max_length=250)

    class Meta:
        abstract = True


class UnitVersion(VersionFacts, Current):
    """What a unit was, as known now: its life is the sum of its versions."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="version_one_truth_a_day", key=["unit"]),
            # The upper bound keeps NaN out, which PostgreSQL holds to be larger than any number.
            models.CheckConstraint(
                name="version_area_not_negative", condition=Q(area_km2__gte=0, area_km2__lt=10_000_000)
            ),
            models.CheckConstraint(name="version_population_not_negative", condition=Q(population__gte=0)),
            models.CheckConstraint(name="version_has_a_name", condition=~Q(name="")),
        ]
        indexes: ClassVar = [
            GinIndex(OpClass(F("name_folded"), name="gin_trgm_ops"), name="version_by_folded_name"),
            *turns("version"),
        ]


class UnitVersionPast(VersionFacts, Past):
    """What the register once said a unit was."""

    class Meta(Past.Meta):
        abstract = False


class UnitVersionKnown(VersionFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


UnitVersion.known_model, UnitVersion.past_model = UnitVersionKnown, UnitVersionPast
