"""The front holds what nobody beats, and something for each that is beaten."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.lab.pareto import front

plans = st.lists(st.fixed_dictionaries({"a": st.integers(0, 6), "b": st.integers(0, 6)}), max_size=20)


def beats(one: dict[str, int], other: dict[str, int]) -> bool:
    return one != other and all(one[name] <= other[name] for name in one)


@settings(max_examples=100, deadline=None)
@given(plans)
def test_a_plan_is_on_the_front_if_and_only_if_nobody_beats_it(plans: list[dict[str, int]]) -> None:
    unbeaten = [place for place, plan in enumerate(plans) if not any(beats(other, plan) for other in plans)]
    assert front(plans, ["a", "b"]) == unbeaten
