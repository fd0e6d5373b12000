"""Templates that an administrator laid out anew in Word."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Template(models.Model):
    """One revision of a kind's template in one layout; the newest that is not withdrawn is used."""

    kind = models.CharField(max_length=40)
    layout = models.CharField(max_length=5)
    revision = models.PositiveIntegerField()
    content = models.BinaryField()
    note = models.TextField(blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("kind", "layout", "-revision")
        constraints: ClassVar = [
            models.UniqueConstraint(name="template_one_a_revision", fields=["kind", "layout", "revision"]),
            models.CheckConstraint(name="template_layout_exists", condition=Q(layout__in=["state", "party"])),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.layout} {self.revision}"
