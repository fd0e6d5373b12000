"""One connected part of a territory, in arrays that compiled code reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from tinhgon.solvers.consolidate.seats import points_of
from tinhgon.solvers.consolidate.values import Conditions, Flags, Floats, Places, Standards, Territory


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Units that may end together, counted from 0; units that must are one *block* of them.

    :param units: (n,) their places in `Territory.codes`.
    :param block: (n,) the block of each; blocks are counted in the order of their least units.
    :param members, member_from: units block by block, and where each block begins.
    :param near, near_from, near_km: neighbours block by block, and the border shared with them.
    :param enemy, enemy_from: blocks that must not be with a block.
    :param outer_km: (n,) all the border of a unit.
    :param sums: (n, m) measures that standards are about.
    :param asked: (2, m, classes) standards of lone and of merged units.
    """

    units: Places
    block: Places
    members: Places
    member_from: Places
    near: Places
    near_from: Places
    near_km: Floats
    enemy: Places
    enemy_from: Places
    outer_km: Floats
    sums: Floats
    asked: Floats
    sort: Places
    spared: Flags
    people: Floats
    points: Floats
    may_seat: Flags
    district: Places
    inner: Places  # (e, 2) neighbouring units, for the few blocks in pieces

    @property
    def blocks(self) -> int:
        """Give the number of blocks."""
        return len(self.member_from) - 1


def fields_of(territory: Territory, standards: Standards, conditions: Conditions) -> Iterator[Field]:
    """Give the parts of a territory between which nothing may be merged, by their least units."""
    size = len(territory)
    block = _blocks(size, conditions)
    kept = _passable(territory, conditions)
    a, b = territory.borders[kept].T
    bundles = [(x, y) for bundle in conditions.together for x, y in pairwise(bundle)]
    tied = np.array(bundles, dtype=np.int64).reshape(-1, 2)
    heads, tails = np.concatenate([a, tied[:, 0]]), np.concatenate([b, tied[:, 1]])
    graph = coo_matrix((np.ones(len(heads)), (heads, tails)), shape=(size, size))
    count, part = connected_components(graph, directed=False)
    order, ends = np.argsort(part, kind="stable"), np.cumsum(np.bincount(part, minlength=count))
    edge_order = np.argsort(part[a], kind="stable")
    edge_ends = np.searchsorted(part[a][edge_order], np.arange(count + 1))
    outer = _outer(territory)
    edges = np.flatnonzero(kept)
    for index in range(count):
        units = order[ends[index - 1] if index else 0 : ends[index]].astype(np.int32)
        mine = edges[edge_order[edge_ends[index] : edge_ends[index + 1]]]
        yield _field(territory, standards, conditions, units, mine, block, outer)


def _blocks(size: int, conditions: Conditions) -> Places:
    pairs = [(bundle[0], other) for bundle in conditions.together for other in bundle[1:]]
    tied = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    graph = coo_matrix((np.ones(len(tied)), (tied[:, 0], tied[:, 1])), shape=(size, size))
    return connected_components(graph, directed=False)[1].astype(np.int32)


def _passable(territory: Territory, conditions: Conditions) -> Flags:
    """Tell which borders something may be merged across."""
    lone = np.zeros(len(territory), dtype=bool)
    lone[list(conditions.alone)] = True
    a, b = territory.borders[:, 0], territory.borders[:, 1]
    return (a != b) & (territory.group[a] == territory.group[b]) & ~lone[a] & ~lone[b]


def _outer(territory: Territory) -> Floats:
    a, b = territory.borders[:, 0], territory.borders[:, 1]
    km = np.where(a != b, territory.border_km, 0.0)
    size = len(territory)
    both = np.concatenate([a, b])
    return np.bincount(both, weights=np.tile(km, 2), minlength=size).astype(np.float64)


def _field(
    territory: Territory,
    standards: Standards,
    conditions: Conditions,
    units: Places,
    edges: Places,
    block_of: Places,
    outer: Floats,
) -> Field:
    local = {int(unit): place for place, unit in enumerate(units)}
    _, first, number = np.unique(block_of[units], return_index=True, return_inverse=True)
    block = np.argsort(np.argsort(first))[number].astype(np.int32)
    count = len(first)
    inner = np.searchsorted(units, territory.borders[edges]).astype(np.int32).reshape(-1, 2)
    near, near_from, near_km = _neighbours(block[inner], territory.border_km[edges], count)
    enemies = [(local[x], local[y]) for x, y in conditions.apart if x in local and y in local]
    hostile = block[np.array(enemies, dtype=np.int32).reshape(-1, 2)]
    enemy, enemy_from, _ = _neighbours(hostile, np.zeros(len(hostile)), count, itself=True)
    names = [name for name in territory.measures if name in {*standards.merged, *standards.alone}]
    return Field(
        units=units,
        block=block,
        members=np.argsort(block, kind="stable").astype(np.int32),
        member_from=np.concatenate([[0], np.cumsum(np.bincount(block, minlength=count))]).astype(np.int32),
        near=near,
        near_from=near_from,
        near_km=near_km,
        enemy=enemy,
        enemy_from=enemy_from,
        outer_km=outer[units],
        sums=np.stack([territory.measures[name][units] for name in names], axis=1)
        if names
        else np.zeros((len(units), 0)),
        asked=_asked(standards, names),
        sort=standards.sort[units].astype(np.int32),
        spared=standards.spared[units],
        people=territory.measures[conditions.people][units].astype(np.float64),
        points=points_of(territory.position[units]),
        may_seat=territory.may_seat[units],
        district=territory.district[units].astype(np.int32),
        inner=inner,
    )


def _neighbours(
    pairs: Places, km: Floats, count: int, *, itself: bool = False
) -> tuple[Places, Places, Floats]:
    """Give neighbours one after the other, where each one's begin, and the kilometres; parallels added up."""
    kept = np.ones(len(pairs), dtype=bool) if itself else pairs[:, 0] != pairs[:, 1]
    heads, tails = pairs[kept, 0], pairs[kept, 1]
    rows, columns = np.concatenate([heads, tails]), np.concatenate([tails, heads])
    keys, place = np.unique(rows.astype(np.int64) * count + columns, return_inverse=True)
    total = np.bincount(place, weights=np.concatenate([km[kept], km[kept]]), minlength=len(keys))
    begin = np.searchsorted(keys // max(count, 1), np.arange(count + 1))
    return (keys % max(count, 1)).astype(np.int32), begin.astype(np.int32), total.astype(np.float64)


def _asked(standards: Standards, names: list[str]) -> Floats:
    classes = int(standards.sort.max(initial=0)) + 1
    asked = np.zeros((2, len(names), classes))
    for place, table in enumerate((standards.alone, standards.merged)):
        for row, name in enumerate(names):
            if name in table:
                asked[place, row] = np.asarray(table[name], dtype=float)[:classes]
    return asked
