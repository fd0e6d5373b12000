"""Staff quotas over time: current rows, past rows, and the view of both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tinhgon.register.models.codes import StaffKind
from tinhgon.register.models.facts import VERSIONS, Fact, turns
from tinhgon.temporal.constraints import Guard, WithinPeriodOf, WithoutOverlaps
from tinhgon.temporal.models import Current, Known, Past, Valid


class QuotaFacts(Fact):
    """How many staff of a kind a unit may have."""

    staff = models.ForeignKey(StaffKind, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.IntegerField()

    class Meta:
        abstract = True


class Quota(QuotaFacts, Current):
    """How many staff a unit may have, as known now."""

    class Meta(Current.Meta):
        abstract = False
        constraints: ClassVar = [
            *Current.Meta.constraints,
            *Valid.Meta.constraints,
            WithoutOverlaps(name="quota_one_number_a_day", key=["unit", "staff"]),
            WithinPeriodOf(name="quota_within_unit", key="unit", table=VERSIONS),
            models.CheckConstraint(name="quota_not_negative", condition=Q(number__gte=0)),
            Guard(name="quota_covers_those_below", function="register_quota_covers",
                  when="AFTER INSERT OR UPDATE", deferred=True),
        ]  # fmt: skip
        indexes: ClassVar = turns("quota")


class QuotaPast(QuotaFacts, Past):
    """How many staff the register once said a unit might have."""

    class Meta(Past.Meta):
        abstract = False


class QuotaKnown(QuotaFacts, Known):
    """Both, with the time over which each was known."""

    class Meta(Known.Meta):
        abstract = False


Quota.known_model, Quota.past_model = QuotaKnown, QuotaPast
