from __future__ import annotations

import pytest

from tinhgon.solvers.place.fairness import UNKNOWN, fairness
from tinhgon.solvers.place.tests.small import person, post, task


def test_each_group_is_counted_once() -> None:
    people = [
        person(0, woman=True, age=30),
        person(1, leaves=True),
        person(2, woman=None, origin="C", age=None),
    ]
    figures = fairness(task(people, [post(0, level=3), post(1)]), ("Q0", None, None))

    assert set(figures["sex"]) == {"woman", "man", UNKNOWN}
    woman = figures["sex"]["woman"]
    assert (woman.placed, woman.raised, woman.km) == (1, 1, pytest.approx(0.0))
    assert (figures["origin"]["A"].left, figures["origin"]["C"].displaced) == (1, 1)
    assert set(figures["age"]) == {"30–41", "50+", UNKNOWN}
    assert all(sum(one.people for one in groups.values()) == 3 for groups in figures.values())
