"""In which grade a person was: current rows, past rows, and the view of both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tinhgon.register.models.appointments import OfPerson
from tinhgon.register.models.codes import Grade
from tinhgon.temporal.constraints import WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


class GradingFacts(OfPerson):
    """In which grade and step of salary a person was."""

    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, related_name="+", db_index=False)
    step = models.PositiveSmallIntegerField(null=True)
    coefficient = models.DecimalField(max_digits=4, decimal_places=2, null=True)

    class Meta:
        abstract = True


class Grading(GradingFacts, Current):
    """In which grade a person was, as known now."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="grading_one_a_day", key=["person"]),
        ]


class GradingPast(GradingFacts, Past):
    """In which grade the register once said a person was."""

    class Meta(Past.Meta):
        abstract = False


class GradingKnown(GradingFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


Grading.known_model, Grading.past_model = GradingKnown, GradingPast
