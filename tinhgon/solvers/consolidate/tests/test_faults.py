"""Every fault of an input is found, named and said in both languages."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tinhgon.solvers.consolidate.faults import FaultyInput, assert_sound, faults_of
from tinhgon.solvers.consolidate.tests.ground import chain, standards, territory
from tinhgon.solvers.consolidate.values import Conditions, Territory

NAN = float("nan")
APART_IN_GROUPS = {"group": np.array([0, 1, 1], np.int32)}
ROW = [(0, 1), (1, 2)]


def names(*given: Any) -> list[str]:
    found = faults_of(*given)
    for fault in found:
        assert "{" not in fault.message("vi") + fault.message("en")
        assert fault.field
    return [fault.code for fault in found]


def test_a_sound_input_passes() -> None:
    assert_sound(chain(1, 2, 3), standards(3, 2), Conditions(together=((0, 1),), apart=((0, 2),)))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (territory([], []), "NoUnits"),
        (territory([1, 2], [], group=np.zeros(1, np.int32)), "WrongLength"),
        (territory([1, 2], [(0, 1)], border_km=np.ones(2)), "WrongLength"),
        (territory([1, 2], [], codes=("A", "A")), "DuplicateCode"),
        (chain(1, NAN), "MissingWeight"),
        (chain(1, float("inf")), "MissingWeight"),
        (chain(1, -2), "NegativeWeight"),
        (territory([1, 2], [(0, 2)]), "UnknownNeighbour"),
        (territory([1, 2], [(-1, 0)]), "UnknownNeighbour"),
        (territory([1, 2], [(1, 1)]), "OwnNeighbour"),
        (territory([1, 2], [(0, 1)], border_km=np.array([NAN])), "BadBorder"),
        (territory([1, 2], [], position=np.array([(95.0, 105.0), (NAN, NAN)])), "BadPosition"),
    ],
)
def test_faults_of_the_territory_are_named(given: Territory, name: str) -> None:
    assert names(given, None, Conditions()) == [name]


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"sort": np.zeros(2, np.int32)}, "WrongLength"),
        ({"sort": np.array([0, 3, 0], np.int32), "alone": {}}, "UnknownClass"),
        ({"merged": {"area_km2": np.zeros(1)}}, "MeasureMissing"),
        ({"merged": {"population": np.array([-1.0])}}, "BadStandard"),
        ({"alone": {"population": np.array([NAN])}}, "BadStandard"),
        ({"waived_from": 0}, "BadWaiver"),
    ],
)
def test_faults_of_the_standards_are_named(changed: dict[str, Any], name: str) -> None:
    assert names(chain(1, 2, 3), standards(3, 5, **changed), Conditions()) == [name]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"max_members": 0}, "TooFewMembers"),
        ({"max_km": -1.0}, "BadDistance"),
        ({"max_km": NAN}, "BadDistance"),
        ({"people": "headcount"}, "MeasureMissing"),
        ({"first": ("beauty",)}, "UnknownTerm"),
        ({"alone": (3,)}, "UnknownUnit"),
        ({"apart": ((0, -1),)}, "UnknownUnit"),
        ({"together": ((0, 1), (1, 2)), "apart": ((0, 2),)}, "TogetherAndApart"),
        ({"together": ((0, 1),), "alone": (1,)}, "AloneAndTogether"),
        ({"together": ((0, 2),), "alone": (1,)}, "TogetherNotConnected"),
        ({"apart": ((1, 1),)}, "ApartFromItself"),
        ({"together": ((0, 1, 2),), "max_members": 2}, "TogetherTooMany"),
    ],
)
def test_faults_of_the_conditions_are_named(asked: dict[str, Any], name: str) -> None:
    assert names(chain(1, 2, 3), None, Conditions(**asked)) == [name]


def test_what_must_be_together_must_be_of_one_group_and_connected() -> None:
    grouped = territory([1, 2, 3], ROW, **APART_IN_GROUPS)
    broken = territory([1, 2, 3], [(0, 1)])

    assert names(grouped, None, Conditions(together=((0, 1),))) == ["TogetherOverGroups"]
    assert names(broken, None, Conditions(together=((0, 2),))) == ["TogetherNotConnected"]


def test_all_faults_are_told_at_once() -> None:
    given = territory([-1, NAN, 3], [(0, 7), (2, 2)])

    with pytest.raises(FaultyInput) as refused:
        assert_sound(given, standards(3, -5), Conditions(max_members=0, alone=(9,)))

    codes = [fault["code"] for fault in refused.value.as_json()["faults"]]
    assert sorted(set(codes)) == [
        "BadStandard", "MissingWeight", "NegativeWeight", "OwnNeighbour", "TooFewMembers",
        "UnknownNeighbour", "UnknownUnit",
    ]  # fmt: skip
    assert "U0" in refused.value.message("vi")
