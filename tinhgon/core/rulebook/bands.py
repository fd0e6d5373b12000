"""Two shapes in which the law often writes a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any


def allowed_at(bands: Sequence[Mapping[str, Any]], number: Any) -> Any:
    """Give what a table of bands allows: `[{upto: 9, allowed: 1}, {upto: 14, allowed: 2}, {allowed: 3}]`.

    The last band, without `upto`, is for all above; a table without one allows nothing there (None).
    """
    for band in bands:
        if "upto" not in band or number <= band["upto"]:
            return band["allowed"]
    return None


def points_at(scale: Mapping[str, Any], number: Any) -> Decimal:
    """Give the points of a scale: `{from, points, step, more, most}`.

    `points` up to `from`; each full `step` above it gives `more`, up to `most` in all. A negative step
    counts downwards: less is better.
    """
    beyond = (Decimal(number) - scale["from"]) / scale["step"]
    points = Decimal(scale["points"]) + max(0, int(beyond)) * Decimal(scale["more"])
    return min(points, Decimal(scale["most"]))
