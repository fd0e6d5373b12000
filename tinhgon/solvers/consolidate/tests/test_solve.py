from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.solvers.consolidate.evaluate import terms_of, value_of
from tinhgon.solvers.consolidate.groups import solve_groups
from tinhgon.solvers.consolidate.part import NoLawfulPlan
from tinhgon.solvers.consolidate.seats import seated
from tinhgon.solvers.consolidate.solve import solve
from tinhgon.solvers.consolidate.tests.territories import grid, standards
from tinhgon.solvers.consolidate.values import TERMS, Conditions, Weights
from tinhgon.solvers.consolidate.verify import PlanBroken, assert_lawful
from tinhgon.solvers.watch import Limits, Progress, Unwatched

PEOPLE = st.lists(st.integers(1, 40).map(lambda hundreds: 100.0 * hundreds), min_size=6, max_size=6)
WEIGHTS = Weights(units=10, missed=100, shortfall=20, travel=3, border=0.5, districts=7)


def partitions(size):
    """Give every way to number units so that equal numbers mean one new unit."""
    ways = [[0]]
    for _ in range(size - 1):
        ways = [[*way, number] for way in ways for number in range(max(way) + 2)]
    return ways


def all_lawful(territory, asked, conditions):
    """Give the terms of every lawful plan."""
    for into in partitions(len(territory)):
        plan = seated(territory, conditions, np.array(into))
        try:
            assert_lawful(territory, conditions, plan)
        except PlanBroken:
            continue
        yield terms_of(territory, asked, conditions, plan)


CONDITIONS = st.sampled_from(
    [
        Conditions(),
        Conditions(max_members=3),
        Conditions(max_members=4, together=((0, 2),)),
        Conditions(apart=((0, 1), (4, 5))),
        Conditions(alone=(4,)),
        Conditions(max_km=6.0),
        Conditions(together=((1, 2), (2, 5)), apart=((0, 1),)),
    ]
)


@settings(max_examples=12, deadline=None)
@given(
    people=PEOPLE,
    conditions=CONDITIONS,
    waived=st.sampled_from([None, 3]),
    wanted=st.sampled_from([1500.0, 4000.0]),
)
def test_the_plan_is_the_best_of_all_lawful_ones(people, conditions, waived, wanted):
    territory, asked = grid(3, 2, population=people), standards(6, population=wanted, waived_from=waived)

    found = solve(territory, asked, WEIGHTS, conditions)

    best = min(value_of(terms, WEIGHTS) for terms in all_lawful(territory, asked, conditions))
    assert found.proof.value == pytest.approx(best, abs=0.01)
    assert found.proof.bound is not None and found.proof.bound <= found.proof.value
    assert found.proof.proven and found.whole


@settings(max_examples=12, deadline=None)
@given(
    people=PEOPLE,
    firsts=st.sampled_from([("missed",), ("units", "missed"), ("travel",), ("missed", "border")]),
)
def test_first_terms_are_made_small_in_their_order(people, firsts):
    territory, asked, conditions = grid(3, 2, population=people), standards(6), Conditions(first=firsts)

    found = solve(territory, asked, WEIGHTS, conditions)

    def rank(terms):
        return tuple(round(terms[name], 3) for name in firsts)

    lawful = list(all_lawful(territory, asked, conditions))
    assert rank(found.terms) == pytest.approx(min(rank(terms) for terms in lawful), abs=0.002)
    assert all(proof.proven for proof in found.firsts.values())


def test_a_unit_without_neighbours_stays_alone():
    island = grid(4, group=[0, 0, 0, 1], population=[900.0] * 4)

    found = solve(island, standards(4), WEIGHTS, Conditions())

    assert found.plan.into.tolist() == [0, 0, 0, 1]


def test_where_three_merge_and_standards_are_waived_nothing_is_missed():
    line = grid(3, population=[100.0] * 3)

    assert solve(line, standards(3), WEIGHTS, Conditions()).terms["missed"] == 1
    assert solve(line, standards(3, waived_from=3), WEIGHTS, Conditions()).terms["missed"] == 0


def test_the_same_seed_gives_the_same_plan():
    rng = np.random.default_rng(3)
    territory = grid(6, 6, population=rng.integers(500, 4000, 36).astype(float).tolist())

    plans = [
        solve(territory, standards(36, population=5000.0), Weights(), Conditions(), limits=Limits(seed=5))
        for _ in "ab"
    ]

    assert plans[0].plan.into.tolist() == plans[1].plan.into.tolist()
    assert plans[0].proof == plans[1].proof and plans[0].proof.proven


