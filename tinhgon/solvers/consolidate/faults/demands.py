"""Faults of the standards: for whom, of what and how much they ask."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tinhgon.core.errors import Said
from tinhgon.solvers.consolidate.faults import kinds
from tinhgon.solvers.consolidate.faults.kinds import Fault
from tinhgon.solvers.consolidate.values import Floats, Standards, Territory

STANDARDS = Said("các tiêu chuẩn", "the standards")


def of_lengths(territory: Territory, standards: Standards) -> Iterator[Fault]:
    """Find lists of the standards that do not fit the units; then nothing else can be looked at."""
    for name in ("sort", "spared"):
        found = len(getattr(standards, name))
        if found != len(territory):
            yield kinds.WrongLength(field=name, found=found, needed=len(territory))


def of_demands(territory: Territory, standards: Standards) -> Iterator[Fault]:
    """Find standards of a measure or for a class that does not exist, and impossible amounts."""
    waived = standards.waived_from
    if waived is not None and waived < 1:
        yield kinds.BadWaiver(field="waived_from", found=waived)
    for name in dict.fromkeys((*standards.merged, *standards.alone)):
        if name not in territory.measures:
            yield kinds.MeasureMissing(field=name, asker=STANDARDS, known=tuple(territory.measures))
    for asked in (standards.merged, standards.alone):
        for name, least in asked.items():
            yield from _of_classes(territory, standards, name, least)


def _of_classes(territory: Territory, standards: Standards, name: str, least: Floats) -> Iterator[Fault]:
    sort = standards.sort
    for place in np.flatnonzero((sort < 0) | (sort >= len(least))):
        yield kinds.UnknownClass(field=name, unit=territory.codes[place], found=int(sort[place]))
    for number in np.flatnonzero(~(np.isfinite(least) & (least >= 0))):
        yield kinds.BadStandard(field=name, sort=int(number), found=f"{least[number]:g}")
