"""Whether the thresholds asked for can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from tinhgon.core.errors import Said
from tinhgon.solvers.consolidate.faults.finding import FaultyInput
from tinhgon.solvers.consolidate.faults.kinds import Fault, MeasureMissing
from tinhgon.solvers.consolidate.values import Territory

THRESHOLDS = Said("các ngưỡng", "the thresholds")


class NoThreshold(Fault):
    vi = "Chưa có ngưỡng nào ({field}). Nêu ít nhất một đại lượng và mức cần đạt."
    en = "There is no threshold ({field}). Name one measure at least and what must be reached."


class BadThreshold(Fault):
    vi = "Ngưỡng “{field}” là {found}. Ghi số lớn hơn 0."
    en = "The threshold of “{field}” is {found}. Write a number above 0."


def assert_thresholds(territory: Territory, least: Mapping[str, float]) -> None:
    """
    Let only thresholds pass that mean something.

    :raises FaultyInput: with every fault there is.
    """
    faults = [*_faults(territory, least)]
    if faults:
        raise FaultyInput(faults)


def _faults(territory: Territory, least: Mapping[str, float]) -> Iterator[Fault]:
    if not least:
        yield NoThreshold(field="least")
    for name, amount in least.items():
        if name not in territory.measures:
            yield MeasureMissing(field=name, asker=THRESHOLDS, known=tuple(territory.measures))
        if not (np.isfinite(amount) and amount > 0):
            yield BadThreshold(field=name, found=f"{amount:g}")
