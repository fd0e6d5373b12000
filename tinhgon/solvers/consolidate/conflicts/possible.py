"""Whether any plan keeps to given conditions: a search for sets that hold what must be together.

Units that nothing ties can stay as they are, so only the tied ones matter: each tied set needs a connected,
lawful set around it, and these must not share a unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from tinhgon.solvers.consolidate.conflicts import named
from tinhgon.solvers.consolidate.conflicts.named import Condition
from tinhgon.solvers.consolidate.seats import apart_km, points_of
from tinhgon.solvers.consolidate.ties import joined, sets_of
from tinhgon.solvers.consolidate.values import Conditions, Territory

LOOKS = 20_000  # sets looked at; beyond, a plan is taken to be possible: nothing is claimed

Units = frozenset[int]


@dataclass(slots=True)
class Rules:
    """The conditions in force, as the search asks them."""

    near: list[set[int]]
    cores: list[Units]
    apart: set[Units]
    most: int
    km: float | None
    territory: Territory
    seats: bool
    looks: int = field(default=0)

    def lawful(self, members: Units) -> bool:
        """Tell whether a connected set may be a new unit."""
        if any(pair <= members for pair in self.apart):
            return False
        return len(members) == 1 or not (self.seats or self.km is not None) or self._has_seat(members)

    def _has_seat(self, members: Units) -> bool:
        places = sorted(members)
        may = self.territory.may_seat[places] if self.seats else np.ones(len(places), np.bool_)
        if self.km is None:
            return bool(may.any())
        points = points_of(self.territory.position[places])
        return bool((may & (apart_km(points[:, None], points[None]).max(axis=1) <= self.km)).any())


def rules_of(territory: Territory, conditions: Conditions, kept: Iterable[Condition]) -> Rules:
    """Put the conditions that are kept into force."""
    by_kind: dict[str, list[tuple[int, ...]]] = {}
    for condition in kept:
        by_kind.setdefault(condition.kind, []).append(condition.units)
    lone = {units[0] for units in by_kind.get(named.ALONE, [])}
    grouped = named.GROUPS in by_kind
    near: list[set[int]] = [set() for _ in territory.codes]
    for one, other in territory.borders.tolist():
        divided = grouped and territory.group[one] != territory.group[other]
        if one != other and not divided and not {one, other} & lone:
            near[one].add(other)
            near[other].add(one)
    ties = by_kind.get(named.TOGETHER, [])
    return Rules(
        near=near,
        cores=[frozenset(core.tolist()) for core in sets_of(joined(len(territory), ties))],
        apart={frozenset(pair) for pair in by_kind.get(named.APART, [])},
        most=conditions.max_members if named.MEMBERS in by_kind else len(territory),
        km=conditions.max_km if named.DISTANCE in by_kind else None,
        territory=territory,
        seats=named.SEATS in by_kind,
    )


def is_possible(rules: Rules) -> bool:
    """Tell whether a plan exists; True also where the search was given up."""
    for core in rules.cores:  # most conflicts are about one of them
        rules.looks = 0
        if not _placed(rules, [core], frozenset()) and rules.looks <= LOOKS:
            return False
    rules.looks = 0
    return _placed(rules, rules.cores, frozenset()) or rules.looks > LOOKS


def _placed(rules: Rules, cores: list[Units], taken: Units) -> bool:
    if not cores:
        return True
    core, *rest = cores
    for around in _around(rules, core, taken):
        if all(other <= around or not other & around for other in rest):
            left = [other for other in rest if not other & around]
            if _placed(rules, left, taken | around):
                return True
    return False


def _around(rules: Rules, members: Units, shut: Units) -> Iterator[Units]:
    """Give the lawful connected sets that hold some units and none that is shut; each once."""
    rules.looks += 1
    if rules.looks > LOOKS or len(members) > rules.most or members & shut:
        return
    steps = _steps_between(rules, members, shut)
    if steps is None or len(members) + steps > rules.most:
        return
    if steps == 0 and rules.lawful(members):
        yield members
    beside = sorted(set[int]().union(*(rules.near[unit] for unit in members)) - members - shut)
    for unit in beside:
        yield from _around(rules, members | {unit}, shut)
        shut = shut | {unit}


def _steps_between(rules: Rules, members: Units, shut: Units) -> int | None:
    """Give how many further units it takes at least to connect some; None where none do."""
    steps, reached, edge = 0, set[int](), {min(members)}
    most = 0
    while edge:
        closer = set(edge)
        while closer:  # what belongs already costs nothing
            reached |= closer
            closer = set[int]().union(*(rules.near[unit] & members for unit in closer)) - reached
            edge |= closer
            most = steps if edge & members else most
        if members <= reached:
            return most
        edge = set[int]().union(*(rules.near[unit] for unit in edge)) - reached - shut
        steps += not edge & members
    return None
