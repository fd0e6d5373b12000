"""The page of a post: what it is on the day, who held it, to whom it answers, what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext

from tinhgon.core.periods import Period
from tinhgon.register.models import Decision, Post
from tinhgon.register.pages.frame import frame
from tinhgon.register.pages.links import Links, line_of
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staff_words import RANKS
from tinhgon.register.pages.staffing import HolderRow, PostRow, holder_row, post_rows
from tinhgon.register.pages.stories import Moment
from tinhgon.register.pages.units import placed
from tinhgon.register.pages.words import figure
from tinhgon.register.queries import bodies, sight, staffing, staffing_posts, units
from tinhgon.register.queries.codes import STAFF
from tinhgon.register.queries.staffing_posts import Tenure
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.middleware import AsOfRequest

COMPARED = ("unit_id", "title_id", "rank", "staff_id", "seats", "reports_to_id", "description")


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A stretch over which somebody held the post, and the document that says so, where it may be seen."""

    holder: HolderRow
    valid: Period
    decision: str
    decision_url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What a post was over a period, and what it made otherwise than the one before."""

    version: Any
    valid: Period
    title: str
    rank: Any
    unit: str
    unit_url: str
    changed: str
    decision_url: str
    is_current: bool


def post_page(request: AsOfRequest, post: UUID) -> dict[str, Any]:
    """Gather the page of a post.

    :raises Http404: there never was such a post.
    """
    as_of, reach = request.as_of, reach_of(request)
    versions = staffing_posts.versions(post, as_of)
    if not versions and not Post.objects.filter(pk=post).exists():
        raise Http404
    current = next((row for row in versions if as_of.valid in row.valid), None)
    nearest = current or _nearest(versions, as_of.valid)
    unit = nearest.unit_id if nearest else None
    stands = bodies.around(unit, as_of, line=line_of(request)) if unit else bodies.Around("", (), ())
    around = frame(request, at=unit, under=(one.id for one in stands.above))
    tenures = staffing_posts.tenures(post, as_of, reach)
    named = {*(one.decision for one in tenures), *(row.decision_id for row in versions)}
    documents = _documents(request, named)
    names = units.names({row.unit_id for row in versions}, on=as_of.valid, as_of=as_of)
    rows = [_tenure(one, around["links"], documents, as_of.valid) for one in tenures]
    return (
        around
        | {
            "post": post,
            "version": nearest,
            "is_alive": current is not None,
            "unit_name": names.get(unit) if unit else None,
        }
        | {"title": str(nearest.title) if nearest else gettext("Vị trí chưa có trong sổ")}
        | {"rank": RANKS[nearest.rank] if nearest else "", "unit": unit}
        | {"unit_url": around["links"].unit(unit) if unit else "", "tenures": rows}
        | {"illustrative": any(one.illustrative for one in tenures)}
        | {"versions": _versions(versions, names, around["links"], documents, as_of.valid)}
        | {"timeline": [_moment(row) for row in rows], "life": _life(versions)}
        | (placed(unit, around, stands) if unit else {"crumbs": [], "node": None})
        | _around(as_of, request, post, around["links"], around["codes"][STAFF])
        | {"draft_url": around["links"].page("draft_new")}
    )


def _around(
    as_of: AsOf, request: AsOfRequest, post: UUID, links: Links, staff: dict[str, str]
) -> dict[str, Any]:
    """Read who holds the post on the day, the posts above it, and those that answer to it."""
    reach, above = reach_of(request), staffing_posts.chain(post, as_of)
    read = staffing.posts(as_of, reach, ids=[post, *above], answering_to=post)
    found, under = {one.id: one for one in read}, [one for one in read if one.reports_to == post]
    called = staffing_posts.called(found.keys() - {post}, as_of)

    def rows(posts: Iterable[staffing.Post]) -> list[tuple[PostRow, str]]:
        made = post_rows(posts, links, day=as_of.valid, staff=staff)
        return [(row, called[row.id].unit_name if row.id in called else "") for row in made]

    own = found.get(post)
    return {
        "now": post_rows([own], links, day=as_of.valid, staff=staff)[0] if own else None,
        "above": rows(found[one] for one in above if one in found),
        "under": rows(under),
    }


def _nearest(versions: Sequence[Any], day: date) -> Any:
    past = [row for row in versions if row.valid.since <= day]
    return past[-1] if past else (versions[0] if versions else None)


def _life(versions: Sequence[Any]) -> Period | None:
    return Period(versions[0].valid.since, versions[-1].valid.until) if versions else None


def _documents(request: AsOfRequest, decisions: Iterable[UUID]) -> dict[UUID, Decision]:
    """Read the documents that the reader may see."""
    found = sight.visible(reach_of(request), request.user.pk).filter(pk__in=set(decisions))
    return {one.pk: one for one in found.select_related("type").defer("operations")}


def _document(decision: UUID, documents: dict[UUID, Decision], links: Links) -> tuple[str, str]:
    found = documents.get(decision)
    if found is None:
        return gettext("văn bản ngoài phạm vi xem"), ""
    return str(found), links.page("decision", found.pk)


def _tenure(one: Tenure, links: Links, documents: dict[UUID, Decision], day: date) -> TenureRow:
    valid = Period(one.since, one.until)
    return TenureRow(
        holder_row(one, links, day=day), valid, *_document(one.decision, documents, links), day in valid
    )


def _moment(row: TenureRow) -> Moment:
    """Make an entry of the time line: who began to hold the post."""
    says = gettext("%(person)s nhận vị trí") if row.holder.is_regular else gettext("%(person)s (%(how)s)")
    title = says % {"person": row.holder.name, "how": row.holder.how}
    last = row.valid.last_day
    note = gettext("đến hết %(day)s") % {"day": f"{last:%d/%m/%Y}"} if last else ""
    return Moment(
        row.valid.since, title, row.decision, row.decision_url, note,
        is_current=row.is_current, is_major=row.holder.is_regular, is_future=False,
    )  # fmt: skip


def _versions(
    versions: Sequence[Any], names: dict[UUID, str], links: Links, documents: dict[UUID, Decision], day: date
) -> list[VersionRow]:
    before = [None, *versions]
    return [
        VersionRow(
            row, row.valid, str(row.title), RANKS[row.rank], names.get(row.unit_id, ""),
            links.unit(row.unit_id, on=row.valid.since), _changed(old, row, names),
            _document(row.decision_id, documents, links)[1], day in row.valid,
        )
        for old, row in zip(before, versions, strict=False)
    ][::-1]  # fmt: skip


def _changed(old: Any, new: Any, names: dict[UUID, str]) -> str:
    if old is None:
        return ""
    said: dict[str, tuple[str, Callable[[Any], str]]] = {
        "unit_id": (gettext("đơn vị"), lambda row: names.get(row.unit_id, "")),
        "title_id": (gettext("chức danh"), lambda row: str(row.title)),
        "rank": (gettext("cấp bậc"), lambda row: str(RANKS[row.rank])),
        "staff_id": (gettext("loại biên chế"), lambda row: str(row.staff)),
        "seats": (gettext("số chỗ"), lambda row: figure(row.seats)),
    }
    changed = [name for name in COMPARED if getattr(old, name) != getattr(new, name)]
    told = [
        f"{label}: {shown(old)} → {shown(new)}" for name in changed if name in said
        for label, shown in [said[name]]
    ]  # fmt: skip
    told += [gettext("báo cáo với vị trí khác")] if "reports_to_id" in changed else []
    told += [gettext("bản mô tả công việc")] if "description" in changed else []
    return "; ".join(told)
