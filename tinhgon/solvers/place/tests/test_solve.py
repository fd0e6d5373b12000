from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tinhgon.solvers.place.solve import solve
from tinhgon.solvers.place.tests.small import best, person, post, task, tasks
from tinhgon.solvers.place.values import Pins, Rules, Staffing, Weights
from tinhgon.solvers.place.verify import verify
from tinhgon.solvers.watch import Limits, Progress, Unwatched

QUICK = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)


@QUICK
@given(tasks())
def test_the_plan_is_the_best_of_all_and_proven(staffing: Staffing) -> None:
    placed = solve(staffing)
    assert not verify(staffing, placed.post_of)
    assert placed.proof.bound is not None
    assert placed.proof.bound <= placed.proof.value + 1e-9
    assert placed.proof.value == pytest.approx(best(staffing), abs=0.05)
    assert placed.proof.proven
    assert placed.proof.value == pytest.approx(sum(placed.terms.values()), abs=0.05)


@QUICK
@given(tasks())
def test_the_same_task_gives_the_same_plan(staffing: Staffing) -> None:
    one, other = solve(staffing), solve(staffing)
    assert (one.post_of, one.proof, one.tolls) == (other.post_of, other.proof, other.tolls)


def test_more_people_than_posts_is_no_fault() -> None:
    placed = solve(task([person(n) for n in range(5)], [post(0), post(1, level=3)]))
    assert sum(name is not None for name in placed.post_of) == 2


def test_who_asks_to_leave_leaves() -> None:
    placed = solve(task([person(0, leaves=True), person(1)], [post(0), post(1, level=3)]))
    assert placed.post_of[0] is None


def test_pins_are_kept() -> None:
    people, posts = [person(n) for n in range(3)], [post(0), post(1, level=3), post(2, level=1)]
    pins = Pins(at={"P0": "Q2"}, out=frozenset({"P1"}), empty=frozenset({"Q1"}))
    assert solve(task(people, posts, pins=pins)).post_of == ("Q2", None, "Q0")


def test_a_plan_searched_on_after_a_pin_keeps_everyone_else_in_place() -> None:
    staffing = task([person(n, level=1) for n in range(4)], [post(n, level=1) for n in range(4)])
    placed = solve(staffing)
    away = replace(staffing, pins=Pins(out=frozenset({"P2"})))
    again = solve(away, start=placed)
    assert [a for a, b in zip(placed.post_of, again.post_of, strict=True) if a != b] == [placed.post_of[2]]
    assert again.proof.value >= solve(away).proof.bound - 1e-9  # type: ignore[operator]


def test_a_run_that_is_stopped_gives_a_sound_plan_and_says_so() -> None:
    class Impatient(Unwatched):
        def stopped(self) -> bool:
            return True

    staffing = task([person(n) for n in range(6)], [post(n, level=n % 3 + 1) for n in range(6)])
    placed = solve(staffing, watch=Impatient())
    assert not placed.whole
    assert not verify(staffing, placed.post_of)


def test_who_watches_hears_bounds_and_plans() -> None:
    heard: list[Progress] = []

    class Ear(Unwatched):
        def tell(self, progress: Progress) -> None:
            heard.append(progress)

    solve(task([person(0)], [post(0)]), watch=Ear(), limits=Limits(seconds=60))
    assert heard
    assert heard[-1].bound is not None


def test_an_unknown_day_of_retirement_does_not_rise_to_lead_unless_the_rule_is_off() -> None:
    people, posts = [person(0, months_left=None, level=1)], [post(0)]
    assert solve(task(people, posts, rules=Rules(lead_months=24))).post_of == (None,)
    assert solve(task(people, posts)).post_of == ("Q0",)


def test_a_leader_near_retirement_keeps_the_level_but_does_not_rise() -> None:
    asked, one = Rules(lead_months=24), [person(0, months_left=10)]
    assert solve(task(one, [post(0), post(1, level=1)], rules=asked)).post_of == ("Q0",)
    assert solve(task(one, [post(0, level=3), post(1, level=1)], rules=asked)).post_of == ("Q1",)


def test_a_run_out_of_memory_ends_with_a_plan_and_says_so() -> None:
    placed = solve(task([person(0), person(1)], [post(0)]), limits=Limits(memory_mb=1))
    assert sum(name is not None for name in placed.post_of) == 1
    assert not placed.whole


def test_what_soft_terms_lack_is_counted() -> None:
    staffing = task([person(0, seniority_months=None)], [], weights=Weights())
    assert solve(staffing).unknown == {"seniority": 1}


def test_nobody_and_nothing_is_a_plan() -> None:
    assert solve(task([], [])).post_of == ()
    assert solve(task([], [post(0)])).proof.proven
