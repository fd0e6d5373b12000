"""Which of many plans no other one beats in everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np


def front(plans: Sequence[Mapping[str, float]], objectives: Sequence[str]) -> list[int]:
    """
    Give the places of the plans that are not dominated: no other is as good in every objective and better in
    one. Less is better; plans that are alike stay together.

    Exact comparison of each with each: some hundred plans, a handful of objectives.
    """
    if not plans:
        return []
    values = np.array([[plan[name] for name in objectives] for plan in plans], float)
    no_worse = (values[:, None, :] <= values[None, :, :]).all(axis=2)
    better = (values[:, None, :] < values[None, :, :]).any(axis=2)
    return np.flatnonzero(~(no_worse & better).any(axis=0)).tolist()
