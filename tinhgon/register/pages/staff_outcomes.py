"""What a decision does to posts, quotas and people, as a page tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core import rows as core
from tinhgon.core.staff_story import StaffHappening, tell_staff
from tinhgon.register.pages.paging import Page
from tinhgon.register.pages.staff_words import RANKS, WAYS
from tinhgon.register.pages.wording import Names, Ref
from tinhgon.register.pages.words import figure, percent
from tinhgon.register.queries.codes import GRADE, STAFF, TITLE
from tinhgon.register.queries.staffing_changes import Moved

DID = {
    "post_created": _("lập vị trí"),
    "post_abolished": _("bỏ vị trí"),
    "post_moved": _("chuyển đơn vị"),
    "post_changed": _("đổi"),
    "post_corrected": _("đính chính"),
    "quota_set": _("giao biên chế"),
    "quota_changed": _("đổi biên chế"),
    "quota_ended": _("thôi giao biên chế"),
    "appointed": _("nhận vị trí"),
    "released": _("thôi giữ"),
    "transferred": _("điều động"),
    "reappointed": _("thêm nhiệm kỳ"),
    "held_otherwise": _("đổi cách giữ"),
    "held_corrected": _("đính chính ngày giữ"),
    "graded": _("xếp ngạch"),
    "regraded": _("đổi ngạch, bậc"),
    "staff_undone": _("thu hồi thay đổi"),
}
TONES = {
    "post_created": "added", "post_abolished": "ended", "post_moved": "moved", "quota_set": "added",
    "quota_ended": "ended", "appointed": "added", "released": "ended", "transferred": "moved",
    "graded": "added",
}  # fmt: skip
POST_FIELDS = {
    "title": _("chức danh"), "rank": _("cấp bậc"), "seats": _("số chỗ"), "staff": _("loại biên chế"),
    "reports_to": _("báo cáo với"), "description": _("bản mô tả công việc"), "unit": _("đơn vị"),
}  # fmt: skip
WHOLE = Page(1, has_next=False)
SHOWN = 60  # posts that went with their unit, listed one by one in the fold


@dataclass(frozen=True, slots=True)
class StaffEffect:
    """What a decision did, or a draft would do, to posts and people: a page of each, and how many there are.

    Posts that went with their unit stand in `moved` alone; people out of reach are only counted.
    """

    posts: Mapping[UUID, Sequence[core.Change]] = field(default_factory=dict)
    people: Mapping[UUID, Sequence[core.Change]] = field(default_factory=dict)
    moved: Sequence[Moved] = ()
    posts_page: Page = WHOLE
    people_page: Page = WHOLE
    posts_total: int = 0
    people_total: int = 0
    everybody: int = 0

    @property
    def hidden(self) -> int:
        """How many people it concerns who are out of reach."""
        return self.everybody - self.people_total


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One thing that happened, in words."""

    did: str
    what: Any
    tone: str
    before: Any = None
    after: Any = None
    share: Any = None


@dataclass(frozen=True, slots=True)
class StaffOutcome:
    """All that happened to one post or one person."""

    about: Any
    lines: tuple[StaffLine, ...]


@dataclass(frozen=True, slots=True)
class MovedOutcome:
    """Posts that went along with their unit, in a line, and the first of them by name."""

    origin: Ref
    target: Ref
    words: str
    posts: tuple[Ref, ...]
    more: int


def tell_posts(effect: StaffEffect, *, on: date, names: Names) -> list[StaffOutcome]:
    """Tell what happened to each post."""
    return [
        StaffOutcome(names.post(post), tuple(lines(changes, on=on, names=names)))
        for post, changes in effect.posts.items()
    ]


def tell_people(effect: StaffEffect, *, on: date, names: Names) -> list[StaffOutcome]:
    """Tell what happened to each person within reach."""
    return [
        StaffOutcome(names.person(person), tuple(lines(changes, on=on, names=names)))
        for person, changes in effect.people.items()
    ]


def tell_moved(effect: StaffEffect, names: Names) -> list[MovedOutcome]:
    """Tell of posts that went along with their units."""
    return [
        MovedOutcome(
            names.unit(one.origin), names.unit(one.target), followed(one),
            tuple(map(names.post, one.posts[:SHOWN])), max(len(one.posts) - SHOWN, 0),
        )
        for one in effect.moved
    ]  # fmt: skip


def followed(one: Moved) -> str:
    """Say how many posts went along, and how many people with them."""
    many = len(one.posts)
    posts = ngettext("%(count)s vị trí", "%(count)s vị trí", many) % {"count": figure(many)}
    people = ngettext(
        "%(count)s người chuyển theo", "%(count)s người chuyển theo", one.people
    ) % {"count": figure(one.people)}  # fmt: skip
    return f"{posts}, {people}"


