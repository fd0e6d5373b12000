"""The organisation chart with who leads each unit, and the posts of one unit by who answers to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.register.pages.links import Links
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staff_words import WAYS, in_words, initials, out_of_reach, tone
from tinhgon.register.pages.staffing import PostRow, heads_first, made_up, post_rows
from tinhgon.register.pages.words import figure
from tinhgon.register.queries import staffing, staffing_counts
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.middleware import AsOfRequest

LEADERS = 4  # faces in a box


@dataclass(slots=True)
class Branch:
    """A post with those that answer to it."""

    post: PostRow
    below: list[Branch] = field(default_factory=list)


def occupants(request: AsOfRequest, nodes: Iterable[Node]) -> Mapping[UUID, dict[str, object]]:
    """Tell of each unit who leads it, how many work in it and how many seats are vacant: two statements."""
    units = [node.id for node in nodes]
    seats = staffing_counts.seats(request.as_of, units=units)
    if not seats:
        return {}
    leading = staffing.leaders(request.as_of, reach_of(request), units=list(seats))
    by_unit: dict[UUID, list[staffing.Post]] = {}
    for post in leading:
        by_unit.setdefault(post.unit, []).append(post)
    return {unit: _box(found, by_unit.get(unit, [])) for unit, found in seats.items()}


def _box(seats: staffing_counts.Seats, posts: list[staffing.Post]) -> dict[str, object]:
    faces = [face for post in posts for face in _faces(post)]
    return {
        "illustrative": made_up(posts),
        "people": faces[:LEADERS],
        "vacant": f"{figure(seats.free)} {gettext('trống')}" if seats.free else "",
        "staff": gettext("%(people)s/%(seats)s người") % {
            "people": figure(seats.people), "seats": figure(seats.seats)
        },
    }  # fmt: skip


def _faces(post: staffing.Post) -> list[dict[str, object]]:
    title = in_words(post.title)
    found = [
        {
            "initials": initials(one.name) if one.name else "?",
            "name": one.name or out_of_reach(),
            "title": title if one.how == "regular" else f"{title} ({WAYS[one.how]})",
            "tone": tone(one.name) if one.name else 0,
        }
        for one in post.holders
    ]
    if post.free:
        found.append({"initials": "", "name": gettext("trống"), "title": title, "tone": 0, "vacant": True})
    return found


def posts_chart(request: AsOfRequest, unit: UUID, links: Links) -> dict[str, Any]:
    """Nest the posts of a unit by who answers to whom; those that answer to none of its own are the tops."""
    posts = staffing.posts_of(request.as_of, reach_of(request), units=[unit])
    rows = post_rows(posts, links, day=request.as_of.valid, staff={})
    made = {row.id: Branch(row) for row in rows}
    tops = {post.id for post in heads_first(posts)}
    for post in posts:
        if post.id not in tops and post.reports_to in made:
            made[post.reports_to].below.append(made[post.id])
    return {
        "branches": [made[post.id] for post in posts if post.id in tops],
        "count": len(posts),
        "illustrative": made_up(posts),
    }
