"""Decisions come into effect by their dates alone; this tells those who listen."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from tinhgon.register.models import Change, Decision


def come_into_effect(*, on: date, at: datetime) -> int:
    """Publish each signed decision whose day has come and that was not published yet; give their number.

    Safe to call at any time, by any number of callers: a constraint lets each decision through once.
    """
    told = Change.objects.filter(decision=OuterRef("pk"), kind=Change.Kind.EFFECTIVE)
    due = Decision.objects.filter(state=Decision.State.SIGNED, effective_on__lte=on).exclude(Exists(told))
    rows = [
        Change(kind=Change.Kind.EFFECTIVE, decision_id=pk, recorded_at=at)
        for pk in due.values_list("pk", flat=True)
    ]
    with transaction.atomic():
        Change.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)
