"""What the solver's process runs, by trade; nothing here knows Django."""

from __future__ import annotations

from dataclasses import dataclass

from tinhgon.solvers.consolidate.values import Conditions, Consolidated, Standards, Territory, Weights
from tinhgon.solvers.watch import Limits, Watch


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Consolidating:
    """All that a consolidation depends on.

    :param threshold: of `conditions.people`, which as many new units as can be shall reach; None: the
        cheapest plan is wanted.
    """

    territory: Territory
    standards: Standards
    weights: Weights
    conditions: Conditions
    threshold: float | None = None


def consolidate(asked: Consolidating, *, limits: Limits, watch: Watch, resume: bytes | None) -> Consolidated:
    """Find the cheapest plan, or the one with the most units above a threshold.

    :raises Refused: no plan keeps to the conditions, or the territory is not sound.
    """
    # Loaded here: only the process that solves pays for compilers and solvers.
    from tinhgon.solvers.consolidate.maxp import solve_max_p
    from tinhgon.solvers.consolidate.solve import solve

    if asked.threshold is not None:  # a search that keeps nothing: begun again, it comes to the same
        least = {asked.conditions.people: asked.threshold}
        return solve_max_p(asked.territory, least, asked.conditions, limits, watch)
    given = asked.territory, asked.standards, asked.weights, asked.conditions
    return solve(*given, limits=limits, watch=watch, resume=resume)
