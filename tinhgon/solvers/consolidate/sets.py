"""Every connected set of few units, each once, with its price: compiled, as there are millions.

The enumeration is ESU (Wernicke, Efficient detection of network motifs, 2006).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from tinhgon.solvers.consolidate.seats import EARTH_KM

SCALE = 1000  # prices are whole thousandths: sums of them are exact


@njit(cache=True)
def enumerate_sets(  # type: ignore[no-untyped-def]
    graph, unit, asked, weights, limits, out_members, out_prices
):
    """
    Write every connected set of blocks and its prices; give how many there are.

    A set none of whose units may be the seat is counted but not written, its members stay -1.

    :param graph: member, member_from, near, near_from, near_km, enemy, enemy_from of a `Field`.
    :param unit: outer_km, sums, sort, spared, people, points, may_seat, district of a `Field`.
    :param weights: (objectives, 6) price of each term in the order of `TERMS`.
    :param limits: units in a set at most; kilometres to the seat at most; members that waive standards.
    :param out_members: (room, blocks) filled up with -1; with no room sets are only counted.
    """
    member, member_from, near, near_from, near_km, enemy, enemy_from = graph
    blocks, room, most = len(member_from) - 1, len(out_members), int(limits[0])
    deep = out_members.shape[1]
    width = 1
    for b in range(blocks):
        width = max(width, near_from[b + 1] - near_from[b])
    ext, ext_len, ext_at, fresh, chosen, inside, seen, units, held, inner, km = _desk(
        deep, width, blocks, most
    )
    found = 0
    for root in range(blocks):
        ext[0, 0] = root
        ext_len[0], ext_at[0], depth = 1, 0, 0
        seen[root] = True
        while depth >= 0:
            if ext_at[depth] >= ext_len[depth]:
                depth -= 1
                if depth >= 0:
                    inside[chosen[depth]] = False
                    for place in range(ext_len[depth + 1] - fresh[depth + 1], ext_len[depth + 1]):
                        seen[ext[depth + 1, place]] = False
                continue
            block = ext[depth, ext_at[depth]]
            ext_at[depth] += 1
            if not _joins(
                block, depth, held, inside, units, km, member, member_from, enemy, enemy_from, unit, limits
            ):
                continue
            chosen[depth], inside[block] = block, True
            inner[depth + 1] = inner[depth] + _shared(block, inside, near, near_from, near_km)
            if found < room:
                size, km_in, prices = held[depth + 1], inner[depth + 1], out_prices[found]
                _price(units, size, km_in, km, unit, asked, weights, limits, prices)
                if prices[0] >= 0:
                    out_members[found, : depth + 1] = chosen[: depth + 1]
            found += 1
            if depth + 1 == deep or held[depth + 1] >= most:
                inside[block] = False
                continue
            _widen(depth, block, root, ext, ext_at, ext_len, fresh, seen, near, near_from)
            depth += 1
        seen[root] = False
    return found


@njit(cache=True)
def _shared(block, inside, near, near_from, near_km):  # type: ignore[no-untyped-def]
    """Give the border that a block shares with those of the set."""
    total = 0.0
    for place in range(near_from[block], near_from[block + 1]):
        if inside[near[place]]:
            total += near_km[place]
    return total


@njit(cache=True)
def _desk(deep, width, blocks, most):  # type: ignore[no-untyped-def]
    """Give the empty arrays that the enumeration works on."""
    ext = np.empty((deep + 1, width * (deep + 1)), dtype=np.int32)
    ext_len = np.zeros(deep + 1, dtype=np.int64)
    ext_at = np.zeros(deep + 1, dtype=np.int64)
    fresh = np.zeros(deep + 1, dtype=np.int64)
    chosen = np.empty(deep, dtype=np.int32)
    inside = np.zeros(blocks, dtype=np.bool_)
    seen = np.zeros(blocks, dtype=np.bool_)
    units = np.empty(most + 1, dtype=np.int32)
    held = np.zeros(deep + 1, dtype=np.int64)
    inner = np.zeros(deep + 1)
    km = np.zeros((most, most))
    return ext, ext_len, ext_at, fresh, chosen, inside, seen, units, held, inner, km


@njit(cache=True)
def _widen(depth, block, root, ext, ext_at, ext_len, fresh, seen, near, near_from):  # type: ignore[no-untyped-def]
    """Write what may join next: what might have joined before, and what only this block is next to."""
    count = 0
    for place in range(ext_at[depth], ext_len[depth]):
        ext[depth + 1, count] = ext[depth, place]
        count += 1
    before = count
    for place in range(near_from[block], near_from[block + 1]):
        other = near[place]
        if other > root and not seen[other]:
            seen[other] = True
            ext[depth + 1, count] = other
            count += 1
    fresh[depth + 1] = count - before
    ext_len[depth + 1], ext_at[depth + 1] = count, 0


@njit(cache=True)
def _joins(  # type: ignore[no-untyped-def]
    block, depth, held, inside, units, km, member, member_from, enemy, enemy_from, unit, limits
):
    """Add a block's units behind those of the set; tell whether any lawful set may hold them all."""
    points, have = unit[5], held[depth]
    size = member_from[block + 1] - member_from[block]
    if have + size > limits[0]:
        return False
    for place in range(enemy_from[block], enemy_from[block + 1]):
        if inside[enemy[place]] or enemy[place] == block:
            return False
    for step in range(size):
        one = member[member_from[block] + step]
        units[have + step] = one
        km[have + step, have + step] = 0.0
        for before in range(have + step):
            chord = 0.0
            for axis in range(3):
                chord += (points[one, axis] - points[units[before], axis]) ** 2
            far = 2 * EARTH_KM * np.arcsin(min(np.sqrt(chord) / 2, 1.0))
            far = 0.0 if np.isnan(far) else far
            if far > 2 * limits[1]:
                return False
            km[have + step, before] = km[before, have + step] = far
    held[depth + 1] = have + size
    return True


