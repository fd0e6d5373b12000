"""People of a scenario drawn from the register, placed, and told why they have no post."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.utils import timezone

from tinhgon.audit.models import Event
from tinhgon.core import operations as ops
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import EVERYTHING, INTERNAL, PERSONAL, Allowed, Reach
from tinhgon.lab.impact import compare, impact_of
from tinhgon.lab.models import Placing, PlannedPost, Run, Scenario
from tinhgon.lab.queries.conflicts import conflicts_of
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.staffing.drawing import draw
from tinhgon.lab.staffing.facts import Facts
from tinhgon.lab.staffing.solving import Explained, again, kept, place
from tinhgon.lab.staffing.sums import Leaving, due_to, left_of
from tinhgon.lab.staffing.trade import PlacingBroken, keep, prepare
from tinhgon.lab.staffing.words import sentence_of
from tinhgon.lab.tests.offices import AN_HOA, CAI_KHE, OFFICES, ON, person, scenario
from tinhgon.register.tests.factories import signed
from tinhgon.rules.library import book
from tinhgon.solvers.place.values import Placed
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.watch import UNWATCHED, Limits


def solved(of: Scenario) -> Explained:
    """Run the trade as its job does."""
    prepared = prepare(of)
    outcome = place(prepared.inputs, limits=Limits(), watch=UNWATCHED, resume=None)
    keep(of, prepared, Ended(outcome, 0.0))
    return outcome


def facts(born: str = "", sex: str = "male", recruited: str = "") -> Facts:
    return Facts(
        person=person(1), sex=sex, born=PartialDay.parse(born) if born else None, coefficient=None,
        recruited=PartialDay.parse(recruited) if recruited else None,
    )  # fmt: skip


@pytest.mark.usefixtures("town")
def test_everybody_with_a_regular_main_post_is_drawn_once() -> None:
    task = draw(scenario(), EVERYTHING).staffing
    assert {UUID(one.id) for one in task.people} == {person(number) for number in (*range(6), *range(10, 16))}
    assert {one.origin for one in task.people} == {str(one) for one in (CAI_KHE, AN_HOA, *OFFICES.values())}


@pytest.mark.usefixtures("town")
def test_whoever_leaves_the_service_by_the_day_is_not_drawn() -> None:
    signed(ops.Retire(person=person(4)), on=ON, title="Nghỉ hưu")
    assert str(person(4)) not in {one.id for one in draw(scenario(), EVERYTHING).staffing.people}


@pytest.mark.usefixtures("town")
def test_a_placing_is_kept_with_its_counts_and_reasons() -> None:
    plan = scenario()
    outcome = solved(plan)
    assert outcome.placed.proof.proven
    counts = plan.found["staff"]
    assert (counts["people"], counts["placed"], counts["surplus"], counts["leaving"]) == (12, 9, 3, 0)
    left = Placing.objects.filter(scenario=plan, post=None)
    assert left.count() == 3
    assert all(sentence_of(one.why).vi for one in left)
    figures = {one.key: one for one in impact_of(plan)}
    assert (figures["heads"].before, figures["heads"].after) == (4, 2)
    assert (figures["deputies"].before, figures["deputies"].after) == (4, 2)
    assert (figures["bodies"].before, figures["bodies"].after) == (4, 2)
    assert figures["surplus"].after == 3


@pytest.mark.usefixtures("town")
def test_the_same_people_are_placed_the_same_way_again() -> None:
    plan = scenario()
    first = solved(plan).placed.post_of
    assert solved(plan).placed.post_of == first


@pytest.mark.usefixtures("town")
def test_a_pin_is_kept_by_the_next_run() -> None:
    plan = scenario()
    solved(plan)
    Placing.objects.filter(scenario=plan, person=person(0)).update(post=None, pinned=True)
    solved(plan)
    held = Placing.objects.get(scenario=plan, person=person(0))
    assert (held.post_id, held.pinned) == (None, True)
    head = PlannedPost.objects.get(scenario=plan, title="party_secretary")
    assert Placing.objects.get(scenario=plan, post=head).person_id == person(10)


@pytest.mark.usefixtures("town")
def test_who_asks_to_leave_stays_so_and_gets_no_post() -> None:
    plan = scenario()
    solved(plan)
    Placing.objects.filter(scenario=plan, person=person(5)).update(leaves=True, post=None)
    solved(plan)
    assert Placing.objects.get(scenario=plan, person=person(5)).leaves
    assert plan.found["staff"]["leaving"] == 1
    assert plan.found["staff"]["severance_untold"] == 1, "no salary is known, and none is guessed"


@pytest.mark.usefixtures("town")
def test_a_placing_that_breaks_a_rule_is_not_kept() -> None:
    plan = scenario()
    prepared = prepare(plan)
    task = prepared.inputs.staffing
    crowded = Placed(post_of=(task.posts[0].id,) * len(task.people), proof=Proof(value=0.0, bound=None))
    with pytest.raises(PlacingBroken):
        keep(plan, prepared, Ended(Explained(placed=crowded), 0.0))
    assert not Placing.objects.filter(scenario=plan).exists()


@pytest.mark.usefixtures("town")
def test_sealed_entries_are_read_only_where_all_of_them_are_in_reach() -> None:
    plan = scenario()
    everywhere = Reach((Allowed("clerk", PERSONAL, None),))
    assert not draw(plan, everywhere).sealed_read
    assert not draw(plan, Reach((Allowed("clerk", INTERNAL, frozenset({CAI_KHE})),))).sealed_read
    assert draw(plan, EVERYTHING).sealed_read


@pytest.mark.usefixtures("town")
def test_each_drawing_goes_on_record() -> None:
    prepare(scenario())
    event = Event.objects.filter(route="lab.place").get()
    assert (event.act, event.purpose, event.count) == ("list", "appointment", 12)


@pytest.mark.usefixtures("town")
def test_scenarios_stand_side_by_side_with_the_best_of_each_figure() -> None:
    both, none = scenario(), scenario(plan=[])
    found = compare([none, both])
    units = found.row("units")
    assert units is not None
    assert (units.values, units.best, units.apart(1)) == ((5.0, 4.0), 4.0, -1.0)


@pytest.mark.usefixtures("town")
def test_a_renamed_unit_is_told_as_a_conflict() -> None:
    plan = scenario()
    signed(
        ops.Rename(unit=AN_HOA, name="Phường An Hòa Mới"),
        on=date(2026, 1, 1),
        title="Đổi tên",
        at=timezone.now(),
    )
    found = [(one.sort, one.was, one.now) for one in conflicts_of(plan)]
    assert found == [("renamed", "Phường An Hòa", "Phường An Hòa Mới")]


@pytest.mark.usefixtures("town")
def test_a_run_takes_the_reach_of_whoever_began_it() -> None:
    from tests.cast import make_cast

    plan, cast = scenario(), make_cast({CAI_KHE})
    Run.objects.create(scenario=plan, trade="place", by=cast["tam"])
    assert not prepare(plan).ground.sealed_read


def test_a_plan_kept_is_read_back_as_it_was() -> None:
    placed = Placed(post_of=("a", None), proof=Proof(value=2.0, bound=1.5), prices=(1.0,), tolls={"x": 0.5})
    read = again(kept(placed))
    assert (read.post_of, read.proof, read.prices, read.tolls) == (
        placed.post_of, placed.proof, placed.prices, placed.tolls,
    )  # fmt: skip


def test_a_year_of_birth_alone_tells_neither_age_nor_retirement() -> None:
    assert facts(born="1970").age_on(ON) is None
    assert left_of(facts(born="1970"), ON, book()) is None
    assert facts(born="1970", recruited="1995").served_months(ON) is None


def test_the_restructuring_regime_pays_while_it_is_in_force_and_not_after() -> None:
    known = facts(born="01/12/1968", recruited="01/07/1993")
    during = due_to(known, "civil_servant", Leaving(on=date(2025, 7, 1), salary=Decimal(9_000_000)), book())
    assert during.working is not None
    assert during.working.calculation == "severance.early_retirement"
    unsaid = due_to(known, "civil_servant", Leaving(on=date(2025, 7, 1)), book())
    assert (unsaid.total, type(unsaid.refused).__name__) == (None, "MissingFact")


def test_nobody_without_birth_is_told_a_pension() -> None:
    assert left_of(facts(sex="female"), ON, book()) is None


def test_a_reason_without_fitting_posts_names_the_rule_that_took_most() -> None:
    said = sentence_of({"posts": 7, "open": 0, "funnel": {"rise": 5, "field": 2}, "nearest": []})
    assert "cao hơn bậc" in said.vi
    assert "7" in said.en
