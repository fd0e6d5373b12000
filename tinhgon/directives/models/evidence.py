"""What shows that an obligation was met: a document of the register, or a file."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from tinhgon.directives.models.obligations import Obligation
from tinhgon.documents.models import Document


class Evidence(models.Model):
    """A document or a file, with a note on what it shows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="evidence")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=250, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)
    note = models.TextField(blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("obligation", "added_at")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="evidence_is_something",
                condition=Q(document__isnull=False) | Q(content__isnull=False) | ~Q(note=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.note[:60]
