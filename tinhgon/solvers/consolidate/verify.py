"""Whether a plan keeps to every condition, told by code that shares nothing with the solver."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from tinhgon.core.errors import Refused
from tinhgon.solvers.consolidate.seats import apart_km, points_of
from tinhgon.solvers.consolidate.values import Conditions, Ints, Plan, Territory

ROUNDING_KM = 1e-6


class PlanBroken(Refused):
    """A plan does not keep to a condition; its facts name a unit by its code."""


class PlanBrokenUnplaced(PlanBroken):
    vi = "Phương án chưa xếp đơn vị {unit} vào đâu. Hãy xếp nó vào một đơn vị mới."
    en = "The plan leaves unit {unit} out. Put it into a new unit."


class PlanBrokenPieces(PlanBroken):
    vi = "Đơn vị mới có {unit} gồm những phần không liền nhau. Hãy thêm đơn vị nằm giữa hoặc tách ra."
    en = "The new unit of {unit} is in pieces. Add what lies between, or part it."


class PlanBrokenSize(PlanBroken):
    vi = "Đơn vị mới có {unit} gộp {found} đơn vị, tối đa {allowed}. Hãy bớt đi."
    en = "The new unit of {unit} has {found} members; at most {allowed} are allowed. Take some out."


class PlanBrokenGroup(PlanBroken):
    vi = "Đơn vị mới có {unit} và {other} thuộc hai nhóm không được gộp với nhau."
    en = "The new unit of {unit} and {other} crosses a line between groups."


class PlanBrokenTogether(PlanBroken):
    vi = "{unit} và {other} phải vào cùng một đơn vị mới."
    en = "{unit} and {other} must be in one new unit."


class PlanBrokenApart(PlanBroken):
    vi = "{unit} và {other} không được vào cùng một đơn vị mới."
    en = "{unit} and {other} must not be in one new unit."


class PlanBrokenAlone(PlanBroken):
    vi = "{unit} phải giữ nguyên, không gộp."
    en = "{unit} must stay as it is."


class PlanBrokenSeat(PlanBroken):
    vi = "Trụ sở {unit} không thuộc đơn vị mới của nó, hoặc không được đặt ở đó."
    en = "The seat {unit} is no member of its new unit, or may not be a seat."


class PlanBrokenFar(PlanBroken):
    vi = "{unit} cách trụ sở mới {found} km, tối đa {allowed} km."
    en = "{unit} is {found} km from the new seat; at most {allowed} km are allowed."


def assert_lawful(territory: Territory, conditions: Conditions, plan: Plan) -> None:
    """
    Check a plan against every condition.

    :raises PlanBroken: by the name of the first condition it does not keep to.
    """
    _all_placed(territory, plan)
    _in_one_piece(territory, plan)
    _not_too_many(territory, conditions, plan)
    _within_groups(territory, plan)
    _pins_kept(territory, conditions, plan)
    _seats_allowed(territory, plan)
    _near_enough(territory, conditions, plan)


def _all_placed(territory: Territory, plan: Plan) -> None:
    out = np.flatnonzero((plan.into < 0) | (plan.into >= len(plan)))
    if len(plan.into) != len(territory) or len(out):
        unit = int(out[0]) if len(out) else min(len(plan.into), len(territory) - 1)
        raise PlanBrokenUnplaced(unit=territory.codes[unit])
    empty = np.flatnonzero(np.bincount(plan.into, minlength=len(plan)) == 0)
    if len(empty):
        raise PlanBrokenSeat(unit=territory.codes[int(plan.seat[empty[0]])])


def _in_one_piece(territory: Territory, plan: Plan) -> None:
    a, b = territory.borders[:, 0], territory.borders[:, 1]
    kept = plan.into[a] == plan.into[b]
    size = len(territory)
    inner = coo_matrix((np.ones(int(kept.sum())), (a[kept], b[kept])), shape=(size, size))
    pieces, piece = connected_components(inner, directed=False)
    if pieces == len(plan):
        return
    _, first = np.unique(piece, return_index=True)
    times = np.bincount(plan.into[first], minlength=len(plan))
    raise PlanBrokenPieces(unit=territory.codes[_least(plan, int(np.argmax(times > 1)))])


def _least(plan: Plan, new: int) -> int:
    return int(np.argmax(plan.into == new))


def _not_too_many(territory: Territory, conditions: Conditions, plan: Plan) -> None:
    sizes = np.bincount(plan.into)
    for new in np.flatnonzero(sizes > conditions.max_members):
        unit = territory.codes[_least(plan, int(new))]
        raise PlanBrokenSize(unit=unit, found=int(sizes[new]), allowed=conditions.max_members)


def _within_groups(territory: Territory, plan: Plan) -> None:
    wrong = np.flatnonzero(territory.group != territory.group[plan.seat[plan.into]])
    if len(wrong):
        other = int(plan.seat[plan.into[wrong[0]]])
        raise PlanBrokenGroup(unit=territory.codes[int(wrong[0])], other=territory.codes[other])


def _pins_kept(territory: Territory, conditions: Conditions, plan: Plan) -> None:
    into, codes = plan.into, territory.codes
    for bundle in conditions.together:
        for other in bundle[1:]:
            if into[other] != into[bundle[0]]:
                raise PlanBrokenTogether(unit=codes[bundle[0]], other=codes[other])
    for a, b in conditions.apart:
        if into[a] == into[b]:
            raise PlanBrokenApart(unit=codes[a], other=codes[b])
    sizes = np.bincount(into)
    for unit in conditions.alone:
        if sizes[into[unit]] != 1:
            raise PlanBrokenAlone(unit=codes[unit])


def _seats_allowed(territory: Territory, plan: Plan) -> None:
    merged = np.bincount(plan.into) > 1
    inside: Ints = plan.into[plan.seat] == np.arange(len(plan))
    wrong = np.flatnonzero(~inside | (merged & ~territory.may_seat[plan.seat]))
    if len(wrong):
        raise PlanBrokenSeat(unit=territory.codes[int(plan.seat[wrong[0]])])


def _near_enough(territory: Territory, conditions: Conditions, plan: Plan) -> None:
    if conditions.max_km is None:
        return
    points = points_of(territory.position)
    km = apart_km(points, points[plan.seat[plan.into]])
    far = int(np.argmax(km))
    if km[far] > conditions.max_km + ROUNDING_KM:
        raise PlanBrokenFar(
            unit=territory.codes[far], found=round(float(km[far]), 2), allowed=conditions.max_km
        )
