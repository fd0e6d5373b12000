"""What must hold of posts, quotas and people at the end; the database checks the same at commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.life import Life
from tinhgon.core.names import sort_key
from tinhgon.core.periods import Period, gaps
from tinhgon.core.rows import MAIN, SEATED, Appointment, PersonId, PostId, PostVersion, Quota, UnitId

SHOWN = 10


def assert_staffed(draft: Draft) -> None:
    """Refuse an outcome that loses a person or a post, seats two on one chair, or exceeds a quota.

    :raises OperationRefused: PeopleLost, PostsLost, NoPostThen, TwoMainPosts, AlreadyHolds, SeatsTaken,
        ReportsInCircle or QuotaExceeded; names the first bad day.
    """
    posts: set[PostId] = set()
    for owner in tuple(draft.touched):
        life = draft.life(owner)
        _unit_loses_nobody(owner, life, draft)
        if life.posts or _had_posts(owner, draft):
            posts.add(owner)
        if life.appointments:
            _person_is_sound(owner, life, draft)
            posts |= {row.post for row in life.appointments}
    for post in sorted(posts):
        _post_is_sound(post, draft)
    _quotas_cover(draft)


def _had_posts(owner: PostId, draft: Draft) -> bool:
    return bool((draft.snapshot.lives.get(owner) or Life()).posts)


def _unit_loses_nobody(unit: UnitId, life: Life, draft: Draft) -> None:
    """Where a unit's life is shortened, name who or what would be left without it."""
    if life.stretches == (draft.snapshot.lives.get(unit) or Life()).stretches:
        return
    left = [row for row in draft.posts_of(unit) if gaps(row.valid, life.stretches)]
    if not left:
        return
    day = min(gaps(row.valid, life.stretches)[0].since for row in left)
    people = {
        held.person for row in left for held in draft.holders(row.post)
        if any(held.valid.overlaps(gap) for gap in gaps(row.valid, life.stretches))
    }  # fmt: skip
    if people:
        raise draft.refusal(refusals.PeopleLost, unit, day=day, people=_names(people, draft))
    posts = _names({row.post for row in left}, draft)
    raise draft.refusal(refusals.PostsLost, unit, day=day, posts=posts)


def _post_is_sound(post: PostId, draft: Draft) -> None:
    life = draft.life(post)
    for row in life.posts:
        for outside in gaps(row.valid, draft.life(row.unit).stretches):
            raise draft.refusal(refusals.NotAlive, row.unit, day=outside.since)
        _answers_upwards(row, draft)
    holders = list(draft.holders(post))
    for held in holders:
        for lost in gaps(held.valid, life.stretches):
            raise draft.refusal(
                refusals.PeopleLost, post, day=lost.since, people=_names([held.person], draft)
            )
    for row in life.posts:
        _seats_suffice(row, [held for held in holders if held.how in SEATED], draft)


def _seats_suffice(row: PostVersion, holders: list[Appointment], draft: Draft) -> None:
    for day in _turns(row, holders):
        seated = [held for held in holders if day in held.valid]
        taken = sum(held.share for held in seated)
        if taken > row.seats:
            people = _names([held.person for held in seated], draft)
            raise draft.refusal(
                refusals.SeatsTaken, row.post, day=day, seats=row.seats, held=len(seated), people=people
            )


def _answers_upwards(row: PostVersion, draft: Draft) -> None:
    """Climb from a post, on every day on which it is so; the way must not lead back."""
    seen: set[tuple[PostId, Period]] = set()
    stack = [(row.reports_to, row.valid)]
    while stack:
        above, days = stack.pop()
        if above is None or (above, days) in seen:
            continue
        if above == row.post:
            raise draft.refusal(refusals.ReportsInCircle, row.post, day=days.since)
        seen.add((above, days))
        stack.extend(
            (superior.reports_to, shared)
            for superior in draft.life(above).posts
            if (shared := superior.valid.intersection(days))
        )


def _person_is_sound(person: PersonId, life: Life, draft: Draft) -> None:
    rows = life.appointments
    mains = [row for row in rows if row.how in MAIN]
    for one, two in pairwise(mains):
        if one.valid.overlaps(two.valid):
            posts = [draft.label(row.post) for row in (one, two)]
            raise draft.refusal(refusals.TwoMainPosts, person, day=two.valid.since, posts=posts)
    by_post: dict[PostId, list[Appointment]] = {}
    for row in rows:
        by_post.setdefault(row.post, []).append(row)
    for post, held in by_post.items():
        for one, two in pairwise(held):
            if one.valid.overlaps(two.valid):
                raise draft.refusal(
                    refusals.AlreadyHolds, person, day=two.valid.since, post=draft.label(post)
                )


def _quotas_cover(draft: Draft) -> None:
    """Every day, a unit's quota covers the sum of those of the units right under it."""
    concerned: set[UnitId] = set()
    for owner in draft.touched:
        life = draft.life(owner)
        concerned |= {owner} | {row.parent for row in life.placements if row.parent}
    for unit in sorted(concerned):
        for quota in draft.life(unit).quotas:
            _quota_covers(quota, draft)


def _quota_covers(quota: Quota, draft: Draft) -> None:
    places = [row for row in draft.under(quota.unit) if row.valid.overlaps(quota.valid)]
    if not places:
        return
    given = [
        row for unit in {place.unit for place in places} for row in draft.life(unit).quotas
        if row.staff == quota.staff
    ]  # fmt: skip
    for day in sorted({*_turns(quota, given), *_turns(quota, places)}):
        under = {place.unit for place in places if day in place.valid}
        total = sum(row.number for row in given if day in row.valid and row.unit in under)
        if total > quota.number:
            staff = draft.snapshot.titles.get(quota.staff, quota.staff)
            raise draft.refusal(
                refusals.QuotaExceeded, quota.unit, day=day, staff=staff, number=quota.number, sum=total
            )


def _turns(whole: PostVersion | Quota, rows: Iterable[object]) -> Iterator[date]:
    """Give the first day of a row and each day in it on which another one begins: sums rise on no other."""
    yield whole.valid.since
    for row in rows:
        since = row.valid.since  # type: ignore[attr-defined]
        if since in whole.valid:
            yield since


def _names(owners: Iterable[object], draft: Draft) -> list[str]:
    names = sorted({draft.label(owner) for owner in owners}, key=sort_key)  # type: ignore[arg-type]
    more = [f"… (+{len(names) - SHOWN})"] if len(names) > SHOWN else []
    return names[:SHOWN] + more
