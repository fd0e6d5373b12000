"""Events: the outbox by cursor, for those who follow the register."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tinhgon.exchange import discretion
from tinhgon.exchange.api import schemas
from tinhgon.exchange.api.doors import VIEW_DECISIONS, answer
from tinhgon.exchange.queries import NoSuchCursor
from tinhgon.register.actions import come_into_effect
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.queries import sight
from tinhgon.register.queries.decisions import Event, events
from tinhgon.temporal.middleware import AsOfRequest

CURSOR = re.compile(r"[0-9]{1,9}\.[0-9]{1,19}\.[0-9]{1,18}")
router = Router(tags=["events"], auth=VIEW_DECISIONS)


@router.get("/events", response={200: schemas.Events, 422: schemas.Refusal})
def follow(request: AsOfRequest, asked: Query[schemas.After]) -> HttpResponse:
    """Sự kiện · Each recorded change and coming into effect after a cursor, in order; none is missed."""
    if asked.after and not CURSOR.fullmatch(asked.after):
        raise NoSuchCursor(cursor=asked.after[:40])
    come_into_effect(on=request.today, at=timezone.now())
    found = events(after=asked.after, limit=asked.limit)
    following = found[-1].cursor if found else asked.after
    return answer({"items": [_shape(event) for event in _seen(request, found)], "next": following})


def _seen(request: AsOfRequest, found: list[Event]) -> list[Event]:
    """Leave out what concerns people out of reach, and decisions that concern nobody within it."""
    reach = reach_of(request)
    changes = discretion.changes([event.change for event in found], reach)
    hidden = sight.hidden((change.decision_id for change in changes), reach, request.user.pk)
    kept = {change.pk for change in changes if change.decision_id not in hidden}
    return [event for event in found if event.change.pk in kept]


def _shape(event: Event) -> dict[str, Any]:
    change = event.change
    return {
        "cursor": event.cursor,
        "kind": change.kind,
        "decision": change.decision_id,
        "number": change.decision.number,
        "effective_on": change.decision.effective_on,
        "recorded_at": change.recorded_at,
        "about": change.about,
        "unit": change.unit_id,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
    }