class Keeping(Unwatched):
    """Keeps the last state and what was told."""

    def __init__(self):
        self.state, self.told = b"", []

    def keep(self, state):
        self.state = state

    def tell(self, progress: Progress):
        self.told.append(progress)


def test_a_run_goes_on_from_what_was_kept(monkeypatch):
    module = import_module(solve.__module__)
    territory, watch = grid(4, 2), Keeping()
    first = solve(territory, standards(8), Weights(), Conditions(), watch=watch)
    monkeypatch.setattr(module, "solve_part", None)

    again = solve(territory, standards(8), Weights(), Conditions(), resume=watch.state)

    assert again.plan.into.tolist() == first.plan.into.tolist()
    assert watch.told[-1].bound == pytest.approx(first.proof.bound, abs=0.01)


def test_the_bound_and_the_best_are_told_while_a_part_is_searched():
    people = np.random.default_rng(6).integers(500, 4000, 36).astype(float).tolist()
    watch = Keeping()

    found = solve(
        grid(6, 6, population=people), standards(36, population=5000.0), Weights(), Conditions(), watch=watch
    )

    inside = [progress for progress in watch.told if progress.stage == "searching"]
    assert all(progress.bound <= found.proof.value + 0.01 <= progress.best + 0.02 for progress in inside)
    assert watch.told[-1].best == pytest.approx(found.proof.value, abs=0.01)


@pytest.mark.parametrize("state", [b"", b"{", b"[]", b'{"of": "x"}'])
def test_a_state_of_something_else_is_passed_over(state):
    assert solve(grid(3), standards(3), Weights(), Conditions(), resume=state).proof.proven


class Impatient(Unwatched):
    """Wants every run to end at once."""

    def stopped(self):
        return True


def test_a_run_that_is_stopped_gives_a_lawful_plan_and_an_honest_bound():
    rng = np.random.default_rng(1)
    territory = grid(8, 5, population=rng.integers(100, 4000, 40).astype(float).tolist())

    found = solve(territory, standards(40, population=6000.0), Weights(), Conditions(), watch=Impatient())

    assert not found.whole
    assert found.proof.bound is None or found.proof.bound <= found.proof.value


def test_sets_that_do_not_fit_into_memory_leave_the_plan_unproven():
    people = np.random.default_rng(2).integers(500, 4000, 36).astype(float).tolist()
    territory, conditions = grid(6, 6, population=people), Conditions(max_members=8)

    found = solve(territory, standards(36), Weights(), conditions, limits=Limits(memory_mb=1))

    assert found.proof.bound is None and not found.proof.proven
    assert found.notes == ("fewer_members_looked_at",)


def test_contradicting_conditions_are_refused():
    with pytest.raises(NoLawfulPlan, match="U00"):
        solve(grid(3), standards(3), Weights(), Conditions(together=((0, 1),), apart=((0, 1),)))


def test_units_of_unknown_position_travel_nothing_and_are_noted():
    line = grid(3)
    lost = replace(line, position=np.array([[10.0, 105.0], [np.nan, np.nan], [10.0, 105.1]]))

    found = solve(lost, standards(3), Weights(), Conditions())

    assert found.notes == ("unknown_position",)
    assert set(found.terms) == set(TERMS)


def test_any_number_of_processes_gives_the_same_plan():
    people = np.random.default_rng(4).integers(500, 4000, 24).astype(float).tolist()
    territory = grid(6, 4, population=people, group=[row // 2 for row in range(4) for _ in range(6)])
    asked, conditions = standards(24, population=5000.0), Conditions()

    alone = solve(territory, asked, Weights(), conditions)
    limits = Limits(seconds=600)
    shared = solve_groups(territory, asked, Weights(), conditions, processes=2, limits=limits)

    assert shared.plan.into.tolist() == alone.plan.into.tolist()
    assert shared.proof == alone.proof and shared.whole


def test_several_processes_end_when_their_time_is_over_with_parts_still_waiting():
    territory = grid(4, 16, group=[row for row in range(16) for _ in range(4)])
    asked = territory, standards(64, population=5000.0), Weights(), Conditions()

    with ThreadPoolExecutor(1) as one:  # once it waited for ever for what was cancelled
        ended = one.submit(solve_groups, *asked, processes=2, limits=Limits(seconds=0.0)).result(timeout=300)

    assert not ended.whole
    assert_lawful(territory, Conditions(), ended.plan)
    assert ended.proof.bound is None or ended.proof.bound <= ended.proof.value
