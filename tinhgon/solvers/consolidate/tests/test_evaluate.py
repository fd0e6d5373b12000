import numpy as np
import pytest

from tinhgon.solvers.consolidate.evaluate import terms_of, value_of
from tinhgon.solvers.consolidate.seats import seated
from tinhgon.solvers.consolidate.tests.territories import POPULATION, grid, standards
from tinhgon.solvers.consolidate.units import per_unit
from tinhgon.solvers.consolidate.values import Conditions, Weights

LINE = grid(4, population=[3000.0, 500.0, 500.0, 900.0])
PLAN = seated(LINE, Conditions(), np.array([7, 7, 7, 2]))


def test_every_term_is_counted_as_its_name_says():
    terms = terms_of(LINE, standards(4), Conditions(), PLAN)

    assert terms["units"] == 2
    assert terms["missed"] == 1
    assert terms["shortfall"] == pytest.approx(1 - 900 / 2000)
    assert terms["border"] == 5.0
    assert terms["districts"] == 0
    assert terms["travel"] == pytest.approx(0.5 * 5.475 * 3, rel=1e-3)


def test_the_objective_is_each_term_by_its_price():
    terms = terms_of(LINE, standards(4), Conditions(), PLAN)

    assert value_of(terms, Weights(units=100, missed=1000, travel=0)) == 1200


def test_a_unit_says_what_it_does_not_reach():
    first, last = per_unit(LINE, standards(4), Conditions(), PLAN)

    assert (first.members, first.seat, first.below) == ((0, 1, 2), 0, ())
    assert (last.below[0].measure, last.below[0].found, last.below[0].asked) == (POPULATION, 900.0, 2000.0)
    assert last.below[0].missed


def test_a_standard_that_is_waived_is_shown_but_does_not_count():
    asked = standards(4, population=9000.0, waived_from=3)

    first, last = per_unit(LINE, asked, Conditions(), PLAN)

    assert first.below[0].waived and not first.below[0].missed
    assert terms_of(LINE, asked, Conditions(), PLAN)["missed"] == 1
    assert last.below[0].missed


def test_a_spared_unit_misses_nothing_when_left_as_it_is():
    asked = standards(4, spared=[False, False, False, True])

    assert terms_of(LINE, asked, Conditions(), PLAN)["missed"] == 0


def test_new_units_are_numbered_by_their_least_members():
    assert PLAN.into.tolist() == [0, 0, 0, 1]
    assert PLAN.seat.tolist() == [0, 3]
