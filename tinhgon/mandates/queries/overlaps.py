"""The newest comparison, and its pairs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from tinhgon.mandates.models import Comparison, Overlap


def newest(day: date) -> Comparison | None:
    """Give the comparison that was made last for a day, or for the nearest day before it."""
    return Comparison.objects.filter(on_day__lte=day).order_by("-on_day", "-made_at").first()


def overlaps(comparison: Comparison, *, unit: UUID | None = None, least: float = 0) -> QuerySet[Overlap]:
    """Give its pairs from a score on, the most alike first; of one unit, if asked."""
    found = comparison.overlaps.filter(score__gte=least)
    return found.filter(Q(one=unit) | Q(other=unit)) if unit else found
