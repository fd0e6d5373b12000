from dataclasses import replace

import numpy as np
import pytest

from tinhgon.solvers.consolidate import verify
from tinhgon.solvers.consolidate.seats import seated
from tinhgon.solvers.consolidate.tests.territories import grid
from tinhgon.solvers.consolidate.values import Conditions, Plan

LINE = grid(4, group=[0, 0, 0, 1])


ANY = Conditions()


def check(into, conditions=ANY, territory=LINE):
    verify.assert_lawful(territory, conditions, seated(territory, conditions, np.array(into)))


def test_a_plan_that_keeps_to_everything_passes():
    check([0, 0, 0, 1])


@pytest.mark.parametrize(
    ("into", "conditions", "broken"),
    [
        ([0, 1, 0, 2], Conditions(), verify.PlanBrokenPieces),
        ([0, 0, 0, 1], Conditions(max_members=2), verify.PlanBrokenSize),
        ([0, 1, 2, 2], Conditions(), verify.PlanBrokenGroup),
        ([0, 1, 1, 2], Conditions(together=((0, 1),)), verify.PlanBrokenTogether),
        ([0, 1, 1, 2], Conditions(apart=((1, 2),)), verify.PlanBrokenApart),
        ([0, 1, 1, 2], Conditions(alone=(2,)), verify.PlanBrokenAlone),
        ([0, 1, 1, 2], Conditions(max_km=3.0), verify.PlanBrokenFar),
    ],
)
def test_each_condition_has_a_refusal_of_its_own(into, conditions, broken):
    with pytest.raises(broken):
        check(into, conditions)


def test_nobody_is_left_out():
    with pytest.raises(verify.PlanBrokenUnplaced, match="U03"):
        verify.assert_lawful(LINE, Conditions(), Plan(into=np.array([0, 0, 0, -1]), seat=np.array([0])))


def test_a_seat_is_a_member_that_may_be_one():
    barred = replace(LINE, may_seat=np.array([False, True, True, True]))

    with pytest.raises(verify.PlanBrokenSeat, match="U00"):
        verify.assert_lawful(
            barred, Conditions(), Plan(into=np.array([0, 0, 1, 2]), seat=np.array([0, 2, 3]))
        )
    check([0, 0, 1, 2], territory=barred)
