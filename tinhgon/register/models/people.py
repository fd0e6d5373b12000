"""A person's identity: what lists show, and the unit that keeps the file. All else is in the dossier."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from tinhgon.register.models.units import Unit


class Person(models.Model):
    """An official, whatever posts he holds; rows are hidden from those whom their grants do not let see them.

    `home` is the unit of the main post today, which keeps the file; the register's pen sets it.
    `number_index` is the blind index of the personal identity number: equal numbers are found, none is read.
    """

    class Sex(models.TextChoices):
        FEMALE = "female"
        MALE = "male"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    # Made of the name when it is written (core.names): by given name first, as lists of people are sorted.
    name_key = models.CharField(max_length=260, db_collation="C")
    name_folded = models.CharField(max_length=120)
    sex = models.CharField(max_length=6, choices=Sex.choices, blank=True)
    # The first day that the date written in the file can mean; old files have a year or a month only.
    born = models.DateField(null=True)
    born_precision = models.CharField(max_length=5, blank=True)
    home = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    number_index = models.BinaryField(max_length=32, null=True)
    illustrative = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="person_one_file_a_number", fields=["number_index"]),
            models.CheckConstraint(name="person_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="person_birth_has_a_precision",
                condition=Q(born__isnull=True, born_precision="")
                | Q(born__isnull=False, born_precision__in=["year", "month", "day"]),
            ),
        ]
        indexes: ClassVar = [
            models.Index(name="person_by_home", fields=["home", "name_key"]),
            models.Index(name="person_by_name", fields=["name_key", "id"]),
            GinIndex(OpClass(F("name_folded"), name="gin_trgm_ops"), name="person_by_folded_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Sweep(models.Model):
    """Up to which day all that turns by its date alone was attended to: one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    swept_to = models.DateField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(name="sweep_is_one", condition=Q(id=1))]

    def __str__(self) -> str:
        return str(self.swept_to)
