from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from tinhgon.solvers.place import values as v
from tinhgon.solvers.place.faults import FaultyStaffing
from tinhgon.solvers.place.reasons.conflicts import Impossible
from tinhgon.solvers.place.reasons.why import Why, pinned
from tinhgon.solvers.place.solve import solve
from tinhgon.solvers.place.tests.small import best, person, post, task, tasks
from tinhgon.solvers.place.values import NewUnit, Pins, Rules, Staffing
from tinhgon.solvers.place.verify import refusals

QUICK = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)


@QUICK
@given(tasks())
def test_the_price_of_a_forced_post_lies_at_or_above_the_true_one(staffing: Staffing) -> None:
    placed = solve(staffing)
    why, now = Why(staffing, placed), placed.proof.value
    for who in staffing.people:
        for where in staffing.posts:
            if placed.post_of[staffing.people.index(who)] == where.id:
                continue
            answer = why.why_not(who.id, where.id)
            assert answer.refused == tuple(refusals(staffing, who, where))
            true = best(pinned(staffing, who.id, where.id))
            if answer.price is not None:
                assert true is not None
                assert answer.price >= true - now - 0.05
            if answer.least is not None and true is not None:
                assert answer.least <= true - now + 0.05


@QUICK
@given(tasks())
def test_without_rules_on_groups_the_price_for_who_has_no_post_is_that_of_solving_again(
    staffing: Staffing,
) -> None:
    units = tuple(replace(unit, deputies=None) for unit in staffing.units)
    weights = replace(staffing.weights, women_share=0.0, young_share=0.0, balance=0.0)
    rules = replace(staffing.rules, one_origin=None, relatives=())
    plain = replace(staffing, units=units, weights=weights, rules=rules)
    placed = solve(plain)
    away = [who.id for who, name in zip(plain.people, placed.post_of, strict=True) if name is None]
    asked = [(who, where.id) for who in away for where in plain.posts]
    priced = [one for pair in asked if not (one := Why(plain, placed).why_not(*pair)).refused][:4]
    assume(priced)
    for one in priced:
        again = solve(pinned(plain, one.person, one.post))
        assert one.price == pytest.approx(again.proof.value - placed.proof.value, abs=0.05)


def test_the_funnel_names_the_rule_and_the_missing_fact() -> None:
    people = [person(0, months_left=None, level=1, barred=frozenset({"member"}))]
    posts = [
        post(0),
        post(1, field="y", level=1),
        post(2, level=1),
        post(3, level=3),
        post(4, level=0, unit="U2"),
    ]
    pins = Pins(empty=frozenset({"Q4"}))
    staffing = task(people, posts, rules=Rules(lead_months=24, rise=1), pins=pins)
    answer = Why(staffing, solve(staffing)).no_post("P0")
    assert answer.funnel == {v.EMPTY: 1, v.FIELD: 1, v.RISE: 1, v.BARRED: 1, v.LEAD: 1}
    assert answer.missing == {v.LEAD: 1}
    assert (answer.open, answer.nearest) == (0, ())


def test_who_has_no_post_hears_who_has_the_nearest_and_what_forcing_it_costs() -> None:
    staffing = task([person(0, seniority_months=5), person(1, seniority_months=50)], [post(0)])
    (near,) = Why(staffing, solve(staffing)).no_post("P0").nearest
    assert (near.post, near.holders) == ("Q0", ("P1",))
    assert near.forced.price == pytest.approx(4 * 45)
    assert [move.person for move in near.forced.chain] == ["P0", "P1"]


def conditions(staffing: Staffing) -> list[str]:
    with pytest.raises(Impossible) as found:
        solve(staffing)
    assert found.value.message("vi") != found.value.message("en")
    return sorted(one.rule for one in found.value.conflict.conditions)


def test_a_pin_that_a_rule_refuses_is_named_with_the_rule() -> None:
    staffing = task([person(0)], [post(0, field="y")], pins=Pins(at={"P0": "Q0"}))
    assert conditions(staffing) == [v.FIELD, v.AT]


def test_two_people_pinned_to_one_seat_are_named() -> None:
    pins = Pins(at={"P0": "Q0", "P1": "Q0"})
    assert conditions(task([person(0), person(1)], [post(0)], pins=pins)) == [v.AT, v.AT, v.SEATS]


def test_people_who_compete_for_too_few_seats_are_counted() -> None:
    staffing = task([person(n) for n in range(5)], [post(0), post(1, level=3)], rules=Rules(nobody_out=True))
    with pytest.raises(Impossible) as found:
        solve(staffing)
    assert "these 5 people compete for 2 seats" in found.value.message("en")


def test_relatives_with_one_unit_open_to_them_contradict_that_all_get_a_post() -> None:
    units = (NewUnit(id="U1", origins=("A",)),)
    rules = Rules(nobody_out=True, relatives=(("P0", "P1"),))
    staffing = task([person(n) for n in range(3)], [post(n) for n in range(4)], rules=rules, units=units)
    assert conditions(staffing) == [v.NOBODY_OUT, v.NOBODY_OUT, v.RELATIVES]


def test_what_does_not_exist_is_refused_by_name() -> None:
    staffing = task([person(0, wishes=("Q9",))], [post(0, seats=-1)], pins=Pins(out=frozenset({"P9"})))
    with pytest.raises(FaultyStaffing) as found:
        solve(staffing)
    assert [type(one).__name__ for one in found.value.faults] == ["NoSuch", "NoSuch", "BadNumber"]
