"""The search for most regions: anneals from every block by itself, and hands out what is left over."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.consolidate.maxp.annealing import anneal
from tinhgon.solvers.consolidate.maxp.bound import by_share
from tinhgon.solvers.consolidate.maxp.ground import Ground
from tinhgon.solvers.consolidate.maxp.minimal import Sets, some_sets
from tinhgon.solvers.consolidate.maxp.moves import seatable, welcome
from tinhgon.solvers.consolidate.maxp.packing import better_packed
from tinhgon.solvers.consolidate.values import Flags, Floats, Ints
from tinhgon.solvers.watch import Clock

# Briefly where least sets are known: packing these goes on from there, and finds more.
LONG, BRIEF, STEPS_AT_LEAST, STRIDE = 20_000, 2_000, 20_000, 1 << 22
SEED = 0x9E3779B97F4A7C15  # golden ratio: seeds that lie close give unlike numbers


def most_regions(ground: Ground, sets: Sets | None, clock: Clock, bound: int) -> Ints:
    """Give the region of each block; stops early where the bound is reached."""
    into = _annealed(ground, LONG if sets is None else BRIEF, clock, bound)
    full = full_regions(ground, into)
    if full.sum() >= bound or clock.over():
        return into
    known = some_sets(ground) if sets is None else sets
    return better_packed(ground, known, by_share(ground), into, full, clock, bound)


def _annealed(ground: Ground, steps_a_block: int, clock: Clock, bound: int) -> Ints:
    count = len(ground)
    steps = int(max(STEPS_AT_LEAST, steps_a_block * count) * clock.limits.effort)
    state = _alone(ground)
    full = int((ground.weight >= ground.least).all(axis=1).sum())
    tally = np.array([full, full, 2], np.int64)
    word = np.array([(clock.limits.seed + 1) * SEED & (2**64 - 1)], np.uint64)
    best: Ints = state[0].copy()
    ways = (ground.near_from, ground.near, ground.foe_from, ground.foe, ground.weight, ground.size)
    limits = (ground.least, ground.most, ground.seats_matter, *_seats(ground))
    for begin in range(0, steps, STRIDE):
        if clock.over() or tally[1] >= bound:
            break
        anneal(ways, limits, state, tally, word, best, begin, min(begin + STRIDE, steps), steps)
        clock.tell("searching", best=-float(tally[1]), bound=-float(bound))
    return best


def full_regions(ground: Ground, into: Ints) -> Flags:
    """Tell of every region number whether it reaches the threshold."""
    sums = np.zeros((int(into.max()) + 1, len(ground.least)), np.int64)
    np.add.at(sums, into, ground.weight)
    return (sums >= ground.least).all(axis=1) & (np.bincount(into) > 0)


def handed_out(ground: Ground, into: Ints) -> tuple[Ints, Ints]:
    """
    Put what is in no full region into the lightest full one beside it that may take it.

    :return: the region of each block, and the blocks that nothing could take: they stay by themselves.
    """
    full = full_regions(ground, into)
    open_ = np.flatnonzero(~full[into]).astype(np.int32)
    into = into.copy()
    into[open_] = len(full) + np.arange(len(open_))
    full = np.concatenate([full, np.zeros(len(open_), np.bool_)])
    units = np.bincount(into, ground.size, minlength=len(full)).astype(np.float64)
    load = np.bincount(into, ground.share.mean(axis=1), minlength=len(full)).astype(np.float64)
    while True:
        left = []
        for block in open_.tolist():
            region = _taker(ground, into, full, units, load, block)
            if region < 0:
                left.append(block)
                continue
            into[block] = region
            units[region] += ground.size[block]
            load[region] += ground.share[block].mean()
        if len(left) == len(open_):
            return into, open_
        open_ = np.array(left, np.int32)


def _taker(ground: Ground, into: Ints, full: Flags, units: Floats, load: Floats, block: int) -> int:
    beside = into[ground.near[ground.near_from[block] : ground.near_from[block + 1]]]
    for region in sorted(set(beside[full[beside]].tolist()), key=lambda region: (load[region], region)):
        roomy = units[region] + ground.size[block] <= ground.most
        if roomy and welcome(block, region, -1, into, ground.foe_from, ground.foe):
            own, into[block] = into[block], region
            lawful = not ground.seats_matter or _has_seat(ground, into, block)
            into[block] = own
            if lawful:
                return int(region)
    return -1


def _has_seat(ground: Ground, into: Ints, block: int) -> bool:
    mark, stack = np.zeros(len(ground) + 1, np.int64), np.zeros(len(ground), np.int32)
    asked = (block, into, ground.near_from, ground.near, *_seats(ground), mark, stack)
    return bool(seatable(*asked))


def _seats(ground: Ground) -> tuple[object, ...]:
    return ground.units_from, ground.units, ground.points, ground.may_seat, ground.far


def _alone(ground: Ground) -> tuple[Ints, ...]:
    """Give the state in which every block is a region by itself; two numbers are unused."""
    count = len(ground)
    unused = np.zeros(count + 3, np.int32)
    unused[:2] = count, count + 1
    return (
        np.arange(count, dtype=np.int32),
        np.concatenate([ground.weight, np.zeros((2, len(ground.least)), np.int64)]),
        np.concatenate([np.ones(count, np.int32), np.zeros(2, np.int32)]),
        np.concatenate([ground.size, np.zeros(2, np.int32)]),
        unused,
        np.zeros(count + 1, np.int64),
        np.zeros(count, np.int32),
    )
