"""Faults of the territory itself: codes, weights, neighbours, positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from tinhgon.solvers.consolidate.faults import kinds
from tinhgon.solvers.consolidate.faults.kinds import Fault
from tinhgon.solvers.consolidate.values import Territory


def of_shape(territory: Territory) -> Iterator[Fault]:
    """Find lists that do not fit each other; where there are any, nothing else can be looked at."""
    count, borders = len(territory), len(territory.borders)
    if not count:
        yield kinds.NoUnits(field="codes")
    of_units = {name: getattr(territory, name) for name in ("group", "district", "position", "may_seat")}
    for name, values in {**territory.measures, **of_units}.items():
        if len(values) != count:
            yield kinds.WrongLength(field=name, found=len(values), needed=count)
    if len(territory.border_km) != borders:
        yield kinds.WrongLength(field="border_km", found=len(territory.border_km), needed=borders)


def of_codes(territory: Territory) -> Iterator[Fault]:
    """Find codes that name more than one unit."""
    for code, count in Counter(territory.codes).items():
        if count > 1:
            yield kinds.DuplicateCode(field="code", unit=code, count=count)


def of_weights(territory: Territory) -> Iterator[Fault]:
    """Find weights that are missing, endless or below zero."""
    for name, values in territory.measures.items():
        for place in np.flatnonzero(~np.isfinite(values)):
            yield kinds.MissingWeight(field=name, unit=territory.codes[place])
        for place in np.flatnonzero(values < 0):
            found = f"{values[place]:g}"
            if np.isfinite(values[place]):
                yield kinds.NegativeWeight(field=name, unit=territory.codes[place], found=found)


def of_borders(territory: Territory) -> Iterator[Fault]:
    """Find neighbours that are no units, units that are their own neighbours, impossible lengths."""
    count = len(territory)
    for row, (one, other) in enumerate(territory.borders.tolist(), 1):
        for place in (one, other):
            if not 0 <= place < count:
                yield kinds.UnknownNeighbour(field="borders", row=row, found=place)
        if one == other and 0 <= one < count:
            yield kinds.OwnNeighbour(field="borders", row=row, unit=territory.codes[one])
    lengths = territory.border_km
    for at in np.flatnonzero(~(np.isfinite(lengths) & (lengths >= 0))):
        yield kinds.BadBorder(field="border_km", row=int(at) + 1, found=f"{lengths[at]:g}")


def of_positions(territory: Territory) -> Iterator[Fault]:
    """Find positions that are nowhere on earth; an unknown one is no fault."""
    for name, values, most in zip(("lat", "lon"), territory.position.T, (90, 180), strict=True):
        for place in np.flatnonzero(np.abs(values) > most):
            found = f"{values[place]:g}"
            yield kinds.BadPosition(field=name, unit=territory.codes[place], found=found)
