"""Runs within somebody's reach, and the mark of the scenario they began from."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from tinhgon.core.reach import Reach
from tinhgon.lab.hashing import digest
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.queries.scenarios import visible
from tinhgon.lab.refusals import NoSuchRun

HEAVY = ("state_kept", "parameters")


def runs_of(scenario: Scenario, *, trade: str = "") -> QuerySet[Run]:
    """List the runs of a scenario, the newest first."""
    found = scenario.runs.defer(*HEAVY).select_related("by")
    return found.filter(trade=trade) if trade else found


def run_within(pk: UUID, reach: Reach) -> Run:
    """Give a run whose scenario lies within reach.

    :raises NoSuchRun: there is none.
    """
    within = Run.objects.defer(*HEAVY).select_related("scenario", "by").filter(scenario__in=visible(reach))
    found = within.filter(pk=pk).first()
    if found is None:
        raise NoSuchRun
    return found


def runs_going(reach: Reach) -> Sequence[Run]:
    """List the runs within reach that wait or run, the oldest first."""
    going = Run.objects.filter(scenario__in=visible(reach), state__in=(Run.State.WAITING, Run.State.RUNNING))
    return list(going.defer(*HEAVY).select_related("scenario").order_by("queued_at"))


def hash_of(scenario: Scenario) -> str:
    """Mark all of a scenario that a run begins from; its name, note and lock play no part."""
    root = str(scenario.root_id) if scenario.root_id else None
    days = scenario.effective_on.isoformat(), scenario.known.timestamp()
    return digest([root, scenario.kinds, *days, scenario.parameters, scenario.plan])
