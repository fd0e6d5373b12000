"""A bound from any prices and tolls: it holds for every plan, also for pairs no search looked at."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import Ground
from tinhgon.solvers.place.model import Duals
from tinhgon.solvers.place.nearest import Charges, least
from tinhgon.solvers.place.pairs import Block, costs
from tinhgon.solvers.place.teams import Teams, quotas, tolls_of_people, tolls_on_posts
from tinhgon.solvers.place.values import DEPUTY, Floats, Ints


class Bound(NamedTuple):
    """What no plan can cost less than, and each person's part and best post at these prices."""

    value: float
    each: Floats
    post: Ints


def charges_of(ground: Ground, teams: Teams, duals: Duals) -> Charges:
    """Put prices and tolls on pairs."""
    facts = ground.facts
    quota = np.where(facts.q_level == DEPUTY, duals.deputies[facts.q_unit], 0.0)
    own = tolls_of_people(ground, teams, duals.tolls)
    return Charges(posts=duals.seats + quota, team=tolls_on_posts(ground, teams, duals.tolls), own=own)


def bound_of(ground: Ground, teams: Teams, duals: Duals, charges: Charges) -> Bound:
    """Take every rule on seats and groups into the price, then give everyone the best alone (Lagrange).

    Any prices ≥ 0 and tolls ≥ 0, those of soft rows at most their slack's price, give a valid bound:
    the least cost of each person − prices × seats − quotas' prices × quotas − tolls × limits.
    """
    each, post = least(ground, charges)
    paid = math.fsum(duals.seats * ground.facts.q_seats) + math.fsum(duals.deputies * quotas(ground))
    return Bound(math.fsum(each) - paid - math.fsum(duals.tolls * teams.limit), each, post)


def charged_pair(ground: Ground, charges: Charges, i: int, j: int) -> float:
    """Give one pair's cost and charges; NEVER and more where it is refused."""
    facts = ground.facts
    price = costs(ground, Block(np.array([i]), np.array([j])))[0, 0]
    leads, unit = facts.q_level[j] >= DEPUTY, facts.q_unit[j]
    own = sum(toll for where, only, toll in charges.own.get(i, ()) if where == unit and (leads or not only))
    return float(price + charges.posts[j] + charges.team[j, facts.p_group[i]] + own)


def charged_arcs(ground: Ground, arcs: Arcs, teams: Teams, duals: Duals, charges: Charges) -> Floats:
    """Give each arc's cost and charges; only rows that the arcs have are charged."""
    return arcs.cost + charges.posts[arcs.post] + teams.matrix.T @ duals.tolls
