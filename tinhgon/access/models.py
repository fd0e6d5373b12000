"""The user of the program."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person who logs in; has one name, written the Vietnamese way."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(max_length=120, blank=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def get_full_name(self) -> str:
        """Give the name as written."""
        return self.name or self.username

    def get_short_name(self) -> str:
        """Give the last word of the name: the given name, as people are called."""
        return self.get_full_name().split()[-1]
