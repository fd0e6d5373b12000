"""Names of what a scenario plans: the same plan gives the same names, so that runs can be compared and a
pinned post is found again.
"""

from __future__ import annotations

from uuid import UUID, uuid5

from tinhgon.lab.drafting.values import Naming
from tinhgon.lab.models import Scenario


def names(scenario: Scenario) -> Naming:
    """Name bodies and posts of a scenario by what they are made of."""

    def name(*words: str) -> UUID:
        return uuid5(scenario.pk, " ".join(words))

    return name
