"""Max-p: every region whole and full, as many as there can be, the same ones each time."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.solvers.consolidate.faults import FaultyInput
from tinhgon.solvers.consolidate.maxp import solve_max_p
from tinhgon.solvers.consolidate.tests.ground import chain, territory
from tinhgon.solvers.consolidate.tests.territories import grid
from tinhgon.solvers.consolidate.values import Conditions, Consolidated, Territory
from tinhgon.solvers.consolidate.verify import assert_lawful
from tinhgon.solvers.watch import Limits

QUICK = Limits(effort=0.1)
FREE = Conditions(max_members=99)


def solved(given: Territory, people: float, conditions: Conditions = FREE, seed: int = 0) -> Consolidated:
    return solve_max_p(given, {"population": people}, conditions, Limits(effort=0.1, seed=seed))


def full(given: Territory, found: Consolidated, people: float) -> int:
    return int((np.bincount(found.plan.into, given.measures["population"]) >= people).sum())


@st.composite
def small_maps(draw: st.DrawFn, most: int = 7) -> Territory:
    count = draw(st.integers(1, most))
    people = draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    kept = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    return territory(people, [pair for pair, keep in zip(pairs, kept, strict=True) if keep])


def best_by_trying_all(given: Territory, people: float) -> int:
    count = len(given)
    pairs = {(a, b) for a, b in given.borders.tolist()}
    near = [{b for b in range(count) if (a, b) in pairs or (b, a) in pairs} for a in range(count)]
    weight = given.measures["population"].tolist()
    lawful = []
    for mask in range(1, 1 << count):
        members = {unit for unit in range(count) if mask >> unit & 1}
        reached, open_ = set(), {min(members)}
        while open_:
            reached |= open_
            open_ = {b for a in open_ for b in near[a] & members} - reached
        if reached == members and sum(weight[unit] for unit in members) >= people:
            lawful.append(mask)
    best = [0] * (1 << count)
    for mask in range(1, 1 << count):
        inside = [best[mask ^ one] + 1 for one in lawful if one & mask == one]
        best[mask] = max(inside, default=0)
    return best[-1]


@settings(max_examples=40, deadline=None)
@given(small_maps(), st.integers(1, 12))
def test_a_small_map_is_solved_as_well_as_by_trying_all(given: Territory, people: int) -> None:
    found = solved(given, people)

    assert found.terms["regions"] == full(given, found, people) == best_by_trying_all(given, people)
    assert found.proof.proven
    assert_lawful(given, FREE, found.plan)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 99), st.integers(2, 6))
def test_no_plan_passes_the_bound(seed: int, members: int) -> None:
    people = np.random.default_rng(seed).integers(1, 20, 100).tolist()
    given, conditions = grid(10, 10, population=people), Conditions(max_members=members)

    found = solved(given, 30, conditions)

    assert full(given, found, 30) == found.terms["regions"] <= -(found.proof.bound or 0)
    assert_lawful(given, conditions, found.plan)


def test_the_same_seed_gives_the_same_plan() -> None:
    given = grid(9, 9, population=np.random.default_rng(1).integers(1, 20, 81).tolist())

    first, again = solved(given, 30), solved(given, 30)

    assert first.plan.into.tolist() == again.plan.into.tolist()
    assert first.plan.seat.tolist() == again.plan.seat.tolist()


def test_the_conditions_are_kept() -> None:
    given = grid(6, 4, population=[float(1 + place % 5) for place in range(24)])
    conditions = Conditions(
        max_members=5, max_km=9.0, together=((0, 1), (8, 14)), apart=((2, 3), (9, 10)), alone=(20,)
    )

    assert_lawful(given, conditions, solved(given, 6, conditions).plan)


def test_units_that_must_be_together_take_along_what_lies_between() -> None:
    conditions = Conditions(max_members=9, together=((0, 2), (2, 4)))

    assert solved(chain(2, 2, 2, 2, 2, 9), 9, conditions).plan.into.tolist() == [0, 0, 0, 0, 0, 1]


def test_all_thresholds_count_where_there_are_several() -> None:
    given = grid(5, 4, population=[float(1 + place % 7) for place in range(20)])

    found = solve_max_p(given, {"population": 8, "area_km2": 25}, FREE, QUICK)

    people = np.bincount(found.plan.into, given.measures["population"])
    area = np.bincount(found.plan.into, given.measures["area_km2"])
    assert ((people >= 8) & (area >= 25)).sum() == found.terms["regions"] <= -(found.proof.bound or 0)


def test_what_cannot_reach_the_threshold_is_named_and_left() -> None:
    given = territory([5, 5, 1, 1, 1], [(0, 1), (2, 3)])

    found = solved(given, 10)

    assert found.terms == {"regions": 1, "left": 3}
    assert found.plan.into.tolist() == [0, 0, 1, 2, 3]
    assert "U2, U3, U4" in found.notes[0]


def test_unknown_and_senseless_thresholds_are_refused() -> None:
    for least, name in product([{}, {"people": 3.0}, {"population": -1.0}], [FREE]):
        with pytest.raises(FaultyInput):
            solve_max_p(chain(1, 2), least, name, QUICK)
