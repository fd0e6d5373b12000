"""Scenarios made, branched off, named, noted, locked and thrown away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from tinhgon.core.names import nfc
from tinhgon.core.reach import Reach
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.queries.scenarios import assert_may_plan
from tinhgon.lab.refusals import NoSuchScenario, ScenarioAdopted, ScenarioBusy, ScenarioLocked
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User

RUNNING = (Run.State.WAITING, Run.State.RUNNING)
OF_PEOPLE = ("staff", "succession")  # keys of `found`


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a new scenario is about."""

    name: str
    kinds: Sequence[str]
    effective_on: date
    root: UUID | None = None
    note: str = ""
    origin: str = Scenario.Origin.LAB
    parameters: Mapping[str, Any] = field(default_factory=dict)


def create(*, brief: Brief, reach: Reach, actor: User | None) -> Scenario:
    """Begin a scenario, read from the register as it is known now.

    :raises MayNotPlan: the actor may not plan for its root.
    """
    assert_may_plan(brief.root, reach)
    with whole({}):
        return Scenario.objects.create(
            name=nfc(brief.name), note=nfc(brief.note), origin=brief.origin, root_id=brief.root,
            kinds=list(brief.kinds), effective_on=brief.effective_on, known=timezone.now(),
            parameters=dict(brief.parameters), created_by=actor,
        )  # fmt: skip


def branch(*, scenario: Scenario, name: str, reach: Reach, actor: User | None, **changed: Any) -> Scenario:
    """Copy a scenario with its plan, to be changed apart from it; a locked one can be branched, too.

    :raises MayNotPlan: the actor may not plan for its root.
    """
    assert_may_plan(scenario.root_id, reach)
    kept = ("note", "origin", "root_id", "kinds", "effective_on", "known", "parameters", "plan", "found")
    values = {of: getattr(scenario, of) for of in kept} | changed
    # Who is placed or planned where stays with the original, and so do its counts.
    values["found"] = {name: of for name, of in values["found"].items() if name not in OF_PEOPLE}
    with whole({}):
        return Scenario.objects.create(name=nfc(name), branch_of=scenario, created_by=actor, **values)


def change(*, scenario: Scenario, reach: Reach, **values: Any) -> Scenario:
    """Change the name, the note or the parameters of a scenario.

    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    """
    with whole({}):
        held = hold(scenario, reach)
        for name, value in values.items():
            setattr(held, name, nfc(value) if isinstance(value, str) else value)
        held.save(update_fields=[*values, "changed_at"])
    return held


def lock(*, scenario: Scenario, reach: Reach, actor: User) -> Scenario:
    """Keep a scenario from being changed.

    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be.
    """
    return change(scenario=scenario, reach=reach, locked_by=actor, locked_at=timezone.now())


def unlock(*, scenario: Scenario, reach: Reach) -> Scenario:
    """Let a scenario be changed again.

    :raises MayNotPlan, NoSuchScenario: it cannot be.
    :raises ScenarioAdopted: its drafts say what it says now.
    """
    with whole({}):
        held = _read(scenario, reach)
        if held.adopted.exists():
            raise ScenarioAdopted(scenario=held.name)
        held.locked_by, held.locked_at = None, None
        held.save(update_fields=["locked_by", "locked_at"])
    return held


def discard(*, scenario: Scenario, reach: Reach) -> None:
    """Throw a scenario away with its runs.

    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be.
    :raises ScenarioAdopted: drafts of decisions hang on it.
    """
    with whole({}):
        held = hold(scenario, reach)
        if held.adopted.exists():
            raise ScenarioAdopted(scenario=held.name)
        held.delete()


def hold(scenario: Scenario, reach: Reach, *, even_locked: bool = False) -> Scenario:
    """Read a scenario as it stands and keep it so until the transaction ends.

    :raises MayNotPlan: whoever asks may not plan for its root.
    :raises NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    """
    held = _read(scenario, reach)
    if held.locked_at and not even_locked:
        raise ScenarioLocked(scenario=held.name)
    if held.runs.filter(state__in=RUNNING, trade=Run.Trade.CONSOLIDATE).exists():
        raise ScenarioBusy(scenario=held.name)
    return held


def _read(scenario: Scenario, reach: Reach) -> Scenario:
    assert_may_plan(scenario.root_id, reach)
    held = Scenario.objects.select_for_update().filter(pk=scenario.pk).first()
    if held is None:
        raise NoSuchScenario
    return held
