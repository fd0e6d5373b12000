"""A chart stays small and shows the whole course."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tinhgon.lab.running.points import MOST, Point, thinned


@given(st.integers(1, 5000))
def test_points_are_few_and_keep_both_ends(count: int) -> None:
    points: list[Point] = [[float(one), None, None] for one in range(count)]
    kept = thinned(points)
    assert len(kept) <= MOST
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert kept == sorted(kept)
