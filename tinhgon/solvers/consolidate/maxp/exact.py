"""The most regions of a small map, proven: least sets that share no block, as many as can be."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from ortools.sat.python import cp_model

from tinhgon.solvers.consolidate.maxp.ground import Ground
from tinhgon.solvers.consolidate.maxp.minimal import Sets
from tinhgon.solvers.consolidate.values import Ints

SMALL, SETS_AT_MOST, EFFORT = 60, 20_000, 30.0  # blocks; least sets; deterministic seconds of CP-SAT


def may_be_proven(ground: Ground, sets: Sets | None) -> bool:
    """Tell whether least sets are all there is to choose from: not where only larger sets have a seat."""
    small = len(ground) <= SMALL and not ground.seats_matter
    return sets is not None and small and 1 < len(sets[1]) <= SETS_AT_MOST


def best_packing(ground: Ground, sets: Sets, effort: float, seed: int) -> tuple[Ints, int]:
    """Give the region of each block, what is in none by itself, and the most regions there can be."""
    members, begins = sets
    each = [members[begin:end].tolist() for begin, end in pairwise(begins)]
    each = [blocks for blocks in each if _at_peace(ground, blocks)]
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in each]
    of_block: list[list[cp_model.IntVar]] = [[] for _ in range(len(ground))]
    for taken, blocks in zip(chosen, each, strict=True):
        for block in blocks:
            of_block[block].append(taken)
    for takers in of_block:
        model.add_at_most_one(takers)
    model.maximize(sum(chosen))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.random_seed = 1, seed % 2**31
    solver.parameters.max_deterministic_time = EFFORT * effort
    status = solver.solve(model)
    into = np.arange(len(ground), dtype=np.int32)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return into, len(ground)
    for taken, blocks in zip(chosen, each, strict=True):
        if solver.boolean_value(taken):
            into[blocks] = blocks[0]
    return into, math.floor(solver.best_objective_bound + 1e-6)


def _at_peace(ground: Ground, blocks: list[int]) -> bool:
    foes = {int(foe) for b in blocks for foe in ground.foe[ground.foe_from[b] : ground.foe_from[b + 1]]}
    return foes.isdisjoint(blocks)
