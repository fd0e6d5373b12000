"""A word on where somebody is placed that a re-run must keep: this post, no post, not that post."""

from __future__ import annotations

from uuid import UUID

from tinhgon.core.reach import Reach
from tinhgon.lab.actions.scenarios import RUNNING, hold
from tinhgon.lab.models import Placing, PlannedPost, Run, Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.refusals import NoSuchPlacing, ScenarioBusy
from tinhgon.register.queries.people import find
from tinhgon.temporal.naming import whole


def pin(*, scenario: Scenario, person: UUID, post: UUID | None, reach: Reach) -> Placing:
    """Put a person into a planned post, or into none, and keep it so in every re-run.

    :raises NoSuchPlacing: the scenario says nothing of that person, or has no such post.
    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    """
    with whole({}):
        _hold(scenario, reach)
        placing = _placing(scenario, person, reach)
        if post is not None:
            _assert_post(scenario, post)
        placing.post_id, placing.pinned, placing.leaves = post, True, False
        placing.save(update_fields=["post", "pinned", "leaves"])
    return placing


def unpin(*, scenario: Scenario, person: UUID, reach: Reach) -> Placing:
    """Let a re-run place a person as it finds best, also in posts that were shut to that one.

    :raises NoSuchPlacing: the scenario says nothing of that person.
    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    """
    with whole({}):
        held = _hold(scenario, reach)
        placing = _placing(scenario, person, reach)
        placing.pinned = False
        placing.save(update_fields=["pinned"])
        _shut(held, [pair for pair in _closed(held) if pair[0] != str(person)])
    return placing


def shut(*, scenario: Scenario, person: UUID, post: UUID, reach: Reach) -> Placing:
    """Keep a person out of a planned post in every re-run.

    :raises NoSuchPlacing: the scenario says nothing of that person, or has no such post.
    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    """
    with whole({}):
        held = _hold(scenario, reach)
        placing = _placing(scenario, person, reach)
        _assert_post(scenario, post)
        pair = (str(person), str(post))
        _shut(held, [*(one for one in _closed(held) if one != pair), pair])
        if placing.post_id == post:
            placing.post, placing.pinned = None, False
            placing.save(update_fields=["post", "pinned"])
    return placing


def leave(*, scenario: Scenario, person: UUID, leaves: bool, reach: Reach) -> Placing:
    """Note that a person asks to leave, or no longer does; a re-run leaves out who does.

    :raises NoSuchPlacing: the scenario says nothing of that person.
    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    """
    with whole({}):
        _hold(scenario, reach)
        placing = _placing(scenario, person, reach)
        placing.leaves = leaves
        if leaves:
            placing.post, placing.pinned = None, False
        placing.save(update_fields=["leaves", "post", "pinned"])
    return placing


def _hold(scenario: Scenario, reach: Reach) -> Scenario:
    """A run that places people would write over a word that it has not read."""
    held = hold(scenario, reach)
    if held.runs.filter(state__in=RUNNING, trade=Run.Trade.PLACE).exists():
        raise ScenarioBusy(scenario=held.name)
    return held


def _assert_post(scenario: Scenario, post: UUID) -> None:
    """Who takes a post beside a main one follows from the main one."""
    if not PlannedPost.objects.filter(pk=post, scenario=scenario, beside="").exists():
        raise NoSuchPlacing


def _placing(scenario: Scenario, person: UUID, reach: Reach) -> Placing:
    seen = find(reach, person)
    placing = seen and Placing.objects.select_for_update().filter(scenario=scenario, person=seen).first()
    if not placing:
        raise NoSuchPlacing
    return placing


def _closed(scenario: Scenario) -> list[tuple[str, str]]:
    asked = Parameters.read(scenario.parameters).place
    return [(str(person), str(post)) for person, post in asked.closed]


def _shut(scenario: Scenario, pairs: list[tuple[str, str]]) -> None:
    written = Parameters.read(scenario.parameters).write()
    written["place"]["closed"] = [list(pair) for pair in pairs]
    scenario.parameters = Parameters.read(written).write()
    scenario.save(update_fields=["parameters", "changed_at"])
