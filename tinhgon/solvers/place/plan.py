"""A plan while it is searched: who is where, what it costs, and how far it is from keeping the hard rules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.teams import HARD, Teams
from tinhgon.solvers.place.values import Flags, Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """What a plan comes to.

    :param value: its cost, hard rules aside; who must get a post and has none counts nothing.
    :param over: (rows,) how far each row is above its limit.
    :param forced: how many must get a post and have none.
    """

    value: int
    over: Ints
    broken: Flags
    forced: int

    @property
    def sound(self) -> bool:
        """Tell whether every hard rule is kept."""
        return not self.forced and not self.broken.any()

    @property
    def rank(self) -> tuple[int, int]:
        """Order plans: first by what they break, then by cost."""
        return self.forced + int(self.over[self.broken].sum()), self.value


def standing(ground: Ground, arcs: Arcs, teams: Teams, post_of: Ints) -> Standing:
    """Measure a plan whose pairs are all among the arcs."""
    out = ground.facts.p_out[post_of < 0]
    used = (post_of[arcs.person] == arcs.post).astype(np.int64)
    over = np.maximum(np.rint(teams.matrix @ used).astype(np.int64) - teams.limit, 0)
    soft = teams.slack != HARD
    value = int(out[out < NEVER].sum() + (arcs.cost * used).sum() + (over * teams.slack)[soft].sum())
    return Standing(value=value, over=over, broken=~soft & (over > 0), forced=int((out >= NEVER).sum()))


def mended(ground: Ground, arcs: Arcs, teams: Teams, post_of: Ints) -> Ints:
    """Take people out of their posts until no hard row is broken, the cheapest to take out first."""
    post_of = post_of.copy()
    out = ground.facts.p_out
    for row in np.flatnonzero(standing(ground, arcs, teams, post_of).broken):
        touched = teams.matrix.indices[teams.matrix.indptr[row] : teams.matrix.indptr[row + 1]]
        held = arcs.person[touched][post_of[arcs.person[touched]] == arcs.post[touched]]
        spare = len(held) - teams.limit[row]
        if spare > 0:
            post_of[held[np.lexsort((held, out[held]))][:spare]] = -1
    return post_of
