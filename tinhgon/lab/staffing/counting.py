"""Counts what a placing does to people: figures that name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import asin, cos, radians, sin, sqrt
from typing import Any
from uuid import UUID

from tinhgon.lab.drafting.parts import Chosen
from tinhgon.lab.drafting.quotas import planned
from tinhgon.lab.staffing.drawing import Drawn
from tinhgon.solvers.place.values import Person, Position, Post

EARTH_KM = 6371.0088  # mean radius


def counts_of(drawn: Drawn, placed: Sequence[str | None]) -> dict[str, Any]:
    """Count who is placed, keeps the level, is left with the old post as surplus, or leaves with how much."""
    task = drawn.staffing
    posts = {post.id: post for post in task.posts}
    pairs = [(one, posts[post] if post else None) for one, post in zip(task.people, placed, strict=True)]
    leaving = [one for one, post in pairs if one.leaves and post is None]
    sums = [drawn.due[UUID(one.id)] for one in leaving]
    return {
        "people": len(pairs),
        "placed": sum(post is not None for _, post in pairs),
        "level_kept": sum(post is not None and post.level >= one.level for one, post in pairs),
        "surplus": sum(post is None and not one.leaves for one, post in pairs),
        "leaving": len(leaving),
        "severance": float(sum((due.total for due in sums if due.total is not None), Decimal(0))),
        "severance_untold": sum(due.total is None for due in sums),
        "staff_km": round(sum(km for one, post in pairs if (km := _km(one, post)) is not None), 1),
        "sealed_read": drawn.sealed_read,
        "relations_unmatched": drawn.unmatched,
    }


def quota_of(chosen: Chosen) -> int:
    """Give the sum of the quotas that the plan would set at the top."""
    ids = {body.id for body in chosen.bodies}
    tops = {body.id for body in chosen.bodies if body.parent not in ids}
    found = planned(chosen.bodies, chosen.quotas, chosen.present, chosen.wanted, chosen.staffed)
    return sum(number for (unit, _), number in found.items() if unit in tops)


def _km(person: Person, post: Post | None) -> float | None:
    if post is None or person.position is None or post.position is None:
        return None
    return _distance(person.position, post.position)


def _distance(one: Position, other: Position) -> float:
    """Give the kilometres between two places, by the haversine formula."""
    (north, east), (north2, east2) = (tuple(map(radians, place)) for place in (one, other))
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin((east2 - east) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
