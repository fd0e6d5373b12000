"""The dated facts of a unit: what it was, where it stood, which code it bore.

Each has three tables of one shape: current rows, past rows (kept by the database), and the view of both.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q

from tinhgon.core.rows import LINES
from tinhgon.register.models.codes import UnitKind
from tinhgon.register.models.decisions import Decision
from tinhgon.register.models.units import Unit
from tinhgon.temporal.constraints import Guard, WithinPeriodOf, WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid

VERSIONS = "register_unitversion"


def turns(name: str) -> list[models.Index]:
    """Index the days on which rows begin and end: two days differ only in what turns between them."""
    return [
        models.Index(Func("valid", function=bound), name=f"{name}_by_{bound}") for bound in ("lower", "upper")
    ]


class Fact(Valid):
    """A unit, the days, and the decision that made it so."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.unit_id} {self.valid}"


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


class IdentifierFacts(Fact):
    """A code that a unit bore: codes are re-used, units are not."""

    scheme = models.CharField(max_length=60)
    value = models.CharField(max_length=60)

    class Meta:
        abstract = True


class Identifier(IdentifierFacts, Current):
    """Which code a unit bore, as known now."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="identifier_one_code_a_day", key=["unit", "scheme"]),
            WithoutOverlaps(name="identifier_one_holder_a_day", key=["scheme", "value"]),
            WithinPeriodOf(name="identifier_within_unit", key="unit", table=VERSIONS),
        ]
        indexes: ClassVar = [
            models.Index(name="identifier_by_value", fields=["value", "scheme"]),
            *turns("identifier"),
        ]


class IdentifierPast(IdentifierFacts, Past):
    """Which code the register once said a unit bore."""

    class Meta(Past.Meta):
        abstract = False


class IdentifierKnown(IdentifierFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


UnitVersion.known_model, UnitVersion.past_model = UnitVersionKnown, UnitVersionPast
Placement.known_model, Placement.past_model = PlacementKnown, PlacementPast
Identifier.known_model, Identifier.past_model = IdentifierKnown, IdentifierPast
