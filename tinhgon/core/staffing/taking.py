"""How operations let people take and keep posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import (
    MAIN,
    REGULAR,
    SECONDED,
    Appointment,
    PersonId,
    PostId,
)
from tinhgon.core.staffing.absence import leave_for_a_while, say_anew
from tinhgon.core.staffing.asking import assert_person, assert_term, held_on, main_on, post_on
from tinhgon.core.staffing.leaving import leave, rest_of


def appoint(operation: ops.Appoint, draft: Draft) -> None:
    """Let a person hold a post, until it ends or the person's next main post begins."""
    assert_person(operation.person, draft)
    take(operation.person, operation.post, operation.how, draft,
          share=operation.share, term_until=operation.term_until)  # fmt: skip


def reappoint(operation: ops.Reappoint, draft: Draft) -> None:
    """Let a person hold the same post for another term."""
    held = held_on(operation.person, operation.post, draft)
    assert_term(operation.term_until, operation.person, draft)
    for row in (held, *rest_of(held, draft)):
        say_anew(row, draft, term_until=operation.term_until)
    draft.carry_on(held, term_until=operation.term_until)


def transfer_person(operation: ops.TransferPerson, draft: Draft) -> None:
    """Let a person leave the main post for another one."""
    main = main_on(operation.person, draft)
    if main.post == operation.post:
        raise draft.refusal(refusals.AlreadyHolds, operation.person, post=draft.label(operation.post))
    leave(main, draft)
    take(operation.person, operation.post, REGULAR, draft, term_until=operation.term_until)


def second(operation: ops.Second, draft: Draft) -> None:
    """Let a person work elsewhere until a day; the main post is kept, and taken up again on that day."""
    main = main_on(operation.person, draft)
    if operation.until <= draft.on:
        raise draft.refusal(refusals.EndsBeforeItBegins, operation.person, until=operation.until)
    leave_for_a_while(main, operation.until, draft)
    take(operation.person, operation.post, SECONDED, draft,
          until=operation.until, term_until=operation.until)  # fmt: skip


def change_occupancy(operation: ops.ChangeOccupancy, draft: Draft) -> None:
    """Let a person hold the same post in another way; who was to return from an absence is back already."""
    held = held_on(operation.person, operation.post, draft)
    for row in rest_of(held, draft):
        draft.drop(row)
        held = replace(held, valid=Period(held.valid.since, row.valid.until))
    draft.revise(held, how=operation.how, share=operation.share)


def take(
    person: PersonId, post: PostId, how: str, draft: Draft, *, until: date | None = None, **facts: Any
) -> None:
    """Let a person hold a post from the day on, until it ends or something recorded later begins.

    :raises AlreadyHolds: it is held already.
    """
    post_on(post, draft)
    assert_term(facts.get("term_until"), person, draft)
    rows = draft.life(person).appointments
    if any(row.post == post and draft.on in row.valid for row in rows):
        raise draft.refusal(refusals.AlreadyHolds, person, post=draft.label(post))
    later = [row for row in rows if row.valid.since > draft.on]
    ends = [until, draft.stretch_end(post)]
    ends += [row.valid.since for row in later if row.post == post or (how in MAIN and row.how in MAIN)]
    days = Period(draft.on, min((end for end in ends if end), default=None))
    draft.put(Appointment(person=person, valid=days, decision=draft.decision, post=post, how=how, **facts))
