"""Until when somebody could leave under the restructuring regime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tinhgon.core.rulebook import Finding, Numbers, Step, block, note, unknown, warn
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.severance.facts import Departure
from tinhgon.core.rules.severance.refusals import TooLate

ID = "severance.window"


def window(facts: Departure, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find who was decided on, or left, too late for the restructuring regime."""
    last = numbers["severance.last_days"].on(on)
    if facts.reason != "restructuring":
        return
    if facts.leaves_on is None or facts.decided_on is None:
        yield unknown(ID, "leaves_on" if facts.leaves_on is None else "decided_on", last)
    elif facts.leaves_on <= last.amount["leave_by"]:
        before = last.amount["decided_before"]
        if facts.decided_on >= before:
            yield warn(ID, "decided_late", last, found=facts.decided_on, allowed=before)
    elif (
        not _in_schedule(facts.decided_on, facts.leaves_on, last.amount["schedule"])
        or facts.scheduled is False
    ):
        yield block(ID, "left_late", last, found=facts.leaves_on, allowed=last.amount["leave_by"])
    elif facts.scheduled is None:
        yield unknown(ID, "scheduled", last)
    else:
        allowed = last.amount["schedule"]["leave_by"]
        yield note(ID, "by_schedule", last, found=facts.leaves_on, allowed=allowed)


def covered(facts: Departure, leaving: date, numbers: Numbers) -> tuple[Step, ...]:
    """Tell why the restructuring regime still covers a day of leaving; nothing to tell before its end.

    :raises TooLate: it does not.
    :raises MissingFact: the decision's day, or its schedule, is not known.
    """
    last = numbers["severance.last_days"].on(leaving)
    if leaving <= last.amount["leave_by"]:
        return ()
    schedule = last.amount["schedule"]
    if not _in_schedule(needed(facts, "decided_on"), leaving, schedule) or not needed(facts, "scheduled"):
        raise TooLate(leaves_on=leaving, last=last.amount["leave_by"])
    return (Step("by_schedule", {"leaves_on": leaving, "allowed": schedule["leave_by"]}, (last,)),)


def _in_schedule(decided: date, leaving: date, schedule: Mapping[str, Any]) -> bool:
    return bool(decided < schedule["decided_before"] and leaving <= schedule["leave_by"])
