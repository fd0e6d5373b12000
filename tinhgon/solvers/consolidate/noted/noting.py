"""A sentence for each unit of which something is worth knowing before a plan is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tinhgon.core.errors import Said
from tinhgon.solvers.consolidate.noted.reach import Neighbourhood, most_within_reach, neighbourhood_of
from tinhgon.solvers.consolidate.values import Conditions, Standards, Territory

ISLAND, PLACE_UNKNOWN, OUT_OF_REACH = "island", "place_unknown", "out_of_reach"


@dataclass(frozen=True, slots=True)
class Note:
    """Something about one unit, by its place in `Territory.codes`; `best` is what it can reach at most."""

    kind: str
    unit: int
    said: Said
    measure: str = ""
    best: float | None = None


def notes_of(territory: Territory, standards: Standards, conditions: Conditions) -> tuple[Note, ...]:
    """Note what is worth knowing of a sound input."""
    ground = neighbourhood_of(territory, conditions)
    return (
        *_islands(territory, conditions, ground),
        *_unplaced(territory),
        *_out_of_reach(territory, standards, conditions, ground),
    )


def _islands(territory: Territory, conditions: Conditions, ground: Neighbourhood) -> Iterator[Note]:
    for unit, near in enumerate(ground.near):
        if not near and unit not in conditions.alone:
            code = territory.codes[unit]
            yield Note(ISLAND, unit, Said(
                f"Đơn vị {code} không giáp đơn vị nào nhập được: giữ nguyên trong mọi phương án.",
                f"Unit {code} has no neighbour to merge with: it stays as it is in every plan."))  # fmt: skip


def _unplaced(territory: Territory) -> Iterator[Note]:
    for unit in np.flatnonzero(np.isnan(territory.position).any(axis=1)).tolist():
        code = territory.codes[unit]
        yield Note(PLACE_UNKNOWN, unit, Said(
            f"Không rõ vị trí trụ sở của đơn vị {code}: quãng đường đến và đi từ đó không được tính.",
            f"Unit {code} has no known seat: no journey to or from it is counted."))  # fmt: skip


def _out_of_reach(
    territory: Territory, standards: Standards, conditions: Conditions, ground: Neighbourhood
) -> Iterator[Note]:
    for measure in dict.fromkeys((*standards.merged, *standards.alone)):
        weight = territory.measures[measure].tolist()
        for unit, code in enumerate(territory.codes):
            asked = _asked_at_least(standards, measure, unit)
            if (
                standards.spared[unit]
                or weight[unit] >= asked
                or _waived(standards, conditions, ground, unit)
            ):
                continue
            best = most_within_reach(ground, weight, unit, conditions.max_members, asked)
            if best is not None:
                yield Note(OUT_OF_REACH, unit, Said(
                    f"Đơn vị {code}: không cách nhập nào đạt {asked:g} về “{measure}”; nhiều nhất {best:g}.",
                    f"Unit {code}: no merger reaches {asked:g} of “{measure}”; {best:g} at most."),
                    measure, best)  # fmt: skip


def _asked_at_least(standards: Standards, measure: str, unit: int) -> float:
    """Give the least that any unit this one may end in is asked for."""
    asked = [float(standards.merged[measure].min())] if measure in standards.merged else [0.0]
    alone = standards.alone.get(measure)
    return min(*asked, float(alone[standards.sort[unit]]) if alone is not None else 0.0)


def _waived(standards: Standards, conditions: Conditions, ground: Neighbourhood, unit: int) -> bool:
    count = standards.waived_from
    return count is not None and count <= min(conditions.max_members, ground.size_of_part(unit))