@njit(cache=True)
def _price(units, size, inner, km, unit, asked, weights, limits, out):  # type: ignore[no-untyped-def]
    """Write the prices of a set by every objective; -1 where no member may be its seat."""
    outer_km, sums, sort, spared, people, points, may_seat, district = unit
    travel = _least_travel(units, size, km, people, points, may_seat, limits[1])
    if travel < 0:
        out[0] = -1
        return
    highest, border, districts = 0, -2 * inner, 0
    for i in range(size):
        highest = max(highest, sort[units[i]])
        border += outer_km[units[i]]
        new = district[units[i]] >= 0
        for j in range(i):
            new = new and district[units[j]] != district[units[i]]
        districts += new
    missed, shortfall = 0, 0.0
    if not ((size == 1 and spared[units[0]]) or (size > 1 and size >= limits[2])):
        for m in range(sums.shape[1]):
            total = 0.0
            for i in range(size):
                total += sums[units[i], m]
            wanted = asked[0 if size == 1 else 1, m, highest]
            if total < wanted:
                missed += 1
                shortfall += 1 - total / wanted
    for p in range(len(weights)):
        w = weights[p]
        price = w[0] * missed + w[1] * shortfall + w[2] + w[3] * travel / 1000
        out[p] = round(SCALE * (price + w[4] * border / 2 + w[5] * max(districts - 1, 0)))


@njit(cache=True)
def _least_travel(units, size, km, people, points, may_seat, max_km):  # type: ignore[no-untyped-def]
    """Give the person-kilometres to the best seat; -1 where there is none."""
    if size == 1:
        return 0.0
    known = False
    for i in range(size):
        known = known or (may_seat[units[i]] and not np.isnan(points[units[i], 0]))
    least = -1.0
    for i in range(size):
        if not may_seat[units[i]] or (known and np.isnan(points[units[i], 0])):
            continue
        total, farthest = 0.0, 0.0
        for j in range(size):
            total += km[i, j] * people[units[j]]
            farthest = max(farthest, km[i, j])
        if farthest <= max_km and (least < 0 or total < least):
            least = total
    return least


def arguments(field: Any) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Give a field's arrays in the order in which the compiled code takes them."""
    graph = (field.members, field.member_from, field.near, field.near_from, field.near_km)
    unit = (field.outer_km, field.sums, field.sort, field.spared, field.people, field.points)
    return (*graph, field.enemy, field.enemy_from), (*unit, field.may_seat, field.district)
