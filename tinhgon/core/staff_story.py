"""What a decision did to posts, quotas and people, told from the rows it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias, TypeVar

from tinhgon.core.rows import (
    MAIN,
    REGULAR,
    Appointment,
    Change,
    Grading,
    PostId,
    PostVersion,
    Quota,
)

StaffDid: TypeAlias = Literal[
    "post_created", "post_abolished", "post_moved", "post_changed", "post_corrected",
    "quota_set", "quota_changed", "quota_ended",
    "appointed", "released", "transferred", "reappointed", "held_otherwise", "held_corrected",
    "graded", "regraded", "staff_undone",
]  # fmt: skip
STATED = ("title", "rank", "seats", "staff", "reports_to", "description")
Some = TypeVar("Some", Quota, PostVersion, Appointment, Grading)


@dataclass(frozen=True, slots=True)
class StaffHappening:
    """One thing that happened to a post, a quota or a person.

    `before` and `after` are values of `field` where it is named, and else whole rows.
    """

    did: StaffDid
    before: Any = None
    after: Any = None
    field: str = ""
    post: PostId | None = None


def tell_staff(changes: Sequence[Change], *, on: date) -> tuple[StaffHappening, ...]:
    """Tell what happened on the day a decision took effect, from its changes to one unit, post or person."""
    told = [
        *_quotas(*_of(changes, Quota), on),
        *_post(*_of(changes, PostVersion), on),
        *_held(*_of(changes, Appointment), on),
        *_graded(*_of(changes, Grading), on),
    ]
    if told or not any(isinstance(one.row, Quota | PostVersion | Appointment | Grading) for one in changes):
        return tuple(told)
    return (StaffHappening("staff_undone"),)


def _of(changes: Sequence[Change], kind: type[Some]) -> tuple[list[Some], list[Some]]:
    """Give the rows of a kind as they were and as they became."""
    before = [row for change in changes if isinstance(row := change.before, kind)]
    after = [row for change in changes if isinstance(row := change.after, kind)]
    return before, after


def _at(rows: Sequence[Some], day: date) -> Some | None:
    return next((row for row in rows if day in row.valid), None)


def _quotas(before: list[Quota], after: list[Quota], on: date) -> Iterator[StaffHappening]:
    for staff in dict.fromkeys(row.staff for row in (*before, *after)):
        old = _at([row for row in before if row.staff == staff], on)
        new = _at([row for row in after if row.staff == staff], on)
        if old and new and old.number != new.number:
            yield StaffHappening("quota_changed", old.number, new.number, staff)
        elif new and not old:
            yield StaffHappening("quota_set", None, new.number, staff)
        elif old and not new:
            yield StaffHappening("quota_ended", old.number, None, staff)


def _post(before: list[PostVersion], after: list[PostVersion], on: date) -> Iterator[StaffHappening]:
    if after and not before:
        yield StaffHappening("post_created" if after[0].valid.since == on else "staff_undone", after=after[0])
        return
    for new in after:
        if old := _at(before, new.valid.since):
            yield from _restated(old, new, on)
    cut = [row for row in before if on in row.valid]
    if cut and not _at(after, on):
        ends = any(row.valid.until == on for row in after)
        yield StaffHappening("post_abolished" if ends else "staff_undone", before=cut[-1])


def _restated(old: PostVersion, new: PostVersion, on: date) -> Iterator[StaffHappening]:
    later = new.valid.since != on
    if old.unit != new.unit:
        yield StaffHappening("post_corrected" if later else "post_moved", old.unit, new.unit, "unit")
    for name in STATED:
        one, other = getattr(old, name), getattr(new, name)
        if one != other:
            yield StaffHappening("post_corrected" if later else "post_changed", one, other, name)


def _held(before: list[Appointment], after: list[Appointment], on: date) -> Iterator[StaffHappening]:
    told = [
        one
        for post in dict.fromkeys(row.post for row in (*before, *after))
        for one in _at_post(
            [row for row in before if row.post == post], [row for row in after if row.post == post], on
        )
    ]
    left = [one for one in told if one.did == "released" and one.before.how in MAIN]
    taken = [one for one in told if one.did == "appointed" and one.after.how == REGULAR]
    if len(left) == len(taken) == 1:  # out of one main post into another: one thing, not two
        yield StaffHappening("transferred", left[0].before, taken[0].after, post=taken[0].post)
        told = [one for one in told if one not in (left[0], taken[0])]
    yield from told


def _at_post(before: list[Appointment], after: list[Appointment], on: date) -> Iterator[StaffHappening]:
    """Tell what happened at one post on the day; what only holds later goes without saying."""
    old, new = _at(before, on), _at(after, on)
    post = (old or new or (*before, *after)[0]).post
    if new and not old:
        began = new.valid.since == on
        yield StaffHappening("appointed" if began else "held_corrected", after=new, post=post)
    elif old and not new:
        ended = old.valid.since < on and any(row.valid.until == on for row in after)
        yield StaffHappening("released" if ended else "held_corrected", before=old, post=post)
    elif old and new and (old.how, old.share) != (new.how, new.share):
        yield StaffHappening("held_otherwise", old, new, post=post)
    elif old and new and old.term_until != new.term_until:
        yield StaffHappening("reappointed", old, new, post=post)
    elif before != after:
        yield StaffHappening("held_corrected", _first(before), _first(after), post=post)


def _first(rows: list[Appointment]) -> Appointment | None:
    return rows[0] if rows else None


def _graded(before: list[Grading], after: list[Grading], on: date) -> Iterator[StaffHappening]:
    old, new = _at(before, on), _at(after, on)
    if new and new != old:
        yield StaffHappening("regraded" if old else "graded", old, new)
