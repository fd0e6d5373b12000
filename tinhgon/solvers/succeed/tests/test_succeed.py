"""Succession keeps to each rule, is as good as trying everything, and says what it does not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.core import days
from tinhgon.solvers.succeed.aims import groups
from tinhgon.solvers.succeed.check import check
from tinhgon.solvers.succeed.forecast import forecast
from tinhgon.solvers.succeed.months import full_months, months_after
from tinhgon.solvers.succeed.plan import Succession
from tinhgon.solvers.succeed.refusals import BadFigure, NoSuchSeat, SameId, SeatTwice
from tinhgon.solvers.succeed.solve import solve
from tinhgon.solvers.succeed.values import DEFAULT_WEIGHTS, Official, Seat, Share, SuccessionRules
from tinhgon.solvers.succeed.verify import broken
from tinhgon.solvers.watch import Limits

ON = date(2026, 1, 1)
RULES = SuccessionRules(
    on=ON, years=5, people_a_title=3, titles_a_person=3, rotation_months=36, rotation_left=120,
    reappoint_left=30, only_planned=False, term_months=60, least_terms=1, full_terms=2, most_terms=2,
    age_groups=0, age_gap=5,
)  # fmt: skip
HEAD = Seat(id="head", unit="a", title="Giám đốc", field="law", level=2)
YOUNG = date(2050, 1, 1)


def somebody(id: str, **facts: Any) -> Official:
    plain = {
        "unit": "a", "field": "law", "level": 1, "retires_on": YOUNG, "born": date(1988, 1, 1),
        "woman": False, "since": date(2020, 1, 1), "home": "p9",
    }  # fmt: skip
    return Official(id=id, **{**plain, **facts})


def takes(plan: Succession) -> dict[str, str]:
    return {move.vacancy.seat: move.official for move in plan.moves}


def barred(plan: Succession) -> dict[str, int]:
    return dict(plan.without[0].barred)


def test_a_retirement_and_a_term_make_vacancies_the_earliest_first() -> None:
    seats = [HEAD, replace(HEAD, id="deputy", level=1), replace(HEAD, id="chair", level=3)]
    officials = [
        somebody("old", seat="head", level=2, retires_on=date(2028, 5, 1)),
        somebody("ends", seat="deputy", term_until=date(2027, 3, 1)),
    ]

    found = forecast(officials, seats, RULES).vacancies

    assert [(one.seat, one.why, one.day) for one in found] == [
        ("chair", "empty", ON), ("deputy", "term", date(2027, 3, 1)),
        ("head", "retirement", date(2028, 5, 1)),
    ]  # fmt: skip


def test_an_unknown_retirement_is_listed_and_never_guessed() -> None:
    found = forecast([somebody("x", seat="head", retires_on=None)], [HEAD], RULES)

    assert not found.vacancies
    assert [(one.official, one.fact) for one in found.unknown] == [("x", "retires_on")]


def test_a_deputy_is_promoted_and_stands_in_the_plan_before() -> None:
    plan = solve([somebody("x")], [HEAD], RULES)

    assert takes(plan) == {"head": "x"}
    assert plan.moves[0].how == "promoted"
    assert [(one.seat, one.official) for one in plan.listed] == [("head", "x")]
    assert plan.proofs[0].proven


@pytest.mark.parametrize(
    ("facts", "seat", "rule"),
    [
        ({"level": 0}, {}, "level"),
        ({"retires_on": date(2029, 1, 1)}, {}, "leaves"),
        ({"retires_on": date(2025, 1, 1)}, {}, "retired"),
        ({"retires_on": None}, {}, "retirement_unknown"),
        ({}, {"qualifications": frozenset({"law degree"})}, "qualification"),
        ({"barred_until": date(2026, 6, 1)}, {}, "barred"),
        ({"home": "p1"}, {"not_local": True, "place": "p1"}, "local"),
        ({"home": None}, {"not_local": True, "place": "p1"}, "home_unknown"),
        ({"term_until": date(2027, 1, 1)}, {}, "term"),
        ({}, {"trainings": frozenset({"politics"})}, "training"),
        ({"level": 2, "unit": "b", "since": date(2024, 1, 1)}, {}, "spacing"),
        ({"level": 2, "unit": "b", "since": None}, {}, "since_unknown"),
        ({"level": 2, "unit": "b", "retires_on": date(2035, 1, 1)}, {}, "months_left"),
    ],
)
def test_each_rule_keeps_somebody_from_a_post_and_is_named(
    facts: dict[str, Any], seat: dict[str, Any], rule: str
) -> None:
    rules = replace(RULES, training_months={"politics": 18})

    plan = solve([somebody("x", **facts)], [replace(HEAD, **seat)], rules)

    assert not plan.moves
    assert barred(plan) == {rule: 1}
    assert plan.without[0].nearest == (("x", (rule,)),) or rule == "leaves"


def test_a_term_in_the_same_seat_may_follow_until_there_were_enough() -> None:
    holder = somebody("x", seat="head", level=2, term_until=date(2027, 1, 1), terms=1)

    again = solve([holder], [HEAD], RULES)
    never = solve([replace(holder, terms=2)], [HEAD], RULES)

    assert again.moves[0].how == "reappointed"
    assert barred(never) == {"terms": 1}
    assert never.idle == ("x",)


def test_a_promotion_opens_a_post_that_is_planned_in_turn() -> None:
    seats = [HEAD, replace(HEAD, id="deputy", level=1)]
    officials = [somebody("x", seat="deputy"), somebody("y", level=0)]

    plan = solve(officials, seats, RULES)

    assert takes(plan) == {"head": "x", "deputy": "y"}
    assert [(one.seat, one.why, one.holder) for one in plan.opened] == [("deputy", "moved", "x")]


def test_two_rotations_of_one_person_lie_36_months_apart() -> None:
    seats = [HEAD, replace(HEAD, id="late", unit="c")]
    leaves = somebody("old", seat="late", level=2, unit="c", retires_on=date(2028, 12, 31))
    officials = [somebody("x", level=2, unit="b"), leaves]

    soon = solve(officials, seats, RULES)
    later = solve([officials[0], replace(leaves, retires_on=date(2029, 1, 1))], seats, RULES)

    assert len(soon.moves) == 1
    assert takes(later) == {"head": "x", "late": "x"}


def test_no_more_than_three_stand_for_a_title_and_one_for_three_titles() -> None:
    seats = [replace(HEAD, id=f"h{number}") for number in range(5)]

    many = solve([somebody(f"x{number}") for number in range(5)], [HEAD], RULES)
    one = solve([somebody("x")], seats, RULES)

    assert len(many.listed) == 3
    assert len(one.listed) == 3


def test_only_those_in_the_plan_are_rotated() -> None:
    rules, rotated = replace(RULES, only_planned=True), somebody("x", level=2, unit="b")

    alone = solve([rotated], [HEAD], rules)
    planned = solve([rotated], [HEAD, replace(HEAD, id="chair", level=3)], replace(rules, highest_step=1))

    assert not alone.moves
    assert not broken(planned, [rotated], [HEAD, replace(HEAD, id="chair", level=3)], rules)
    assert planned.listed


def test_trainings_come_with_the_last_day_to_begin_them() -> None:
    leaves = somebody("old", seat="head", level=2, retires_on=date(2028, 5, 31))
    seat = replace(HEAD, trainings=frozenset({"politics", "english"}))

    plan = solve([somebody("x"), leaves], [seat], replace(RULES, training_months={"politics": 18}))

    assert [(one.training, one.before, one.start_by) for one in plan.trainings] == [
        ("english", date(2028, 5, 31), None), ("politics", date(2028, 5, 31), date(2026, 11, 30)),
    ]  # fmt: skip


def test_age_groups_and_shares_decide_between_equals() -> None:
    born = [date(1990, 1, 1), date(1991, 1, 1), date(1992, 1, 1), date(1985, 1, 1), date(1980, 1, 1)]
    officials = [somebody(f"x{place}", born=day, woman=place == 4) for place, day in enumerate(born)]
    rules = replace(RULES, age_groups=3, shares=(Share(name="women", percent=25),))

    plan = solve(officials, [HEAD], rules)

    assert {one.name: one.missing for one in plan.standings} == {"age_groups": 0, "women": 0}


def test_what_contradicts_itself_is_refused_by_name() -> None:
    with pytest.raises(SameId):
        check([somebody("x"), somebody("x")], [HEAD], RULES)
    with pytest.raises(NoSuchSeat):
        check([somebody("x", seat="nowhere")], [HEAD], RULES)
    with pytest.raises(SeatTwice):
        check([somebody("x", seat="head"), somebody("y", seat="head")], [HEAD], RULES)
    with pytest.raises(BadFigure):
        check([], [], replace(RULES, years=0))


def test_nobody_and_nothing_is_a_plan() -> None:
    assert not solve([], [], RULES).moves
    assert len(solve([], [HEAD], RULES).without) == 1


def case(seed: int) -> tuple[list[Official], list[Seat]]:
    rng = np.random.default_rng(seed)
    seats = [replace(HEAD, id=f"s{place}", unit="ab"[place % 2], level=1 + place % 2) for place in range(4)]
    officials = []
    for place in range(5):
        day = ON + timedelta(days=int(rng.integers(0, 9000)))
        officials.append(
            somebody(
                f"o{place}", unit="ab"[rng.integers(2)], level=int(rng.integers(0, 3)), retires_on=day,
                born=day - timedelta(days=22_000), field=("law", "tax")[rng.integers(2)],
                woman=bool(rng.integers(2)), seat=f"s{place}" if place < 3 and rng.random() < 0.7 else None,
                term_until=date(2028, 1, 1) if rng.random() < 0.3 else None, terms=1,
            )
        )  # fmt: skip
    return officials, seats


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_plans_keep_every_rule_and_their_bound(seed: int) -> None:
    officials, seats = case(seed)
    rules = replace(RULES, age_groups=2, shares=(Share(name="women", percent=40),), only_planned=True)

    plan = solve(officials, seats, rules, limits=Limits(seed=1))

    assert broken(plan, officials, seats, rules) == ()
    assert all(proof.proven for proof in plan.proofs)
    again = solve(officials, seats, rules, limits=Limits(seed=1))
    assert (again.moves, again.listed, again.proofs) == (plan.moves, plan.listed, plan.proofs)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_no_choice_of_successors_is_better(seed: int) -> None:
    officials, seats = case(seed)
    weights = replace(DEFAULT_WEIGHTS, listed_short=0, listed_percent=0)
    officials = [replace(one, term_until=None) for one in officials]
    plan = solve(officials, seats, replace(RULES, follow_ups=0, rotation_months=60), weights)

    assert plan.proofs[0].value == best_by_trying(officials, seats, weights)


def best_by_trying(officials: list[Official], seats: list[Seat], weights: Any) -> int:
    """Try every choice of one successor or none for each vacancy, a person moving once at most."""
    by_id = {one.id: one for one in seats}
    vacancies = forecast(officials, seats, RULES).vacancies
    options = [[None, *officials] for _ in vacancies]
    costs = []
    for choice in product(*options):
        taken = [one.id for one in choice if one is not None]
        if len(taken) == len(set(taken)):
            costs.append(
                sum(cost(a, by_id[v.seat], v.day, weights) for a, v in zip(choice, vacancies, strict=True))
            )
    return min(costs)


def cost(one: Official | None, seat: Seat, day: date, weights: Any) -> int:
    if one is None:
        return int(weights.vacant + weights.vacant_level * seat.level)
    step = seat.level - one.level
    left = days.full_months(day, one.retires_on) if one.retires_on and one.retires_on > day else -1
    end = date(2031, 1, 1)
    wrong = step not in (0, 1) or (step == 0 and one.unit == seat.unit) or one.retires_on is None
    wrong = wrong or one.retires_on < end or left < (120 if step == 0 else 60)
    wrong = wrong or (step == 0 and days.full_months(one.since, day) < 60)  # type: ignore[arg-type]
    if wrong:
        return 10**9
    price = weights.one_term * (left < 120) + weights.other_field * (one.field != seat.field)
    price += weights.rotated if step == 0 else weights.other_unit * (one.unit != seat.unit)
    return int(price + weights.opened * (one.seat is not None and one.level >= 1))


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_months_are_counted_as_everywhere_else(one: date, other: date) -> None:
    since, until = sorted((one, other))
    assert int(full_months(np.datetime64(since), np.datetime64(until))) == days.full_months(since, until)
    assert months_after(since, -18) == days.months_after(since, -18)


@given(st.lists(st.integers(1960, 1999), max_size=8))
def test_age_groups_lie_a_gap_apart(births: list[int]) -> None:
    found = groups(births, 5)
    assert found <= len(births)
    assert (found == 0) == (not births)
