"""A part proven by sweeps to and fro: each gives the other what the rest costs at least."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.consolidate.columns import Sets
from tinhgon.solvers.consolidate.sweeping.kernel import sweep
from tinhgon.solvers.consolidate.values import Floats, Places

BEAM, WIDER = 1000, 4  # states kept at a block in the first sweeps, and how many times more in the next
WORK = 16_000_000  # states of the widest sweep
ROOM, LEAST_ROOM, MOST_ROOM = 100, 300_000, 3_000_000  # states that wait: times those kept, and limits
HOPE = 0.1  # part of the limit that the first sweeps must prove for wider ones to be tried
EASY = 2000  # more blocks are not swept


@dataclass(frozen=True, slots=True, eq=False)
class Swept:
    """What the sweeps of a part found.

    :param chosen: places of the sets of the cheapest plan come upon; None where there is none.
    :param proven: what no plan costs less than, beyond the duals; the limit at most.
    """

    chosen: Places | None
    proven: float


def swept(
    sets: Sets, reduced: Floats, order: Places, limit: float, effort: float, stopped: Callable[[], bool]
) -> Swept:
    """
    Search all plans whose reduced costs sum up to the limit at most.

    Dynamic programming over the covered blocks (the cheapest way to each is kept), the dearest states given
    up where there are too many; what was given up cost so much at least, which is the bound.

    :param reduced: of every set, none negative.
    :param order: in which the blocks are swept.
    """
    blocks = len(order)
    forth = np.argsort(order)
    ways = (forth, blocks - 1 - forth)
    rest = (np.zeros(blocks + 1), np.zeros(blocks + 1))
    best, chosen, proven, beam = limit, None, 0.0, BEAM
    while beam * blocks <= WORK * effort:
        kept = np.flatnonzero(reduced <= best)
        for way in (0, 1):
            places, packed = _packed(sets.members[kept], reduced[kept], ways[way])
            least = np.empty(blocks + 1)
            room = min(ROOM * beam + LEAST_ROOM, MOST_ROOM, 2 << min(blocks, 30))
            cost, found, lost = sweep(packed, rest[way], best, beam, room, least)
            if len(found):
                best, chosen = min(best, cost), kept[places[found]]
            proven = max(proven, min(lost, best))
            if lost >= best or stopped():
                return Swept(chosen, proven)
            other = rest[1 - way]
            np.maximum(other, np.minimum(least, best)[::-1], out=other)
        if proven < HOPE * best:
            break
        beam *= WIDER
    return Swept(chosen, proven)


def _packed(
    members: Places, prices: Floats, place_of: Places
) -> tuple[Places, tuple[np.ndarray, Places, Floats, Places]]:
    """Give sets by their first block and price, as the compiled code takes them, and where each was."""
    held = members >= 0
    place = place_of[members]
    first = np.where(held, place, len(place_of)).min(axis=1)
    order = np.lexsort((np.arange(len(members)), prices, first))
    place, held = place[order], held[order]
    masks = np.zeros((len(members), (len(place_of) + 63) // 64), dtype=np.uint64)
    for column in range(members.shape[1]):
        rows = np.flatnonzero(held[:, column])
        at = place[rows, column]
        masks[rows, at >> 6] |= np.uint64(1) << (at & 63).astype(np.uint64)
    tops = (np.where(held, place, -1).max(axis=1) + 1).astype(np.int32)
    begin = np.searchsorted(first[order], np.arange(len(place_of) + 1))
    return order, (masks, tops, prices[order], begin)
