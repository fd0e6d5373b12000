"""The figures of a plan that people compare, and whether it keeps to the conditions."""

from __future__ import annotations

from typing import Any

import numpy as np

from tinhgon.core.errors import Refused
from tinhgon.lab.files.grounds import Tabled
from tinhgon.solvers.consolidate import evaluate
from tinhgon.solvers.consolidate.values import Plan
from tinhgon.solvers.consolidate.verify import assert_lawful


def figures_of(ground: Tabled, plan: Plan) -> dict[str, float | None]:
    """Give sizes, distances and standards of a plan; None where nobody counted."""
    figures = evaluate.figures_of(ground.territory, ground.standards, ground.conditions, plan)
    people = figures.sums[ground.conditions.people]
    short = np.zeros(len(plan), np.bool_)
    for measure in figures.asked:
        short |= figures.short(measure)
    total = float(people.sum())
    return {
        "units": float(len(plan)),
        "merged": float((figures.size > 1).sum()),
        "largest": float(figures.size.max()),
        "least_people": float(people.min()),
        "most_people": float(people.max()),
        "mean_km": float(figures.people_km.sum()) / total if total else None,
        "farthest_km": float(figures.radius_km.max()),
        "below": float(short.sum()),
        "waived": float((short & (figures.waived | figures.spared)).sum()),
    }


def broken(ground: Tabled, plan: Plan) -> dict[str, Any] | None:
    """Give the first condition that a plan does not keep to; None for a lawful one."""
    try:
        assert_lawful(ground.territory, ground.conditions, plan)
    except Refused as refusal:
        return refusal.as_json()
    return None
