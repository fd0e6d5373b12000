"""How much of a measure a unit can have around it: the heaviest connected set that holds it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.consolidate.ties import joined, open_borders
from tinhgon.solvers.consolidate.values import Conditions, Ints, Territory

LOOKS = 20_000  # sets looked at for one unit; beyond, nothing is claimed


@dataclass(frozen=True, slots=True, eq=False)
class Neighbourhood:
    """Whom each unit may be merged with, and the connected part it lies in."""

    near: list[list[int]]
    part: Ints
    sizes: Ints

    def size_of_part(self, unit: int) -> int:
        """Give the number of units in the part of a unit."""
        return int(self.sizes[self.part[unit]])


def neighbourhood_of(territory: Territory, conditions: Conditions) -> Neighbourhood:
    """Draw whom each unit may be merged with."""
    near: list[list[int]] = [[] for _ in territory.codes]
    pairs = open_borders(territory, conditions.alone).tolist()
    for one, other in pairs:
        near[one].append(other)
        near[other].append(one)
    part = joined(len(territory), pairs)
    return Neighbourhood(near, part, np.bincount(part, minlength=len(territory)).astype(np.int32))


def most_within_reach(
    ground: Neighbourhood, weight: list[float], unit: int, most: int, asked: float
) -> float | None:
    """Give the most that a connected set with a unit weighs; None where what is asked can be reached.

    None as well where the search is given up. Branch and bound: what is left to add weighs no more than the
    heaviest units that are near enough.
    """
    best, looks = weight[unit], 0
    heavy = max(weight[other] for other in _within(ground, unit, most))
    stack = [(weight[unit], 1, sorted(ground.near[unit], key=lambda other: weight[other]), {unit})]
    seen = [{unit, *ground.near[unit]}]
    while stack:
        total, size, ways, members = stack[-1]
        looks += 1
        if total >= asked or looks > LOOKS:
            return None
        best = max(best, total)
        if size == most or not ways or total + (most - size) * heavy <= best:
            stack.pop()
            seen.pop()
            continue
        other = ways.pop()
        fresh = [beyond for beyond in ground.near[other] if beyond not in seen[-1]]
        further = sorted([*ways, *fresh], key=lambda beyond: weight[beyond])
        stack.append((total + weight[other], size + 1, further, {*members, other}))
        seen.append({*seen[-1], *fresh})
    return best


def _within(ground: Neighbourhood, unit: int, most: int) -> set[int]:
    reached, edge = {unit}, {unit}
    for _ in range(most - 1):
        edge = {beyond for other in edge for beyond in ground.near[other]} - reached
        if not edge:
            break
        reached |= edge
    return reached
