from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from tinhgon.solvers.place import pricing
from tinhgon.solvers.place.climbing import climbed
from tinhgon.solvers.place.ground import NEVER, SCALE, laid
from tinhgon.solvers.place.programme import programmed
from tinhgon.solvers.place.tests.small import best, person, post, task, tasks
from tinhgon.solvers.place.tests.test_solve import QUICK
from tinhgon.solvers.place.values import Staffing, Weights
from tinhgon.solvers.watch import Clock, Limits


@QUICK
@given(tasks())
def test_no_plan_costs_less_than_the_bound_of_a_climb(staffing: Staffing) -> None:
    ground = laid(staffing)
    master = climbed(pricing._by_flows(ground, Clock(Limits())))
    assert (ground.facts.p_out < NEVER).all()
    assert master.bound.value / SCALE <= (best(staffing) or 0.0) + 0.05


@QUICK
@given(tasks())
def test_a_climb_never_ends_below_the_flow_it_began_with(staffing: Staffing) -> None:
    begun = pricing._by_flows(laid(staffing), Clock(Limits()))
    value, rows = begun.bound.value, len(begun.teams.rows)
    again = climbed(begun)
    assert again.bound.value >= value
    assert len(again.duals.tolls) == len(again.teams.rows) >= rows


def test_a_climb_and_a_programme_come_to_the_same_bound() -> None:
    people = [person(n, woman=n == 3, seniority_months=10 * n) for n in range(4)]
    staffing = task(people, [post(0), post(1, level=3)], weights=Weights(women_share=0.5))
    climb, programme = (
        way(pricing._by_flows(laid(staffing), Clock(Limits()))) for way in (climbed, programmed)
    )
    assert climb.bound.value == pytest.approx(programme.bound.value, rel=1e-3)
    assert np.isfinite(climb.bound.each).all()
