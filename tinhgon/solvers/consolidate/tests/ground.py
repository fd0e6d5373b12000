"""Small territories for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tinhgon.solvers.consolidate.values import Standards, Territory


def territory(people: Sequence[float], borders: Sequence[tuple[int, int]], **changed: Any) -> Territory:
    """Give units U0, U1, … with people and neighbours, 10 km apart on a line, all of one group."""
    count = len(people)
    whole = {
        "codes": tuple(f"U{place}" for place in range(count)),
        "measures": {"population": np.array(people, np.float64)},
        "borders": np.array(borders, np.int32).reshape(-1, 2),
        "border_km": np.ones(len(borders)),
        "group": np.zeros(count, np.int32),
        "district": np.zeros(count, np.int32),
        "position": np.array([(10.0, 105 + 0.1 * place) for place in range(count)]).reshape(-1, 2),
        "may_seat": np.ones(count, np.bool_),
    }
    return Territory(**{**whole, **changed})


def chain(*people: float) -> Territory:
    """Give units in a row, each the neighbour of the next."""
    return territory(people, [(place, place + 1) for place in range(len(people) - 1)])


def standards(count: int, population: float = 0.0, **changed: Any) -> Standards:
    """Ask every unit, merged or not, for so many people; there is one class."""
    asked = {"population": np.array([population])}
    whole = {
        "sort": np.zeros(count, np.int32),
        "merged": asked,
        "alone": asked,
        "spared": np.zeros(count, np.bool_),
    }
    return Standards(**{**whole, **changed})
