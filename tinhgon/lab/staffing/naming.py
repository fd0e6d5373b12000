"""Names of what a scenario plans: the same plan gives the same names, so that runs can be compared."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from uuid import UUID, uuid5

from tinhgon.lab.models import Scenario


def names(scenario: Scenario, sort: str) -> Callable[[], UUID]:
    """Give one name after the other."""
    numbers = count()
    return lambda: uuid5(scenario.pk, f"{sort} {next(numbers)}")
