"""Posts, holders and quotas of a unit, as its page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext, ngettext

from tinhgon.register.pages.links import Links
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staff_words import RANKS, WAYS, in_words, initials, out_of_reach, tone
from tinhgon.register.pages.words import figure, percent
from tinhgon.register.queries import staffing, staffing_quotas
from tinhgon.register.queries.staffing_quotas import Standing
from tinhgon.temporal.middleware import AsOfRequest

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Somebody in a post; without a name where out of reach."""

    name: str
    url: str
    initials: str
    tone: int
    how: Any
    is_regular: bool
    is_acting: bool
    is_hidden: bool
    share: str
    since: date
    until: date | None
    term_until: date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post in a table."""

    id: UUID
    title: str
    url: str
    rank: Any
    is_head: bool
    staff: str
    seats: int
    free: str
    is_vacant: bool
    holders: tuple[HolderRow, ...]


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """A kind of staff: its quota in figures, in words, and as a bar."""

    name: str
    number: int | None
    given: int | None
    held: Decimal
    words: str
    tone: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Staff:
    """What the unit's page shows of its posts."""

    posts: tuple[PostRow, ...]
    quotas: tuple[QuotaRow, ...]
    seats: int
    people: int
    free: str
    has_vacancies: bool
    overfull: bool
    illustrative: bool


def staff_of(request: AsOfRequest, unit: UUID, links: Links) -> Staff:
    """Gather the posts and quotas of a unit on the day: two statements."""
    posts = staffing.posts_of(request.as_of, reach_of(request), units=[unit])
    standings = staffing_quotas.quotas(request.as_of, units=[unit])
    names = {one.staff: in_words(one.name) for one in standings}
    free = sum((post.free for post in posts), Decimal(0))
    quotas = tuple(quota_row(one) for one in standings)
    return Staff(
        tuple(post_rows(posts, links, day=request.as_of.valid, staff=names)), quotas,
        seats=sum(post.seats for post in posts), people=sum(len(post.holders) for post in posts),
        free=figure(free), has_vacancies=free > 0, overfull=any(one.tone == "bad" for one in quotas),
        illustrative=made_up(posts),
    )  # fmt: skip


def post_rows(
    posts: Iterable[staffing.Post], links: Links, *, day: date, staff: dict[str, str]
) -> list[PostRow]:
    """Make rows of posts."""
    return [
        PostRow(
            post.id, in_words(post.title), links.post(post.id), RANKS[post.rank], post.is_head,
            staff.get(post.staff, post.staff), post.seats, figure(post.free), post.free > 0,
            tuple(holder_row(one, links, day=day) for one in post.holders),
        )
        for post in posts
    ]  # fmt: skip


def holder_row(one: Any, links: Links, *, day: date) -> HolderRow:
    """Show who holds a post; whoever is out of reach is a word and a question mark."""
    term = one.term_until if one.how != "secondment" else None
    return HolderRow(
        name=one.name or out_of_reach(),
        url=links.person(one.person) if one.person else "",
        initials=initials(one.name) if one.name else "?",
        tone=tone(one.name) if one.name else 0,
        how=WAYS[one.how],
        is_regular=one.how == "regular",
        is_acting=one.how == "acting",
        is_hidden=one.name is None,
        share=percent(one.share) if one.share != 1 else "",
        since=one.since,
        until=one.until,
        term_until=term,
        is_overdue=bool(term and term < day),
    )


def quota_row(one: Standing) -> QuotaRow:
    """Tell how far a quota is used: in words, the bar only repeats them."""
    if one.number is None or one.free is None or one.own is None:
        return QuotaRow(in_words(one.name), None, None, one.held, gettext("chưa giao biên chế"), "warn", None)
    share = float(min(one.held / one.own * FULL, FULL)) if one.own > 0 else (100.0 if one.held else 0.0)
    if one.free < 0:
        words = ngettext("vượt %(count)s người", "vượt %(count)s người", int(-one.free))
        return QuotaRow(in_words(one.name), one.number, one.given, one.held,
                        words % {"count": figure(-one.free)}, "bad", share)  # fmt: skip
    words = gettext("còn %(count)s") % {"count": figure(one.free)} if one.free else gettext("đã dùng hết")
    tone_of = "ok" if one.free else "warn"
    return QuotaRow(in_words(one.name), one.number, one.given, one.held, words, tone_of, share)


def made_up(posts: Iterable[staffing.Post]) -> bool:
    """Tell whether somebody among the holders is illustrative."""
    return any(holder.illustrative for post in posts for holder in post.holders)


def counted_posts(count: int) -> str:
    """Say how many posts."""
    return ngettext("%(count)s vị trí", "%(count)s vị trí", count) % {"count": figure(count)}


def heads_first(posts: Sequence[staffing.Post]) -> list[staffing.Post]:
    """Put posts that answer to none of the unit's own first: the tops of its way up."""
    own = {post.id for post in posts}
    return [post for post in posts if post.reports_to not in own]
