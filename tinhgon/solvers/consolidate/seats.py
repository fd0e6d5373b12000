"""Where a merged unit has its seat: at the member to which its people travel least."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.consolidate.values import Conditions, Floats, Ints, Places, Plan, Territory

EARTH_KM = 6371.0088  # mean radius


def points_of(position: Floats) -> Floats:
    """Give (n, 3) points on the unit sphere; NaN where the position is unknown."""
    lat, lon = np.radians(position[:, 0]), np.radians(position[:, 1])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def apart_km(a: Floats, b: Floats) -> Floats:
    """Give great-circle kilometres between points of `points_of`; 0 where one is unknown.

    The haversine formula, told by the chord: sin(angle / 2) = chord / 2.
    """
    chord = np.sqrt(((a - b) ** 2).sum(axis=-1))
    return np.nan_to_num(2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1.0)))


def seats_of(
    territory: Territory, members: Ints, people: Floats, max_km: float | None = None
) -> tuple[Ints, Floats]:
    """
    Give the best seats of sets of equal size, and their person-kilometres; (-1, inf) where none may be.

    A unit left alone is its own seat. One whose position is unknown is taken only where no other may be:
    nobody knows how far it is. Equals are told apart by place.

    :param members: (sets, size) places in `Territory.codes`, rising in each set.
    """
    sets, size = members.shape
    if size == 1:
        return members[:, 0].astype(np.int32), np.zeros(sets)
    points = points_of(territory.position)[members]
    known = territory.may_seat[members] & ~np.isnan(points[:, :, 0])
    allowed = np.where(known.any(axis=1, keepdims=True), known, territory.may_seat[members])
    km = apart_km(points[:, :, None, :], points[:, None, :, :])
    if max_km is not None:
        allowed = allowed & (km.max(axis=2) <= max_km)
    travel = np.where(allowed, np.einsum("sij,sj->si", km, people[members]), np.inf)
    best = travel.argmin(axis=1)
    rows = np.arange(sets)
    least = travel[rows, best]
    return np.where(np.isfinite(least), members[rows, best], -1).astype(np.int32), least


def seated(territory: Territory, conditions: Conditions, into: Places) -> Plan:
    """
    Give the plan that puts each unit into the new unit of that number, with the best seats.

    New units are numbered anew, by their least members. Where no member may be the seat the first one is
    named, and the plan is not lawful.

    :param into: (n,) any whole numbers, equal for units of one new unit.
    """
    _, first, number = np.unique(into, return_index=True, return_inverse=True)
    rank = np.argsort(np.argsort(first))
    new_of: Ints = rank[number].astype(np.int32)
    order, sizes = np.argsort(new_of, kind="stable"), np.bincount(new_of)
    starts = np.cumsum(sizes) - sizes
    seat = np.sort(first).astype(np.int32)
    for size in np.unique(sizes):
        new = np.flatnonzero(sizes == size)
        members = order[starts[new][:, None] + np.arange(size)].astype(np.int32)
        best, _ = seats_of(territory, members, territory.measures[conditions.people], conditions.max_km)
        seat[new] = np.where(best >= 0, best, seat[new])
    return Plan(into=new_of, seat=seat)
