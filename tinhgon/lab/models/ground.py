"""What a plan leans on and no decision states: who lies beside whom, and where."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tinhgon.register.models import Unit


class Neighbour(models.Model):
    """Two units that share a border, or that may be merged for another reason; written once a pair."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", db_index=False)
    beside = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    border_km = models.DecimalField(max_digits=9, decimal_places=3, default=0)
    source = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="neighbours_once", fields=["unit", "beside"]),
            models.CheckConstraint(name="neighbours_in_order", condition=Q(unit__lt=F("beside"))),
            models.CheckConstraint(name="neighbours_border_not_negative", condition=Q(border_km__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} – {self.beside_id}"


class Location(models.Model):
    """Where a unit has its seat, as near as is known."""

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, primary_key=True, related_name="+")
    latitude = models.DecimalField(max_digits=8, decimal_places=5)
    longitude = models.DecimalField(max_digits=8, decimal_places=5)
    source = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="location_on_earth",
                condition=Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"
