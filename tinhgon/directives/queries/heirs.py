"""To whom falls what a unit had to do, once it is no more: by lineage, or back where a merger was revoked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tinhgon.directives.models import Act
from tinhgon.directives.queries.places import alive
from tinhgon.register.models import Change, Succession, UnitVersion
from tinhgon.register.queries.revocations import revoked_by


@dataclass(frozen=True, slots=True)
class Heir:
    """Who follows a unit by which decision; no unit where nobody does. The share is that of its people."""

    unit: UUID | None
    decision: UUID
    share: Decimal = Decimal(1)


def heirs_of(units: Iterable[UUID], *, on: date) -> dict[UUID, Heir]:
    """Give who follows each of those units that are no more on a day: where one was split, the largest part.

    The follower may be gone itself, and then has its own. A unit that ended by no decision known is left out.
    """
    wanted = set(units)
    gone = wanted - alive(wanted, on=on)
    ended = _ended_by(gone, on)
    found = {unit: Heir(None, decision) for unit, decision in ended.items()}
    # The largest part comes last and stays.
    parts = Succession.objects.throughout().filter(origin__in=gone, on__lte=on)
    for one in parts.order_by("share_population", "share_area", "-result_id"):
        found[one.origin_id] = Heir(one.result_id, one.decision_id, one.share_population)
    return found


def given_back(role: str, unit: UUID) -> dict[UUID, Heir]:
    """Tell from whom obligations passed to a unit that a revoked decision had made, and what revoked it."""
    taken_back = revoked_by(None)
    passed = Act.objects.filter(kind=Act.Kind.PASSED_ON, role=role, unit_after=unit, decision__in=taken_back)
    return {
        act.obligation_id: Heir(act.unit_before_id, taken_back[act.decision_id].pk)
        for act in passed.order_by("id")
        if act.decision_id
    }


def unborn(units: Iterable[UUID], *, on: date) -> set[UUID]:
    """Give the units that never were, as is known now: the decision that made them was taken back."""
    wanted = set(units) - alive(units, on=on)
    born = UnitVersion.objects.throughout().filter(unit__in=wanted)
    return wanted - set(born.values_list("unit_id", flat=True))


def _ended_by(units: set[UUID], on: date) -> dict[UUID, UUID]:
    """Give the last decision that changed what each was, if its last day is over."""
    over = UnitVersion.objects.throughout().filter(unit__in=units, valid__endswith__lte=on)
    last = Change.objects.filter(unit__in=over.values("unit_id"), about="version").order_by("id")
    return dict(last.values_list("unit_id", "decision_id"))
