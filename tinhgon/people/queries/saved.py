"""The lists that a user keeps under names."""

from __future__ import annotations

from django.db.models import QuerySet

from tinhgon.people.models import SavedView


def saved_views(user: int | None) -> QuerySet[SavedView]:
    """Give a user's own, by name."""
    return SavedView.objects.filter(user=user).order_by("name")
