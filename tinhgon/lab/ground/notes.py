"""What whoever reads a plan must know of its ground: assumptions, estimates, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from django.conf import settings

from tinhgon.core.errors import Said
from tinhgon.lab.ground.values import Unit
from tinhgon.lab.parameters import Consolidate, StandardsAsked
from tinhgon.solvers.consolidate.values import Territory

TERRAINS = {
    "mountain": Said("miền núi", "mountain"),
    "lowland": Said("đồng bằng", "lowland"),
    "island": Said("hải đảo", "island"),
}


def notes_of(units: Sequence[Unit], territory: Territory, asked: Consolidate) -> tuple[Said, ...]:
    """Say what was assumed and what is not known."""
    law = _of_law(asked.standards) if asked.standards.by == "rules" else ()
    return (*law, *_of_units(units), *_of_map(territory))


def _of_law(asked: StandardsAsked) -> Iterator[Said]:
    terrain = asked.terrain or settings.TERRAIN
    if terrain in TERRAINS:
        said = TERRAINS[terrain]
        yield Said(f"Giả định địa hình: {said.vi}.", f"Terrain is assumed to be {said.en}.")
    if asked.in_municipality:
        yield Said(
            "Giả định các phường mới thuộc thành phố trực thuộc trung ương.",
            "The new wards are assumed to lie in a centrally-run city.",
        )
    if not any((asked.minority_share, asked.land_border, asked.hard_coast, asked.heritage)):
        yield Said(
            "Không xét yếu tố đặc thù (dân tộc thiểu số, biên giới, bãi ngang, di sản): không có số liệu.",
            "Special conditions (minorities, border, coast, heritage) are left out: nothing is recorded.",
        )


def _of_units(units: Sequence[Unit]) -> Iterator[Said]:
    estimated = sum(unit.estimated for unit in units)
    if estimated:
        yield Said(
            f"{estimated} đơn vị dùng diện tích hoặc dân số ước tính.",
            f"{estimated} units have an estimated area or population.",
        )


def _of_map(territory: Territory) -> Iterator[Said]:
    count = len(territory)
    lonely = count - len(np.unique(territory.borders))
    if count > 1 and lonely:
        yield Said(
            f"{lonely} đơn vị chưa ghi giáp ranh với đơn vị nào, nên giữ nguyên.",
            f"{lonely} units have no neighbour on record and stay as they are.",
        )
    unplaced = int(np.isnan(territory.position).any(axis=1).sum())
    if unplaced:
        yield Said(
            f"{unplaced} đơn vị chưa có tọa độ; quãng đường của dân ở đó không được tính.",
            f"{unplaced} units have no location; the journeys of their people are not counted.",
        )
