"""Rows of posts: new ones are made, known ones changed where the row says otherwise."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.matching.posts import Posts
from tinhgon.exchange.imports.work import Work
from tinhgon.office.sheets.reading import Row
from tinhgon.register.models import PostVersion

STATED = ("rank", "seats", "staff", "description")


def turn(work: Work) -> None:
    """Turn every row; who answers to whom is ordered once all posts are there."""
    units = {row.number: unit for row in list(work.rows()) if (unit := work.unit(row))}
    above = {
        row.number: unit for row in list(work.rows())
        if row.values.get("superior") and (unit := work.unit(row, "superior_unit") or units.get(row.number))
    }  # fmt: skip
    posts = Posts({*units.values(), *above.values()})
    found = {row.number: _post(work, row, units[row.number], posts) for row in _once(work, units)}
    for row in list(work.rows()):
        if row.number in above:
            _answer(work, row, found[row.number], above[row.number], posts)
    ordered = {step.row for step in work.plan.steps}
    for row in work.rows():
        if row.number not in ordered:
            work.same(row)


def _once(work: Work, units: dict[int, UUID]) -> list[Row]:
    """Give the rows of which no earlier one speaks of the same post."""
    first: dict[tuple[UUID, Any], int] = {}
    for row in list(work.rows()):
        other = first.setdefault((units[row.number], row.values["title"]), row.number)
        if other != row.number:
            work.fault(row, "title", refusals.SameAgain(other=other))
    return list(work.rows())


def _post(work: Work, row: Row, unit: UUID, posts: Posts) -> PostVersion | UUID | None:
    """Order what a row says of a post; give the post as it is, or the id of a new one."""
    day, title = work.day(row), row.values["title"]
    about = f"{posts.titles[title]} – {work.units.name(unit, day)}"
    known = posts.on(unit, title, day)
    if len(known) > 1:
        facts = {"unit": work.units.name(unit, day), "title": posts.titles[title], "day": day}
        work.fault(row, "title", refusals.SeveralPosts(count=len(known), **facts))
        return None
    if known:
        stated = {
            name: row.values[name] for name in STATED
            if row.values.get(name) is not None and row.values[name] != _held(known[0], name)
        }  # fmt: skip
        if stated:
            work.order(row, ops.ChangePost(post=known[0].post_id, **stated), about, unit)
        return known[0]
    return _create(work, row, unit, posts, about)


def _create(work: Work, row: Row, unit: UUID, posts: Posts, about: str) -> UUID | None:
    values, title = row.values, row.values["title"]
    if not values.get("staff"):
        work.fault(row, "staff", refusals.NeededForNew(what=about, title="Loại biên chế"))
        return None
    new = ops.NewPost(
        id=uuid4(), unit=unit, title=title, rank=values.get("rank") or posts.rank(title),  # type: ignore[arg-type]
        seats=values.get("seats") or 1, staff=values["staff"], description=values.get("description") or "",
    )  # fmt: skip
    posts.new[unit, title] = new.id
    work.order(row, ops.CreatePost(post=new), about, unit)
    return new.id


def _answer(work: Work, row: Row, post: PostVersion | UUID | None, unit: UUID, posts: Posts) -> None:
    """Let a post answer to the one that the row names, which the file itself may make."""
    day, title = work.day(row), row.values["superior"]
    try:
        superior = posts.new.get((unit, title)) or posts.one(
            unit, title, day, called=work.units.name(unit, day)
        )
    except Refused as refused:
        work.fault(row, "superior", refused)
        return
    held, own = (post.reports_to_id, post.post_id) if isinstance(post, PostVersion) else (None, post)
    if own and superior != held:
        about = posts.titles[row.values["title"]]
        said = f"{posts.titles[title]} – {work.units.name(unit, day)}"
        work.order(row, ops.ReportTo(post=own, reports_to=superior), about, unit, said)


def _held(post: PostVersion, name: str) -> Any:
    return post.staff_id if name == "staff" else getattr(post, name)
