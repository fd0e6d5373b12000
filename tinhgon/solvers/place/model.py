"""The linear model over given arcs: everyone once, seats, quotas of deputies, the rows of teams."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.highs import Model
from tinhgon.solvers.place.teams import HARD, Teams, quotas
from tinhgon.solvers.place.values import DEPUTY, Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Duals:
    """Prices of seats and of deputies' places, and the tolls of the rows; none negative."""

    seats: Floats
    deputies: Floats
    tolls: Floats


def model_of(ground: Ground, arcs: Arcs, teams: Teams, *, whole: bool) -> Model:
    """Build it; columns: the arcs, no post of each person, the slack of each soft row."""
    facts, n, m = ground.facts, len(ground.person), len(ground.post)
    units, soft = len(ground.unit), np.flatnonzero(teams.slack != HARD)
    ones = np.ones(len(arcs))
    deputies = np.flatnonzero(facts.q_level[arcs.post] == DEPUTY)
    at, where = facts.q_unit[arcs.post[deputies]], np.arange(len(arcs))
    blocks = [
        [sparse.csr_matrix((ones, (arcs.person, where)), (n, len(arcs))), sparse.eye(n), None],
        [sparse.csr_matrix((ones, (arcs.post, where)), (m, len(arcs))), None, None],
        [sparse.csr_matrix((ones[deputies], (at, deputies)), (units, len(arcs))), None, None],
        [teams.matrix, None, -sparse.eye(len(teams.rows), format="csc")[:, soft]],
    ]  # fmt: skip
    matrix = sparse.bmat(blocks, format="csc")
    out = facts.p_out.astype(np.float64)
    forced = 10.0 * max(arcs.cost.max(initial=0), facts.p_out[facts.p_out < NEVER].max(initial=1))
    most = np.concatenate([ones, np.ones(n), np.full(len(soft), np.inf)])
    low = np.concatenate([np.ones(n), np.full(m + units + len(teams.rows), -np.inf)])
    high = np.concatenate([np.ones(n), facts.q_seats, quotas(ground), teams.limit]).astype(np.float64)
    return Model(
        cost=np.concatenate([arcs.cost, np.minimum(out, forced), teams.slack[soft]]).astype(np.float64),
        most=most,
        matrix=matrix,
        low=low,
        high=high,
        whole=np.arange(len(most)) < len(arcs) + n if whole else None,
    )


def part(model: Model, columns: Ints, rows: Ints, *, whole: bool) -> Model:
    """Take some columns and rows of a model; the columns touch no other row that matters."""
    return Model(
        cost=model.cost[columns],
        most=model.most[columns],
        matrix=model.matrix[:, columns].tocsr()[rows].tocsc(),
        low=model.low[rows],
        high=model.high[rows],
        whole=None if model.whole is None or not whole else model.whole[columns],
    )


def duals_of(ground: Ground, teams: Teams, row_duals: Floats) -> Duals:
    """Read a model's duals; what rounding made wrong of sign or too large is put right."""
    n, m, units = len(ground.person), len(ground.post), len(ground.unit)
    prices = np.maximum(-row_duals, 0.0)
    tolls = prices[n + m + units :]
    return Duals(
        seats=prices[n : n + m],
        deputies=prices[n + m : n + m + units],
        tolls=np.where(teams.slack == HARD, tolls, np.minimum(tolls, teams.slack)),
    )
