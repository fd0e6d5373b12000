"""A town whose chair of one commune retires within the years ahead, and one plan of succession for it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.lab.models import Scenario
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.trades import Outcome
from tinhgon.lab.succession.solving import succeed
from tinhgon.lab.succession.trade import keep, prepare
from tinhgon.lab.tests.offices import CAI_KHE, ON, person, post, scenario, staff_town
from tinhgon.people.models import Entry
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import signed
from tinhgon.solvers.watch import Limits, Unwatched

OLD, YOUNG = date(1968, 3, 4), date(1985, 5, 6)
HEAD, DEPUTY = person(0), person(1)
SCHOOLED = date(2020, 6, 1)


def town() -> Scenario:
    """Found it: the head of Cái Khế was born in 1968, everybody else in 1985."""
    staff_town()
    Person.objects.update(born=YOUNG, born_precision="day", sex="male")
    Person.objects.filter(pk=HEAD).update(born=OLD)
    Entry.objects.create(
        person_id=DEPUTY, section="training", field_class=2, data={"kind": "political_theory"},
        since=SCHOOLED - timedelta(days=30), since_precision="day", until=SCHOOLED, until_precision="day",
    )  # fmt: skip
    return scenario(plan=[], effective_on=ON)


def leave(who: UUID) -> None:
    """Let somebody leave the service for good before the day."""
    signed(ops.Release(person=who), on=date(2026, 5, 4), title="Thôi việc")


def planned(of: Scenario) -> Outcome:
    """Plan the succession of a scenario here and now."""
    ready = prepare(of)
    solved = succeed(ready.inputs, limits=Limits(), watch=Unwatched(), resume=None)
    return keep(of, ready, Ended(outcome=solved, peak_memory_mb=1.0))


__all__ = ["CAI_KHE", "DEPUTY", "HEAD", "ON", "leave", "person", "planned", "post", "town"]
