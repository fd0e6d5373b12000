"""Conditions that leave no plan are named, no more of them than collide."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.solvers.consolidate.conflicts import NoPlan, assert_possible, explain
from tinhgon.solvers.consolidate.conflicts.named import each_of
from tinhgon.solvers.consolidate.conflicts.possible import is_possible, rules_of
from tinhgon.solvers.consolidate.tests.ground import chain, territory
from tinhgon.solvers.consolidate.values import Conditions, Territory

ROW = chain(1, 1, 1, 1, 1)
GROUPED = territory([1, 1, 1], [(0, 1), (1, 2)], group=np.array([0, 0, 1], np.int32))


def kinds(given: Territory, **asked: Any) -> list[str]:
    return sorted(condition.kind for condition in explain(given, Conditions(**asked)))


def test_conditions_that_can_be_kept_are_no_conflict() -> None:
    assert kinds(ROW, together=((0, 1), (3, 4)), apart=((1, 3),), alone=(2,), max_members=2) == []


@pytest.mark.parametrize(
    ("given", "asked", "conflict"),
    [
        (ROW, {"together": ((0, 1), (1, 2)), "apart": ((0, 2), (3, 4))}, ["apart", "together", "together"]),
        (ROW, {"together": ((0, 2),), "alone": (1, 4)}, ["alone", "together"]),
        (ROW, {"together": ((0, 3),), "max_members": 3}, ["max_members", "together"]),
        (ROW, {"together": ((0, 2),), "apart": ((1, 2),)}, ["apart", "together"]),
        (ROW, {"together": ((0, 2), (1, 3)), "max_members": 3}, ["max_members", "together", "together"]),
        (ROW, {"together": ((0, 4),), "max_km": 15.0}, ["max_km", "together"]),
        (GROUPED, {"together": ((0, 2),)}, ["group", "together"]),
        (territory([1, 1], [(0, 1)], may_seat=np.zeros(2, np.bool_)), {"together": ((0, 1),)},
         ["may_seat", "together"]),
        (territory([1, 1], []), {"together": ((0, 1),)}, ["together"]),
    ],
)  # fmt: skip
def test_only_what_collides_is_named(given: Territory, asked: dict[str, Any], conflict: list[str]) -> None:
    assert kinds(given, **asked) == conflict


def test_a_conflict_is_said_in_words() -> None:
    with pytest.raises(NoPlan) as refused:
        assert_possible(ROW, Conditions(together=((0, 2),), alone=(1,)))

    assert refused.value.message("en") == (
        "No plan keeps to all of these: U1 stays as it is. U0, U2 end in one unit. Drop or relax one of them."
    )
    assert "U1 giữ nguyên." in refused.value.message("vi")


units = st.integers(0, 6)
pairs = st.tuples(units, units).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(pairs, max_size=9), st.lists(pairs, max_size=4), st.lists(pairs, max_size=4),
    st.lists(units, max_size=2), st.integers(1, 5),
)  # fmt: skip
def test_without_any_one_of_a_conflict_there_is_a_plan(
    borders: list[Any], together: list[Any], apart: list[Any], alone: list[int], most: int
) -> None:
    ground = territory([1.0] * 7, borders)
    asked = Conditions(
        together=tuple(together), apart=tuple(apart), alone=tuple(alone), max_members=most, max_km=25.0
    )

    conflict = explain(ground, asked)

    assert set(conflict) <= set(each_of(ground, asked))
    if conflict:
        assert not is_possible(rules_of(ground, asked, conflict))
    for dropped in conflict:
        rest = [condition for condition in conflict if condition is not dropped]
        assert is_possible(rules_of(ground, asked, rest))