def lines(changes: Sequence[core.Change], *, on: date, names: Names) -> Iterator[StaffLine]:
    """Tell what a decision did to one unit's quotas, one post or one person."""
    for one in tell_staff(changes, on=on):
        before, after = _sides(one, names)
        yield StaffLine(one.did, _what(one, names), TONES.get(one.did, "changed"), before, after)


def posts_named(effect: StaffEffect) -> Iterator[UUID]:
    """Find the posts that the outcome names."""
    yield from effect.posts
    for one in effect.moved:
        yield from one.posts[:SHOWN]
    for row in _rows((*effect.posts.values(), *effect.people.values())):
        if isinstance(row, core.Appointment):
            yield row.post
        elif isinstance(row, core.PostVersion) and row.reports_to:
            yield row.reports_to


def units_named(effect: StaffEffect) -> Iterator[UUID]:
    """Find the units that the outcome names."""
    for one in effect.moved:
        yield from (one.origin, one.target)
    yield from (row.unit for row in _rows(effect.posts.values()) if isinstance(row, core.PostVersion))


def titles_of_new(effect: StaffEffect) -> dict[UUID, str]:
    """Give the titles of posts that the changes make."""
    return {row.post: row.title for row in _rows(effect.posts.values()) if isinstance(row, core.PostVersion)}


def _rows(groups: Iterable[Sequence[core.Change]]) -> Iterator[core.Row]:
    for changes in groups:
        for change in changes:
            yield from (row for row in (change.before, change.after) if row is not None)


def _what(one: StaffHappening, names: Names) -> Any:
    what = DID[one.did]
    if one.did.startswith("quota"):
        return f"{what}: {names.staff.word(STAFF, one.field)}"
    return f"{what} {POST_FIELDS[one.field]}" if one.field and one.did != "post_moved" else what


def _sides(one: StaffHappening, names: Names) -> tuple[Any, Any]:
    if one.did == "reappointed":
        return _at(one.before, names), gettext("nhiệm kỳ đến %(day)s") % {"day": _day(one.after.term_until)}
    if one.did == "held_otherwise":
        return _held(one.before, names), WAYS.get(one.after.how, one.after.how)
    return _side(one, one.before, names), _side(one, one.after, names)


def _side(one: StaffHappening, value: Any, names: Names) -> Any:
    match value:
        case core.PostVersion():
            return _post(value, names)
        case core.Appointment():
            corrected = one.did == "held_corrected"
            return _days(value, names) if corrected else _held(value, names)
        case core.Grading():
            return _graded(value, names)
    return _fact(one.field, value, names)


def _fact(name: str, value: Any, names: Names) -> Any:
    if value is None:
        return None
    if name in ("unit", "reports_to"):
        return (names.unit if name == "unit" else names.post)(value)
    if name == "rank":
        return RANKS.get(value, value)
    return names.staff.word(name, value) if name in (TITLE, STAFF) else value


def _post(row: core.PostVersion, names: Names) -> Any:
    seats = ngettext("%(count)s chỗ", "%(count)s chỗ", row.seats) % {"count": figure(row.seats)}
    title, staff = names.staff.word(TITLE, row.title), names.staff.word(STAFF, row.staff)
    words = ", ".join((title, str(RANKS[row.rank]), seats, staff))
    return format_html("{} – {}", words, names.unit(row.unit).link)


def _at(row: core.Appointment, names: Names) -> Any:
    return names.post(row.post)


def _held(row: core.Appointment, names: Names) -> Any:
    """Tell which post, how, and until when, where that says something."""
    more = [str(WAYS[row.how])] if row.how != core.REGULAR else []
    if row.share != core.ONE:
        more.append(percent(row.share))
    if row.term_until and row.how != core.SECONDED:
        more.append(gettext("nhiệm kỳ đến %(day)s") % {"day": _day(row.term_until)})
    if row.valid.until and row.how == core.SECONDED and row.valid.last_day:
        more.append(gettext("đến hết %(day)s") % {"day": _day(row.valid.last_day)})
    return format_html("{}{}", names.post(row.post).link, f" ({', '.join(more)})" if more else "")


def _days(row: core.Appointment, names: Names) -> Any:
    last = row.valid.last_day
    days = f"{_day(row.valid.since)} – {_day(last) if last else gettext('nay')}"
    return format_html("{} ({})", names.post(row.post).link, days)


def _graded(row: core.Grading, names: Names) -> str:
    parts = [names.staff.word(GRADE, row.grade)]
    if row.step is not None:
        parts.append(gettext("bậc %(step)d") % {"step": row.step})
    if row.coefficient is not None:
        parts.append(gettext("hệ số %(number)s") % {"number": figure(row.coefficient)})
    return ", ".join(parts)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else gettext("không thời hạn")
