import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.solvers.consolidate.columns import Sets
from tinhgon.solvers.consolidate.sweeping import order_of, swept

BLOCKS = 7
LINE = np.array([1, *(near for block in range(1, 6) for near in (block - 1, block + 1)), 5])
BEGIN = np.array([0, 1, 3, 5, 7, 9, 11, 12])


def runs(prices):
    """Give every run of at most three blocks of a line, with prices."""
    members = [
        [*range(first, first + size)] + [-1] * (3 - size)
        for size in (1, 2, 3)
        for first in range(BLOCKS - size + 1)
    ]
    costs = np.array(prices[: len(members)], dtype=float)
    return Sets(np.array(members, dtype=np.int32), costs, np.zeros((len(members), 2)))


def cheapest(sets):
    """Give the price of the best cover, block after block."""
    least = [0.0] + [np.inf] * BLOCKS
    for end in range(1, BLOCKS + 1):
        for members, price in zip(sets.members.tolist(), sets.prices.tolist(), strict=True):
            held = [block for block in members if block >= 0]
            if held[-1] == end - 1:
                least[end] = min(least[end], least[held[0]] + price)
    return least[BLOCKS]


@settings(max_examples=30, deadline=None)
@given(prices=st.lists(st.integers(0, 50), min_size=18, max_size=18), limit=st.integers(1, 120))
def test_a_sweep_finds_the_cheapest_plan_or_proves_there_is_none_within_the_limit(prices, limit):
    sets = runs(prices)

    found = swept(sets, sets.prices, order_of(LINE, BEGIN), limit + 0.5, 100.0, lambda: False)

    best = cheapest(sets)
    assert found.proven == pytest.approx(min(best, limit + 0.5))
    assert (found.chosen is not None) == (best <= limit)
    if found.chosen is not None:
        assert sets.prices[found.chosen].sum() == best


def test_the_order_of_a_line_runs_from_end_to_end():
    order = order_of(LINE, BEGIN).tolist()

    assert order in (list(range(BLOCKS)), list(range(BLOCKS))[::-1])
