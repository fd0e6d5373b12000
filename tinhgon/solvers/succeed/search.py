"""The search of one round: a bound from the relaxed programme, the plan part by part, then the proof."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from tinhgon.solvers import linear
from tinhgon.solvers.blocks import Blocks, blocks, chunks, neighbours
from tinhgon.solvers.linear import Floats, Linear
from tinhgon.solvers.succeed.model import Round
from tinhgon.solvers.succeed.pairs import Pairs
from tinhgon.solvers.watch import Clock

EXACT, FINE = (
    1e-4,
    1e-9,
)  # of a bound, absolute and relative; all prices are whole, so the next whole number holds too
SMALL = 200  # vacancies that are planned at once
PART = 150  # vacancies of a part
PART_NODES, PROOF_NODES = 50, 2_000
PASSES = 6


def search(programme: Round, pairs: Pairs, clock: Clock) -> tuple[Floats, float, bool]:
    """Give the best plan found, a bound for all plans, and whether the search ended by its steps.

    Nobody moving is a plan, too: there always is one.
    """
    model = programme.model
    whole = blocks(model, _owners(programme, pairs))
    x = _nobody(whole, clock)
    _, duals = linear.relax(model, clock)
    least = _rounded(linear.bound(model, duals))
    clock.tell("proving", float(model.cost @ x), least)
    if len(pairs.vacancies) > SMALL:
        x = _by_parts(whole, pairs, x, least, clock)
    return _proven(model, x, duals, least, clock)


def _owners(programme: Round, pairs: Pairs) -> NDArray[np.int64]:
    owner = np.full(len(programme.model.cost), -1, np.int64)
    owner[programme.take] = pairs.vacancy
    for pair, column in programme.listed.items():
        owner[column] = pairs.vacancy[pair]
    return owner


def _nobody(whole: Blocks, clock: Clock) -> Floats:
    """Give the plan in which nobody moves; what follows from it is worked out, without a limit of time."""
    model = whole.model
    x = np.where(whole.owner >= 0, model.lower, model.upper)
    return whole.better(x, np.array([-1]), Clock(replace(clock.limits, seconds=None)), PART_NODES)


def _by_parts(whole: Blocks, pairs: Pairs, x: Floats, least: float, clock: Clock) -> Floats:
    """Plan field by field, then again and again some vacancies that want the same people."""
    cost = whole.model.cost
    fields = np.array([seat.field for seat in pairs.seats])
    for one in np.unique(fields):
        for part in chunks(np.flatnonzero(fields == one), PART):
            if clock.over():
                return x
            x = whole.better(x, part, clock, PART_NODES)
            clock.tell("searching", float(cost @ x), least)
    chance, near = np.random.default_rng(clock.limits.seed), _near(pairs)
    for _ in range(max(round(PASSES * clock.limits.effort), 1)):
        before = float(cost @ x)
        left = np.ones(len(fields), bool)
        for start in chance.permutation(len(fields)).tolist():
            if left[start] and not clock.over():
                part = neighbours(near, start, PART)
                left[part] = False
                x = whole.better(x, part, clock, PART_NODES)
                clock.tell("searching", float(cost @ x), least)
        if before - cost @ x < EXACT:
            break
    return x


def _near(pairs: Pairs) -> sparse.csr_array:
    """Tell which vacancies want the same people."""
    shape = len(pairs.vacancies), int(pairs.official.max(initial=-1)) + 1
    wants = sparse.csr_array((np.ones(len(pairs)), (pairs.vacancy, pairs.official)), shape=shape)
    near = sparse.csr_array(wants @ wants.T)
    near.sort_indices()
    return near


def _proven(
    model: Linear, x: Floats, duals: Floats, least: float, clock: Clock
) -> tuple[Floats, float, bool]:
    """Search the rest: columns whose reduced cost exceeds the gap stay, for moving them betters no plan."""
    value = float(model.cost @ x)
    reduced = model.cost - model.rows.T @ duals
    gap = value - linear.bound(model, duals)
    down, up = reduced > gap + EXACT, -reduced > gap + EXACT
    rest = replace(
        model, upper=np.where(down, model.lower, model.upper), lower=np.where(up, model.upper, model.lower)
    )
    if value <= least or not linear.keeps(rest, x):
        rest = model
    if value > least:
        found = linear.solve(rest, clock, start=x, nodes=PROOF_NODES, stage="proving")
        x = x if found.x is None or model.cost @ found.x > value else found.x
        if found.bound is not None:
            least = max(least, _rounded(min(found.bound, value)))
    return x, least, not clock.cut_short and clock.left > 0


def _rounded(bound: float) -> float:
    return float(math.ceil(bound - max(EXACT, FINE * abs(bound))))
