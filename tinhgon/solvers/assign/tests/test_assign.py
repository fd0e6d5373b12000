"""Generalised assignment keeps to capacities, is as good as trying everything, and never claims too much."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.solvers.assign.knapsack import ascend, narrowed
from tinhgon.solvers.assign.refusals import BadTable, NoAgent, Overloaded
from tinhgon.solvers.assign.solve import solve
from tinhgon.solvers.watch import Limits


def tables(seed: int, agents: int = 3, jobs: int = 6, room: float = 0.9) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(seed)
    loads = rng.integers(1, 20, (agents, jobs))
    costs = rng.integers(0, 50, (agents, jobs))
    return costs, loads, np.floor(room * loads.sum(axis=1) / agents).astype(int) + 1


def best_by_trying(costs: np.ndarray, loads: np.ndarray, room: np.ndarray) -> int | None:
    agents, jobs = costs.shape
    found = []
    for choice in product(range(agents), repeat=jobs):
        load = np.bincount(choice, loads[choice, range(jobs)], minlength=agents)
        if (load <= room).all():
            found.append(int(costs[choice, range(jobs)].sum()))
    return min(found, default=None)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_no_assignment_is_better(seed: int) -> None:
    costs, loads, room = tables(seed)
    best = best_by_trying(costs, loads, room)
    try:
        found = solve(costs, loads, room, limits=Limits(effort=0.05))
    except (Overloaded, NoAgent):
        assert best is None
        return

    assert found.proof.value == best
    assert found.proof.proven
    assert (found.load <= room).all()


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(-20, 60))
def test_the_bound_holds_for_any_prices(seed: int, price: int) -> None:
    costs, loads, room = tables(seed)
    best = best_by_trying(costs, loads, room)
    begin, open_ = np.full(6, float(price)), loads <= room[:, None]

    bound, _, _ = ascend(costs, *narrowed(loads * 9_000, room * 9_000), open_, begin, 100.0, 30)

    assert best is None or bound <= best + 1e-6


def test_the_same_run_is_the_same_plan_and_within_its_bound() -> None:
    given = tables(1, agents=12, jobs=200, room=0.8)

    one, other = (solve(*given, limits=Limits(effort=0.1, seed=3)) for _ in range(2))

    assert (one.agent_of == other.agent_of).all()
    assert one.proof == other.proof
    assert one.proof.bound is not None and one.proof.bound <= one.proof.value
    assert (one.load <= given[2]).all()
    assert one.whole


def test_a_forbidden_agent_gets_no_job() -> None:
    costs, loads, room = np.zeros((2, 4), int), np.ones((2, 4), int), np.array([4, 4])
    allowed = np.ones((2, 4), bool)
    allowed[0] = False

    assert (solve(costs, loads, room, allowed=allowed).agent_of == 1).all()


def test_too_little_room_is_refused_with_the_least_overload_met() -> None:
    with pytest.raises(Overloaded) as refused:
        solve(np.ones((2, 3), int), np.full((2, 3), 2), np.array([2, 2]), limits=Limits(effort=0.05))

    assert refused.value.facts["overload"] == 2


def test_a_job_that_fits_nowhere_and_bad_tables_are_refused_by_name() -> None:
    with pytest.raises(NoAgent) as refused:
        solve(np.ones((2, 2), int), np.array([[1, 9], [1, 9]]), np.array([5, 5]))
    assert refused.value.facts["jobs"] == (1,)
    with pytest.raises(BadTable):
        solve(np.ones((2, 2), int), np.ones((2, 3), int), np.array([5, 5]))
    with pytest.raises(BadTable):
        solve(np.full((2, 2), -1), np.ones((2, 2), int), np.array([5, 5]))
    with pytest.raises(BadTable):
        solve(np.full((2, 2), np.nan), np.ones((2, 2), int), np.array([5, 5]))


def test_a_run_without_time_gives_a_plan_and_says_it_was_cut_short() -> None:
    found = solve(*tables(1, agents=12, jobs=200, room=1.6), limits=Limits(seconds=0.0))

    assert not found.whole
    assert found.proof.bound is not None and found.proof.bound <= found.proof.value
