"""A file as it arrived, what was read in it, and what a person made of that."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.register.models import Unit

USER = settings.AUTH_USER_MODEL


class Intake(models.Model):
    """One file of the registry's tray: kept whatever it is, and in the register only once confirmed.

    `reading` is what the reader found (docs/texts.md), `choices` what the person accepted, mended or dropped
    so far, by the finding's code; `fault` says why a file could not be read.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ xác nhận")
        UNREADABLE = "unreadable", _("Không đọc được")
        CONFIRMED = "confirmed", _("Đã xác nhận")
        DROPPED = "dropped", _("Đã bỏ")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    keeper = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=250)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    text = models.TextField(blank=True)
    reading = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    fault = models.JSONField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    revision = models.PositiveIntegerField(default=1)
    reason = models.TextField(blank=True)  # why it was dropped
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    settled_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-added_at",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="intake_once", fields=["keeper", "sha256"], condition=~Q(state="dropped")
            ),
            models.CheckConstraint(
                name="intake_unreadable_says_why",
                condition=~Q(state="unreadable") | Q(fault__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_settled_has_a_moment",
                condition=~Q(state__in=["confirmed", "dropped"]) | Q(settled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_dropped_says_why", condition=~Q(state="dropped") | ~Q(reason="")
            ),
        ]
        indexes: ClassVar = [models.Index(name="intake_by_state", fields=["keeper", "state", "-added_at"])]

    def __str__(self) -> str:
        return self.name
