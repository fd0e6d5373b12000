"""What must hold of posts, quotas and people in any register, day by day and not as the core checks it."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

from tinhgon.core.rows import MAIN, SEATED, Appointment, PostVersion, Quota
from tinhgon.core.snapshot import Snapshot
from tinhgon.core.tests.soundness import days_that_matter


def assert_occupied(snapshot: Snapshot) -> None:
    """Look at who holds what on every day on which something begins or ends."""
    for day in days_that_matter(snapshot):
        rows = [row for life in snapshot.lives.values() for row in life.staffing if day in row.valid]
        posts = {row.post: row for row in rows if isinstance(row, PostVersion)}
        held = [row for row in rows if isinstance(row, Appointment)]
        living = {unit for unit, life in snapshot.lives.items() if any(day in v.valid for v in life.versions)}
        assert len(posts) == sum(isinstance(row, PostVersion) for row in rows), f"a post twice on {day}"
        assert {row.unit for row in posts.values()} <= living, f"a post without a unit on {day}"
        assert {row.post for row in held} <= posts.keys(), f"somebody without a post on {day}"
        _one_main_post(held, day)
        _seats_suffice(posts, held, day)
        _answers_upwards(posts, day)
        _quotas_cover(snapshot, [row for row in rows if isinstance(row, Quota)], living, day)


def _one_main_post(held: list[Appointment], day: date) -> None:
    mains = Counter(row.person for row in held if row.how in MAIN)
    ways = Counter((row.person, row.post) for row in held)
    assert max([*mains.values(), *ways.values()], default=0) <= 1, f"two main posts, or one twice, on {day}"


def _seats_suffice(posts: dict[object, PostVersion], held: list[Appointment], day: date) -> None:
    taken: defaultdict[object, Decimal] = defaultdict(Decimal)
    for row in held:
        taken[row.post] += row.share if row.how in SEATED else 0
    assert all(taken[of] <= post.seats for of, post in posts.items()), f"too few seats on {day}"


def _answers_upwards(posts: dict[object, PostVersion], day: date) -> None:
    for post in posts.values():
        seen, here = set(), post
        while here.reports_to in posts:
            assert here.post not in seen, f"a circle on {day}"
            seen.add(here.post)
            here = posts[here.reports_to]


def _quotas_cover(snapshot: Snapshot, quotas: list[Quota], living: set[object], day: date) -> None:
    given = {(row.unit, row.staff): row.number for row in quotas}
    assert len(given) == len(quotas), f"two quotas of a unit on {day}"
    assert {unit for unit, _ in given} <= living, f"a quota without a unit on {day}"
    children: defaultdict[object, set[object]] = defaultdict(set)
    for unit, life in snapshot.lives.items():
        for row in life.placements:
            if day in row.valid:
                children[row.parent].add(unit)
    for (unit, staff), number in given.items():
        under = sum(given.get((child, staff), 0) for child in children[unit])
        assert under <= number, f"a quota exceeded on {day}"
