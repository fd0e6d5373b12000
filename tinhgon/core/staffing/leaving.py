"""How operations let people leave posts."""

from __future__ import annotations

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.rows import (
    Appointment,
    PersonId,
)
from tinhgon.core.staffing.asking import assert_nothing_follows, assert_person, held_on


def release(operation: ops.Release, draft: Draft) -> None:
    """Let a person leave one post, or all."""
    if operation.post is not None:
        held = held_on(operation.person, operation.post, draft)
        leave(held, draft)
        assert_nothing_follows(held.person, draft, post=held.post)
        return
    leave_all(operation.person, draft)


def retire(operation: ops.Retire, draft: Draft) -> None:
    """Let a person leave all posts for good."""
    leave_all(operation.person, draft)


def leave(held: Appointment, draft: Draft) -> None:
    """Let a person leave a post, the planned return to it included."""
    for row in (held, *rest_of(held, draft)):
        draft.cut(row)


def leave_all(person: PersonId, draft: Draft) -> None:
    """Let a person leave every post.

    :raises NotInPost: none is held.
    :raises LaterFacts: something is recorded from a later day.
    """
    assert_person(person, draft)
    held = [row for row in draft.life(person).appointments if draft.on in row.valid]
    if not held:
        raise draft.refusal(refusals.NotInPost, person)
    for row in held:
        leave(row, draft)
    assert_nothing_follows(person, draft)


def rest_of(held: Appointment, draft: Draft) -> list[Appointment]:
    """Give what the same decision says of the same post right after: the return from an absence."""
    rest, end = [], held.valid.until
    for row in draft.life(held.person).appointments:
        if (row.post, row.decision, row.valid.since) == (held.post, held.decision, end):
            rest.append(row)
            end = row.valid.until
    return rest
