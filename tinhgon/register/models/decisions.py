"""Decisions, and what each of them changed."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.register.models.codes import DecisionType
from tinhgon.register.models.units import Unit
from tinhgon.temporal.constraints import Guard
from tinhgon.temporal.fields import TransactionId


class Decision(models.Model):
    """A document that orders changes: drafted, checked, signed, and then as it is for ever."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        CHECKED = "checked", _("Đã kiểm tra")
        SIGNED = "signed", _("Đã ký")

    class Source(models.TextChoices):
        ACT = "act", _("Theo văn bản")
        LIST = "list", _("Theo danh mục quốc gia")
        ILLUSTRATION = "illustration", _("Minh họa")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    type = models.ForeignKey(DecisionType, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=120, blank=True)
    issuer = models.CharField(max_length=250)
    issued_on = models.DateField()
    effective_on = models.DateField()
    title = models.TextField()
    source = models.CharField(max_length=12, choices=Source.choices, default=Source.ACT)
    source_note = models.TextField(blank=True)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    revokes = ArrayField(models.UUIDField(), default=list)
    operations = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    drafted_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-effective_on", "-signed_at", "number")
        permissions: ClassVar = [
            ("draft_decision", "Can draft decisions"),
            ("sign_decision", "Can sign decisions"),
            ("correct_register", "Can correct what the register says"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="decision_document_identity",
                fields=["number", "type", "issuer", "issued_on"],
                condition=~Q(number=""),
            ),
            models.CheckConstraint(
                name="decision_signed_is_complete",
                condition=~Q(state="signed") | (~Q(number="") & Q(signed_at__isnull=False)),
            ),
            Guard(name="decision_signed_is_immutable", function="register_signed_is_immutable",
                  when="BEFORE INSERT OR UPDATE OR DELETE"),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(name="decision_by_day", fields=["-effective_on", "id"]),
            GinIndex(name="decision_revokes", fields=["revokes"]),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.number}".strip()

    @property
    def is_signed(self) -> bool:
        """Tell whether it can no longer change."""
        return self.state == self.State.SIGNED

    def in_force_on(self, day: date) -> bool:
        """Tell whether it is signed and its day has come."""
        return self.is_signed and self.effective_on <= day


class Change(models.Model):
    """One row of the outbox: a recorded change with before and after, or a decision coming into effect.

    Written in the transaction of the act itself; read by transaction number, never by a clock. The numbers
    begin anew in another cluster: `era` counts those that the database has lived in.
    """

    class Kind(models.TextChoices):
        RECORDED = "recorded"
        EFFECTIVE = "effective"

    era = models.PositiveIntegerField(editable=False, default=1)  # the database sets it
    transaction = TransactionId(
        editable=False, db_default=models.Func(function="pg_current_xact_id", output_field=TransactionId())
    )
    kind = models.CharField(max_length=9, choices=Kind.choices)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="changes", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="changes")
    subject = models.UUIDField(null=True)  # the post or the person, where it is about one
    about = models.CharField(max_length=12, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="change_effective_once", fields=["decision"], condition=Q(kind="effective")
            ),
            Guard(name="change_is_immutable", function="register_change_is_immutable",
                  when="BEFORE INSERT OR UPDATE OR DELETE"),
            Guard(name="change_bears_its_era", function="register_change_bears_its_era",
                  when="BEFORE INSERT"),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(name="change_in_order", fields=["era", "transaction", "id"]),
            # A national list has 37,000 changes: its page counts their units in the index alone.
            models.Index(name="change_by_decision", fields=["decision", "about", "unit", "id"]),
            models.Index(
                name="change_by_subject", fields=["subject", "id"], condition=Q(subject__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about} {self.unit_id or ''}"
