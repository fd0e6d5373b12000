"""The ground of the demonstration's scenarios, on the real register of Cần Thơ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from tests.undoing import undone
from tinhgon.core.rulebook import Severity
from tinhgon.lab.actions.demo import CANTHO, EVE, MERGER, load_lab_demo
from tinhgon.lab.actions.grounding import load_locations, load_neighbours
from tinhgon.lab.files import FaultyFile
from tinhgon.lab.ground import findings_of, read_ground
from tinhgon.lab.ground.refusals import NothingToConsolidate, NotInScenario, TerrainUnknown
from tinhgon.lab.models import Location, Neighbour, Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.plans import MemberTwice, json_of, plan_of
from tinhgon.lab.running.consolidating import asked_of
from tinhgon.lab.running.solving import consolidate
from tinhgon.register.actions.demo import load_demo
from tinhgon.solvers.consolidate.faults import faults_of
from tinhgon.solvers.consolidate.units import per_unit
from tinhgon.solvers.consolidate.verify import assert_lawful
from tinhgon.solvers.watch import UNWATCHED, Limits

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def lab(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """Load it once for the module, and undo it after it."""
    with django_db_blocker.unblock(), undone():
        load_demo()
        yield load_lab_demo()


@pytest.fixture
def enacted() -> Scenario:
    return Scenario.objects.get(origin="enacted")


@pytest.fixture
def today() -> Scenario:
    return Scenario.objects.get(effective_on__gt=MERGER)


def test_the_lab_is_loaded_once(lab: int) -> None:
    assert lab == Scenario.objects.count() == 3
    assert load_lab_demo() == 0


def test_the_enacted_plan_makes_263_communes_103(enacted: Scenario) -> None:
    ground = read_ground(enacted)
    plan = plan_of(ground, enacted.plan)
    assert (len(ground.units), len(plan)) == (263, 103)
    assert faults_of(ground.territory, ground.standards, ground.conditions) == ()
    assert_lawful(ground.territory, ground.conditions, plan)
    assert enacted.locked_at


def test_a_plan_written_and_read_is_the_same_plan(enacted: Scenario) -> None:
    ground = read_ground(enacted)
    plan = plan_of(ground, enacted.plan)
    again = plan_of(ground, json_of(ground, plan))
    assert np.array_equal(plan.into, again.into)
    assert np.array_equal(plan.seat, again.seat)


def test_new_units_bear_the_names_of_the_resolution(enacted: Scenario) -> None:
    named = {entry["name"]: entry for entry in enacted.plan}
    assert len(named["Phường Ninh Kiều"]["members"]) == 3
    assert sum(entry["kind"] == "ward" for entry in enacted.plan) >= 30


def test_the_rules_warn_of_what_the_plan_misses(enacted: Scenario) -> None:
    ground = read_ground(enacted)
    plan = plan_of(ground, enacted.plan)
    new = per_unit(ground.territory, ground.standards, ground.conditions, plan)
    for one, findings in zip(new, findings_of(ground, plan), strict=True):
        warned = any(found.severity is Severity.WARN for found in findings)
        assert warned == any(below.missed for below in one.below)


def test_today_is_read_under_the_standards_of_today(today: Scenario) -> None:
    ground = read_ground(today)
    assert len(ground.units) == 103
    assert ground.standards.waived_from is None
    assert len(ground.territory.borders) > 200
    assert not np.isnan(ground.territory.position).any()


def test_a_unit_that_is_not_there_is_named(today: Scenario, enacted: Scenario) -> None:
    with pytest.raises(NotInScenario):
        plan_of(read_ground(today), enacted.plan)


def test_a_unit_in_two_new_ones_is_refused(enacted: Scenario) -> None:
    with pytest.raises(MemberTwice):
        plan_of(read_ground(enacted), [enacted.plan[0], enacted.plan[0]])


def test_without_terrain_the_standards_are_not_guessed(enacted: Scenario) -> None:
    enacted.parameters["consolidate"]["standards"]["terrain"] = None
    with pytest.raises(TerrainUnknown, match="terrain"):
        read_ground(enacted)


def test_kinds_that_are_not_there_leave_nothing_to_do(enacted: Scenario) -> None:
    enacted.kinds = ["special_zone"]
    with pytest.raises(NothingToConsolidate):
        read_ground(enacted)


def test_a_file_of_neighbours_is_taken_whole_or_not_at_all() -> None:
    before = Neighbour.objects.count()
    head = b"old_code_a,old_code_b,shared_border_km,strength\n31117,99999,1,border\n"
    text = head + b"31117,31117,1,border\n31117,31120,-2,border\n"
    with pytest.raises(FaultyFile) as caught:
        load_neighbours(text, file="a.csv", on=EVE, source="thử")
    assert [one.en[:5] for one in caught.value.found] == ["Row 3", "Row 4"]
    with pytest.raises(FaultyFile, match="99999"):
        load_neighbours(head, file="a.csv", on=EVE, source="thử")
    assert Neighbour.objects.count() == before


def test_neighbours_loaded_again_are_the_same() -> None:
    before = Neighbour.objects.count(), Location.objects.count()
    for name, load in (("neighbours", load_neighbours), ("units", load_locations)):
        path = CANTHO / f"{name}_before.csv"
        load(path.read_bytes(), file=path.name, on=EVE, source="thử")
    assert before == (Neighbour.objects.count(), Location.objects.count())


def test_staff_are_counted_where_they_are_asked_for(today: Scenario) -> None:
    today.parameters["consolidate"]["people"] = "headcount"
    ground = read_ground(today)
    assert ground.conditions.people == "headcount"
    assert ground.territory.measures["headcount"].tolist() == [0] * 103  # places alone, without people


def test_the_labs_own_plan_is_what_the_lab_finds_again() -> None:
    own = Scenario.objects.exclude(origin="enacted").get(effective_on=MERGER)
    ground = read_ground(own)
    task = asked_of(ground, Parameters.read(own.parameters))
    found = consolidate(task, limits=Limits(), watch=UNWATCHED, resume=None)
    assert json_of(ground, found.plan) == own.plan
    assert found.proof.proven
    assert found.terms["missed"] == own.found["terms"]["missed"] == 0
