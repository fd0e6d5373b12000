"""The table of imports."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.exchange.imports.kinds import Kind


class Import(models.Model):
    """A workbook on its way into the register; only its sender sees it, by the database's own rules.

    Its content lies sealed with a key of its own, and only as long as it waits: then the key is destroyed.
    `digest` is blind, so that the same file is known again and nothing of it is.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Đang chờ")
        DONE = "done", _("Đã nhập")
        DISCARDED = "discarded", _("Đã bỏ")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    on = models.DateField()
    digest = models.BinaryField(max_length=32)
    sealed = models.BinaryField(null=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    sent_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)
    mended = models.PositiveIntegerField(default=0)
    decisions = ArrayField(models.UUIDField(), default=list)

    class Meta:
        ordering = ("-sent_at",)
        constraints: ClassVar = [
            models.CheckConstraint(name="import_kind_exists", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="import_sealed_while_it_waits",
                condition=Q(state="waiting", sealed__isnull=False)
                | Q(~Q(state="waiting"), sealed__isnull=True, ended_at__isnull=False),
            ),
        ]
        indexes: ClassVar = [models.Index(name="import_by_sender", fields=["sent_by", "-sent_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.sent_at:%Y-%m-%d %H:%M}"
