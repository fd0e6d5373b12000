"""Documents that arrived, that leave, that stay inside."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models.intakes import Intake
from tinhgon.register.models import Decision, Unit
from tinhgon.temporal.constraints import Guard

USER = settings.AUTH_USER_MODEL


class Document(models.Model):
    """A document of a registry; once registered or issued it stays as it is, and only its end is told later.

    `letter` holds what the document is written from (office.letters), for those that are written here.
    """

    class Direction(models.TextChoices):
        INCOMING = "in", _("Văn bản đến")
        OUTGOING = "out", _("Văn bản đi")

    class State(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        REGISTERED = "registered", _("Đã vào sổ")

    class Urgency(models.TextChoices):
        NORMAL = "", _("Thường")
        URGENT = "urgent", _("Khẩn")
        VERY_URGENT = "very", _("Thượng khẩn")
        EXPRESS = "express", _("Hỏa tốc")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    keeper = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")  # whose registry it is in
    direction = models.CharField(max_length=3, choices=Direction.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    type = models.CharField(max_length=12, blank=True)  # KH; empty for an official letter
    number = models.CharField(max_length=120, blank=True)  # as written: 157/KH-UBND
    number_key = models.CharField(max_length=120, blank=True)  # for looking it up: no marks, no blanks
    issuer = models.CharField(max_length=250)
    issuer_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    issued_on = models.DateField(null=True)
    abstract = models.TextField()
    signer = models.CharField(max_length=120, blank=True)
    signer_title = models.CharField(max_length=250, blank=True)
    place = models.CharField(max_length=120, blank=True)
    recipients = ArrayField(models.TextField(), default=list)
    urgency = models.CharField(max_length=7, choices=Urgency.choices, default=Urgency.NORMAL, blank=True)
    effective_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)  # the first day on which it is no more in force
    ended_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="ends")
    arrival_number = models.PositiveIntegerField(null=True)  # số đến, anew each year
    arrived_on = models.DateField(null=True)
    intake = models.OneToOneField(Intake, on_delete=models.PROTECT, null=True, related_name="document")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=40, blank=True)  # of office.letters.kinds, for those written here
    letter = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    search = SearchVectorField(
        null=True
    )  # of the text without marks; the program folds, the database indexes
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    registered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-issued_on", "-added_at")
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="document_identity",
                fields=["keeper", "direction", "number_key", "issuer", "issued_on"],
                condition=~Q(number_key=""),
            ),
            models.CheckConstraint(
                name="document_registered_is_complete",
                condition=Q(state="draft")
                | (Q(issued_on__isnull=False) & Q(registered_at__isnull=False) & ~Q(issuer="")),
            ),
            models.CheckConstraint(
                name="document_ends_after_it_begins",
                condition=Q(ended_on__isnull=True) | Q(effective_on__isnull=True)
                | Q(ended_on__gte=F("effective_on")),
            ),
            models.UniqueConstraint(
                "keeper", ExtractYear("arrived_on"), "arrival_number",
                name="document_arrival_numbered_once", condition=Q(arrival_number__isnull=False),
            ),
            models.CheckConstraint(
                name="document_arrival_is_whole",
                condition=Q(arrival_number__isnull=True) | Q(direction="in", arrived_on__isnull=False),
            ),
            Guard(name="document_registered_is_kept", function="documents_registered_is_kept",
                  when="BEFORE UPDATE OR DELETE"),
        ]  # fmt: skip
        indexes: ClassVar = [
            GinIndex(name="document_search", fields=["search"]),
            models.Index(name="document_by_day", fields=["keeper", "direction", "-issued_on", "id"]),
            models.Index(name="document_by_number", fields=["number_key"]),
        ]

    def __str__(self) -> str:
        return self.number or self.abstract[:60]

    def in_force_on(self, day: date) -> bool:
        """Tell whether it is registered, has begun and not ended."""
        begun = self.effective_on or self.issued_on
        ended = self.ended_on is not None and self.ended_on <= day
        return self.state == self.State.REGISTERED and begun is not None and begun <= day and not ended
