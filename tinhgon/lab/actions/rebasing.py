"""A scenario drawn anew on the register as it is known now, with what it has to give up for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon.core.reach import Reach
from tinhgon.lab.actions.scenarios import hold
from tinhgon.lab.models import Placing, Scenario
from tinhgon.lab.queries.conflicts import Conflict, conflicts_of
from tinhgon.temporal.naming import whole

LOST = ("ends", "gone")


def rebase(*, scenario: Scenario, reach: Reach) -> tuple[Scenario, list[Conflict]]:
    """Read the register anew; units that are gone leave the plan, and what was known of it is no longer.

    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    :raises Refused: it cannot be laid out.
    """
    with whole({}):
        held = hold(scenario, reach)
        conflicts = conflicts_of(held)
        held.known = timezone.now()
        if conflicts:
            lost = {one.unit for one in conflicts if one.sort in LOST}
            held.plan = [entry for one in held.plan if (entry := _without(one, lost))]
            held.found = {}
        held.save(update_fields=["known", "plan", "found", "changed_at"])
        if any(one.sort == "people" for one in conflicts):
            Placing.objects.filter(scenario=held, pinned=False).delete()
    return held, conflicts


def _without(entry: Mapping[str, Any], lost: Sequence[UUID] | set[UUID | None]) -> dict[str, Any] | None:
    members = [one for one in entry["members"] if UUID(str(one)) not in lost]
    if not members:
        return None
    seat = entry.get("seat") if entry.get("seat") in members else members[0]
    return {**entry, "members": members, "seat": seat}
