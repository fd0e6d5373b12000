"""Scenarios within somebody's reach: those whose root is read there; all of the register asks for all."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.lab.models import Scenario
from tinhgon.lab.refusals import MayNotPlan, NoSuchScenario

RELATED = ("root", "branch_of", "created_by", "locked_by")


def visible(reach: Reach) -> QuerySet[Scenario]:
    """Narrow scenarios to those whose root lies within reach."""
    found, units = Scenario.objects.select_related(*RELATED), reach.units(INTERNAL)
    return found if units is None else found.filter(root_id__in=units)


def scenario_within(pk: UUID, reach: Reach) -> Scenario:
    """Give a scenario within reach.

    :raises NoSuchScenario: there is none.
    """
    found = visible(reach).filter(pk=pk).first()
    if found is None:
        raise NoSuchScenario
    return found


def several_within(keys: Iterable[UUID], reach: Reach) -> list[Scenario]:
    """Give scenarios within reach in the order asked for; what is not there is left out."""
    wanted = list(dict.fromkeys(keys))
    found = {one.pk: one for one in visible(reach).filter(pk__in=wanted)}
    return [found[key] for key in wanted if key in found]


def may_plan(root: UUID | None, reach: Reach) -> bool:
    """Tell whether somebody may change a scenario of a root."""
    return reach.may(EDIT, root, INTERNAL)


def assert_may_plan(root: UUID | None, reach: Reach) -> None:
    """Let only those change a scenario who may plan for its root.

    :raises MayNotPlan: somebody may not.
    """
    if not may_plan(root, reach):
        raise MayNotPlan
