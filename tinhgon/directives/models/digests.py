"""Reminders: what a user was told on a day, in the product and by e-mail."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Digest(models.Model):
    """One day's reminder for one user: counts and the obligations' identities, nothing of their matter."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    on_day = models.DateField()
    overdue = models.PositiveIntegerField()
    due_soon = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()  # for the user's confirmation
    obligations = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-on_day",)
        constraints: ClassVar = [
            models.UniqueConstraint(name="digest_one_a_day", fields=["user", "on_day"]),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.on_day}"
