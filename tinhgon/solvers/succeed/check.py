"""Whether officials, seats and figures fit together, before anything is planned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tinhgon.core.errors import Said
from tinhgon.solvers.succeed.refusals import BadFigure, NoSuchSeat, SameId, SeatTwice
from tinhgon.solvers.succeed.values import Official, Seat, SuccessionRules

OFFICIALS, SEATS = Said("người", "officials"), Said("vị trí", "seats")
LEAST = {
    "years": 1, "people_a_title": 1, "titles_a_person": 1, "rotation_months": 0, "rotation_left": 0,
    "reappoint_left": 0, "term_months": 1, "least_terms": 0, "full_terms": 0, "age_groups": 0, "age_gap": 1,
    "bridge_months": 0, "highest_step": 1, "candidates": 1, "follow_ups": 0,
}  # fmt: skip


def check(officials: Sequence[Official], seats: Sequence[Seat], rules: SuccessionRules) -> None:
    """Refuse what contradicts itself.

    :raises SameId: two officials or two seats bear one id.
    :raises NoSuchSeat: somebody holds a seat that is not there.
    :raises SeatTwice: two hold one seat.
    :raises BadFigure: a figure of the rules makes no sense.
    """
    for name, least in LEAST.items():
        if (found := getattr(rules, name)) < least:
            raise BadFigure(name=name, found=found, least=least)
    _once([one.id for one in officials], OFFICIALS)
    _once([one.id for one in seats], SEATS)
    known, holders = {one.id for one in seats}, defaultdict(list)
    for one in officials:
        if one.seat is not None:
            holders[one.seat].append(one.id)
            if one.seat not in known:
                raise NoSuchSeat(official=one.id, seat=one.seat)
    for seat, found in holders.items():
        if len(found) > 1:
            raise SeatTwice(seat=seat, officials=tuple(found))


def _once(ids: list[str], what: Said) -> None:
    for one, times in Counter(ids).items():
        if times > 1:
            raise SameId(id=one, what=what)
