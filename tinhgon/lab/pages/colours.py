"""Colours of new units on a map: neighbours differ; what stays as it is, is grey."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.lab.drawing import Drawn
from tinhgon.lab.drawing.breaches import neighbours

GREY = 6
TONES = (1, 2, 4, 3, 7, 8, 5)


def tones_of(drawn: Drawn, kept: Mapping[int, int] | None = None) -> dict[int, int]:
    """Give each new unit's colour by its seat; those that have one keep it, so that a map does not flicker.

    Greedy, the units with most neighbours first: seven colours do for nearly every map of neighbours.
    """
    beside, into = _beside(drawn), drawn.plan.into
    found: dict[int, int] = {}
    seats = drawn.plan.seat.tolist()
    merged = sorted(drawn.merged, key=lambda one: (-len(beside[one]), one))
    old = kept or {}
    for number in merged:
        if seats[number] in old and old[seats[number]] != GREY:
            found[number] = old[seats[number]]
    for number in merged:
        if number not in found:
            taken = {found[other] for other in beside[number] if other in found}
            found[number] = next((tone for tone in TONES if tone not in taken), TONES[number % len(TONES)])
    return {seat: found.get(int(into[seat]), GREY) for seat in seats}


def _beside(drawn: Drawn) -> dict[int, set[int]]:
    """Give the new units around each."""
    into = drawn.plan.into.tolist()
    found: dict[int, set[int]] = {number: set() for number in range(len(drawn.plan))}
    for place, row in enumerate(neighbours(drawn.ground)):
        for other in row:
            if into[place] != into[other]:
                found[into[place]].add(into[other])
    return found
