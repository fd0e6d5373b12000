"""Figures of people, as the last placing counted them: all of them, whoever looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tinhgon.lab.impact.values import SORTS, Figure
from tinhgon.lab.models import Scenario


def of_people(scenario: Scenario) -> Iterator[Figure]:
    """Give the figures of people; none before anybody was placed."""
    counted: dict[str, Any] = scenario.found.get("staff", {})
    for key, sort in SORTS.items():
        if sort.group == "people":
            yield Figure(key, counted.get(key))
