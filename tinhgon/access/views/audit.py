"""The record of reads and acts, for those who audit it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhgon.access import queries
from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.access.views.guards import auditors_only
from tinhgon.access.words import recorded
from tinhgon.audit.codes import Act, Purpose
from tinhgon.audit.models import Event
from tinhgon.audit.queries.events import PAGE, Cursor, page
from tinhgon.audit.queries.sealed import state
from tinhgon.core.periods import parse_day

DAYS = 30  # shown when no period is asked for


@require_safe
@auditors_only
def record(request: ReachRequest) -> HttpResponse:
    """List events by actor, act and period, a page at a time; tell how far the record is sealed."""
    asked = {name: request.GET.get(name, "").strip() for name in ("actor", "act", "since", "until", "after")}
    last = parse_day(asked["until"]) if asked["until"] else request.today
    first = parse_day(asked["since"]) if asked["since"] else last - timedelta(days=DAYS)
    found = queries.events(
        since=_begin(first), until=_begin(last + timedelta(days=1)), actor=asked["actor"], act=asked["act"]
    )
    events = page(found, after=_cursor(asked["after"]), limit=PAGE + 1)
    older = events[PAGE - 1] if len(events) > PAGE else None
    sealed = state()
    shown = {
        "events": _worded(events[:PAGE]),
        "asked": asked,
        "acts": Act.choices,
        "first": first,
        "last": last,
        "seal": sealed,
        "root": sealed.root.hex(),
        "older": f"{older.at.isoformat()}~{older.pk}" if older else None,
    }
    return render(request, "access/audit.html", shown)


def _worded(events: list[Event]) -> list[dict[str, object]]:
    acts, purposes, words = dict(Act.choices), dict(Purpose.choices), recorded()
    users = _named(events)
    return [
        {
            "event": one, "act": acts.get(one.act, one.act), "purpose": purposes.get(one.purpose, ""),
            "who": users.get(str(one.actor), one.actor_name),
            "what": dict.fromkeys(_word(code, words, users) for code in one.what),
        }
        for one in events
    ]  # fmt: skip


def _named(events: list[Event]) -> dict[str, str]:
    """Give the names of users who acted or were granted something; those long gone keep what was written."""
    about = {code.removeprefix("user.") for one in events for code in one.what if code.startswith("user.")}
    ids = {str(one.actor) for one in events if one.actor} | about
    return {str(one.pk): one.get_full_name() for one in User.objects.filter(pk__in=ids)}


def _word(code: str, words: Mapping[str, str], users: Mapping[str, str]) -> str:
    """Say a code in words: whole, or by the part that it begins with; what has none stays as it is."""
    head, _, rest = code.partition(".")
    if head == "user":
        return users.get(rest, code)
    return words.get(code) or words.get(head) or code


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _cursor(text: str) -> Cursor | None:
    """Read where the last page ended; what is no cursor begins anew."""
    at, _, event = text.partition("~")
    try:
        return Cursor(datetime.fromisoformat(at), int(event)) if text else None
    except ValueError:
        return None
