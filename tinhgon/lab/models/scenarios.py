"""Scenarios: a day's register, parameters, a plan; and what became of them."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from tinhgon.register.models import Decision, Unit


class Scenario(models.Model):
    """A reorganisation that might be: which units, read when, under what, and the plan so far.

    The plan is a list of new units: {"members": [unit, …], "seat": unit, "name": "", "kind": ""}; units that
    no entry names stay as they are. `found` holds what the last run knew of it: terms, bound, gap.
    """

    class Origin(models.TextChoices):
        LAB = "lab"
        ENACTED = "enacted"  # what was really decided, loaded to be compared with
        HAND = "hand"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    origin = models.CharField(max_length=7, choices=Origin.choices, default=Origin.LAB)
    # All lies under it; none is the whole register.
    root = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    kinds = ArrayField(models.CharField(max_length=40))  # the kinds of units that are consolidated
    effective_on = models.DateField()  # the register is read as it stood on the day before
    known = models.DateTimeField()  # … and as it was known at this moment
    parameters = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    plan = models.JSONField(encoder=DjangoJSONEncoder, default=list)
    found = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    branch_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="branches")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    locked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created_at",)
        constraints: ClassVar = [
            models.CheckConstraint(name="scenario_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="scenario_takes_in_a_kind", condition=~Q(kinds=[])),
            models.CheckConstraint(
                name="scenario_origin_exists", condition=Q(origin__in=["lab", "enacted", "hand"])
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Adopted(models.Model):
    """A draft decision that carries out a part of a scenario, and its turn among the others."""

    class Part(models.TextChoices):
        UNITS = "units"
        POSTS = "posts"
        PEOPLE = "people"
        REST = "rest"  # who is left without post, and the posts that end

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="adopted", db_index=False)
    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=6, choices=Part.choices)
    turn = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("scenario", "turn")
        constraints: ClassVar = [
            models.UniqueConstraint(name="adopted_in_turn", fields=["scenario", "turn"]),
        ]

    def __str__(self) -> str:
        return f"{self.scenario_id} {self.turn}"
