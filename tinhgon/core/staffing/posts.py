"""How operations on posts and quotas change the draft."""

from __future__ import annotations

from dataclasses import replace

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import (
    PostVersion,
    UnitId,
)
from tinhgon.core.staffing.asking import assert_known, post_on


def create_post(operation: ops.CreatePost, draft: Draft) -> None:
    """Make a post in a unit, until the unit ends."""
    new = operation.post
    if draft.life(new.id).posts:
        raise draft.refusal(refusals.PostExists, new.id)
    draft.alive(new.unit)
    assert_known(draft, title=new.title, staff=new.staff)
    if new.reports_to is not None:
        post_on(new.reports_to, draft)
    draft.put(PostVersion(
        post=new.id, valid=Period(draft.on, draft.stretch_end(new.unit)), decision=draft.decision,
        unit=new.unit, title=new.title, staff=new.staff, rank=new.rank, seats=new.seats,
        reports_to=new.reports_to, description=new.description,
    ))  # fmt: skip


def change_post(operation: ops.ChangePost, draft: Draft) -> None:
    """Change what is stated of a post."""
    names = ("title", "rank", "seats", "staff", "description")
    stated = {name: value for name in names if (value := getattr(operation, name)) is not None}
    assert_known(draft, **{name: stated[name] for name in ("title", "staff") if name in stated})
    draft.revise(post_on(operation.post, draft), **stated)


def report_to(operation: ops.ReportTo, draft: Draft) -> None:
    """Let a post answer to another one."""
    if operation.reports_to is not None:
        post_on(operation.reports_to, draft)
    draft.revise(post_on(operation.post, draft), reports_to=operation.reports_to)


def move_post(operation: ops.MovePost, draft: Draft) -> None:
    """Put a post into another unit; its holders go along, since they hold the post."""
    draft.alive(operation.to)
    draft.revise(post_on(operation.post, draft), unit=operation.to)


def abolish_post(operation: ops.AbolishPost, draft: Draft) -> None:
    """End a post; who still holds it then is found once all operations are applied."""
    current, life = post_on(operation.post, draft), draft.life(operation.post)
    if life.posts[0] == current and current.valid.since == draft.on:
        raise draft.refusal(refusals.EndsOnFirstDay, operation.post)
    later = [row.valid.since for row in life.posts if row.valid.since > draft.on]
    if later:
        raise draft.refusal(refusals.LaterFacts, operation.post, day=later[0])
    draft.cut(current)


def lead_posts(unit: UnitId, into: UnitId, draft: Draft) -> None:
    """Let the posts of a unit that ends pass to its successor with everybody in them, later ones too."""
    for row in tuple(draft.posts_of(unit)):
        if row.valid.since > draft.on:
            draft.put(replace(row, unit=into))
        elif draft.on in row.valid:
            draft.revise(row, unit=into)
