"""Campaigns in which people mend their own dossiers, and what they propose."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.register.models import Person, Unit
from tinhgon.temporal.fields import PeriodField

USER = settings.AUTH_USER_MODEL


class Campaign(models.Model):
    """A period in which people may propose changes of named fields of their own dossiers."""

    title = models.CharField(max_length=250)
    fields = ArrayField(models.CharField(max_length=40))  # section.field
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    valid = PeriodField()
    note = models.TextField(blank=True)
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="campaign_opens_fields", condition=~Q(fields=[])),
            models.CheckConstraint(
                name="campaign_has_an_end",
                condition=Q(valid__startswith__isnull=False, valid__upper_inf=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Proposal(models.Model):
    """What a person proposes to change of one entry; an officer confirms or returns it, item by item."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Chờ xác nhận")
        CONFIRMED = "confirmed", _("Đã xác nhận")
        RETURNED = "returned", _("Trả lại")
        WITHDRAWN = "withdrawn", _("Đã rút")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="proposals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proposals")
    section = models.CharField(max_length=20)
    entry = models.UUIDField(null=True)  # none: a new one
    revision = models.PositiveIntegerField(null=True)  # of the entry, as the person saw it
    sealed = models.BinaryField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.PROPOSED)
    answer = models.TextField(blank=True)
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="proposal_return_has_an_answer", condition=~Q(state="returned") | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="proposal_decided_has_its_moment",
                condition=Q(state__in=["proposed", "withdrawn"]) | Q(decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.state}"
