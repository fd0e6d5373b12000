"""Which code a unit bore, over time: current rows, past rows, and the view of both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tinhgon.register.models.facts import VERSIONS, Fact, turns
from tinhgon.temporal.constraints import WithinPeriodOf, WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


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


Identifier.known_model, Identifier.past_model = IdentifierKnown, IdentifierPast
