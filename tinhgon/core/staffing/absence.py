"""How a person is away from a post for a while, and what a decision says anew of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import (
    ABSENT,
    Appointment,
)
from tinhgon.core.staffing.leaving import rest_of


def leave_for_a_while(main: Appointment, until: date, draft: Draft) -> None:
    """Let a person be absent until the day; what is held from it on is taken up then."""
    for row in (main, *rest_of(main, draft)):
        days = Period(max(row.valid.since, draft.on), row.valid.until)
        away = days.intersection(Period(draft.on, until))
        if row.how == ABSENT or away is None:
            say_anew(row, draft)
            continue
        draft.cut(row)
        draft.put(replace(row, valid=away, decision=draft.decision, how=ABSENT))
        for back in days.minus(away):
            draft.put(replace(row, valid=back, decision=draft.decision))


def say_anew(row: Appointment, draft: Draft, **facts: Any) -> None:
    """Let the decision say what is left of a row from its day on."""
    draft.cut(row)
    days = Period(max(row.valid.since, draft.on), row.valid.until)
    draft.put(replace(row, valid=days, decision=draft.decision, **facts))
