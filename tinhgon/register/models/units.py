"""A unit's identity: never re-used, says nothing by itself."""

from __future__ import annotations

import uuid

from django.db import models


class Unit(models.Model):
    """An organisation, whatever it was called and wherever it stood."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    def __str__(self) -> str:
        return str(self.id)
