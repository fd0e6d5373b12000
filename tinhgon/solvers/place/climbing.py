"""Climbs in stages, over fewer pairs each; between them every pair is priced and those that pay come in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tinhgon.solvers.place.arcs import joined, kept, least_of
from tinhgon.solvers.place.bound import bound_of, charged_arcs, charges_of
from tinhgon.solvers.place.climb import climb
from tinhgon.solvers.place.flow import flow_duals
from tinhgon.solvers.place.ground import NEVER, SCALE
from tinhgon.solvers.place.master import Master, moved_to, tolls_of
from tinhgon.solvers.place.nearest import within
from tinhgon.solvers.place.teams import teams_of
from tinhgon.solvers.place.values import Flags, Ints

# Of each stage of a climb: how much a pair may lose to be in the next, the first step, the flows.
STAGES = (
    (150 * SCALE, 40.0 * SCALE, 5), (150 * SCALE, 30.0 * SCALE, 6), (150 * SCALE, 20.0 * SCALE, 8),
    (120 * SCALE, 10.0 * SCALE, 10), (80 * SCALE, 5.0 * SCALE, 10), (60 * SCALE, 2.0 * SCALE, 10),
)  # fmt: skip
SLIP = 2 * SCALE  # a pair this little dearer than the best is let in before it pays
ADDED = 12  # pairs a person that a pricing lets in


def climbed(master: Master) -> Master:
    """Climb in stages; between them every pair is priced and those that pay come in."""
    best, chosen = master, np.ones(len(master.arcs), np.bool_)
    for width, step, flows in STAGES:
        if master.clock.over():
            break
        master, post_of = _stage(master, chosen, step, flows)
        chosen = np.ones(len(master.arcs), np.bool_)
        if master.bound.value > best.bound.value:
            chosen = (master.charged() < width) | (post_of[master.arcs.person] == master.arcs.post)
            best = master
        else:  # pairs were missing and the tolls are wrong: from the best again, with those that came in
            master.duals, master.bound = moved_to(master.teams, best.teams, best.duals), best.bound
        master.clock.tell("pricing", bound=best.bound.value / SCALE)
    teams = teams_of(master.ground, master.arcs)
    master.teams, master.duals, master.bound = teams, moved_to(teams, best.teams, best.duals), best.bound
    return master


def _stage(master: Master, chosen: Flags, step: float, flows: int) -> tuple[Master, Ints]:
    ground, clock = master.ground, master.clock
    arcs = kept(master.arcs, chosen)
    top = climb(ground, clock, arcs, tolls_of(master.teams, master.duals), step, flows)
    duals = replace(flow_duals(ground, top.paid, top.teams, top.post_of), tolls=top.tolls)
    charges = charges_of(ground, top.teams, duals)
    bound = bound_of(ground, top.teams, duals, charges)
    paid = charged_arcs(ground, top.arcs, top.teams, duals, charges)
    most = np.maximum(least_of(ground, top.arcs, paid), np.minimum(bound.each, NEVER) + SLIP)
    wide = joined(ground, master.arcs, *within(ground, charges, most, ADDED))
    teams = teams_of(ground, wide)
    return Master(ground, clock, wide, teams, moved_to(teams, top.teams, duals), bound), top.post_of
