"""Posts, holders, quotas and people as JSON values with both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from tinhgon.core.apply import Changes
from tinhgon.core.errors import Said
from tinhgon.core.reach import Reach
from tinhgon.core.rows import Appointment, Change, Grading, PostVersion, Quota, Row
from tinhgon.core.staff_story import StaffHappening, tell_staff
from tinhgon.exchange.discretion import unseen
from tinhgon.exchange.staff_words import StaffWords
from tinhgon.register.models import Grade, PostTitle, StaffKind
from tinhgon.register.queries import staffing, staffing_posts, staffing_search, units
from tinhgon.temporal.asof import AsOf

Report: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StaffReport:
    """What changes about quotas by unit, about posts, about people; `hidden` are those out of reach."""

    quotas: Mapping[UUID, list[Report]]
    posts: list[Report]
    people: list[Report]
    hidden: frozenset[UUID]


def tell_changes(changes: Changes, names: Mapping[UUID, str], *, on: date, reach: Reach) -> StaffReport:
    """Tell what changes do; units that the register does not have yet are named by the caller."""
    quotas, posts = _sorted(changes, Quota), _sorted(changes, PostVersion)
    people = _sorted(changes, Appointment, Grading)
    if not (quotas or posts or people):
        return StaffReport({}, [], [], frozenset())
    words, hidden = _words(changes, names, on=on), unseen(people, reach)
    called = staffing_search.people_called(people, reach, on=on)

    def said(of: Sequence[Change]) -> list[Report]:
        return [_sentence(one, words) for one in tell_staff(of, on=on)]

    return StaffReport(
        {unit: said(of) for unit, of in quotas.items()},
        [{"id": one, "name": words.post(one).vi, "happened": said(of)} for one, of in posts.items()],
        [
            {"id": one, "name": called[one].name, "happened": said(of)}
            for one, of in people.items() if one in called and one not in hidden
        ],
        hidden,
    )  # fmt: skip


def _sentence(one: StaffHappening, words: StaffWords) -> Report:
    return {"did": one.did, **asdict(words.happened(one))}


def _sorted(changes: Changes, *kinds: type[Row]) -> dict[UUID, list[Change]]:
    found: dict[UUID, list[Change]] = {}
    for change in changes:
        if isinstance(change.row, kinds):
            found.setdefault(change.row.owner, []).append(change)
    return found


def _words(changes: Changes, names: Mapping[UUID, str], *, on: date) -> StaffWords:
    rows = [row for change in changes for row in (change.before, change.after) if row is not None]
    as_of, codes = AsOf(on), code_names()
    called = staffing_posts.called(_posts(rows), as_of)
    posts = {post: Said(*(f"{said} – {found.unit_name}" for said in _both(found.title)))
             for post, found in called.items()}  # fmt: skip
    mentioned = {row.unit for row in rows if isinstance(row, PostVersion)} - names.keys()
    known = {**units.names(mentioned, on=on, as_of=as_of), **names}
    new = {
        row.post: Said(*(f"{said} – {known.get(row.unit, '')}" for said in _both(codes["title"][row.title])))
        for row in rows if isinstance(row, PostVersion) and row.post not in posts
    }  # fmt: skip
    return StaffWords(known, {**posts, **new}, codes)


def _both(said: Said) -> tuple[str, str]:
    return said.vi, said.en


def _posts(rows: Iterable[Row]) -> set[UUID]:
    named = {row.post for row in rows if isinstance(row, PostVersion | Appointment)}
    return named | {row.reports_to for row in rows if isinstance(row, PostVersion) and row.reports_to}


def code_names() -> dict[str, dict[str, Said]]:
    """Name the codes of titles, kinds of staff and grades in both languages."""
    lists: tuple[tuple[str, Any], ...] = (("title", PostTitle), ("staff", StaffKind), ("grade", Grade))
    return {
        of: {one.code: Said(one.name_vi, one.name_en) for one in table.objects.all()} for of, table in lists
    }


def post(found: staffing.Post) -> Report:
    """Give a post with its holders; whoever is out of reach has neither id nor name."""
    return {
        "id": found.id, "code": found.code, "title": found.title.vi, "title_en": found.title.en,
        "rank": found.rank, "staff": found.staff, "seats": found.seats, "free": found.free,
        "reports_to": found.reports_to, "since": found.since, "until": found.until,
        "holders": [holder(one) for one in found.holders],
    }  # fmt: skip


def holder(one: staffing.Holder) -> Report:
    """Give who holds a post, and how."""
    return {
        "person": one.person, "name": one.name, "how": one.how, "share": one.share, "since": one.since,
        "until": one.until, "term_until": one.term_until,
    }  # fmt: skip
