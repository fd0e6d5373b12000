"""What operations on posts and people ask of the draft before they change it."""

from __future__ import annotations

from datetime import date

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.rows import (
    MAIN,
    Appointment,
    PersonId,
    PostId,
    PostVersion,
)


def post_on(post: PostId, draft: Draft) -> PostVersion:
    """Give what a post is on the decision's day.

    :raises UnknownPost: there never was such a post.
    :raises NoPostThen: not on that day.
    """
    life = draft.life(post)
    if not life.posts:
        raise draft.refusal(refusals.UnknownPost, post)
    if version := life.post_on(draft.on):
        return version
    raise draft.refusal(refusals.NoPostThen, post)


def assert_known(draft: Draft, **codes: str) -> None:
    """Refuse a code that no list holds.

    :raises UnknownCode: it is in no list.
    """
    for of, code in codes.items():
        if not draft.snapshot.knows(of, code):
            raise refusals.UnknownCode(
                operation=draft.operation, day=draft.on, list=refusals.CODE_LISTS[of], code=code
            )


def assert_person(person: PersonId, draft: Draft) -> None:
    """Refuse a person of whom the register knows nothing.

    :raises UnknownPerson: as it says.
    """
    if person not in draft.snapshot.people:
        raise draft.refusal(refusals.UnknownPerson, person)


def held_on(person: PersonId, post: PostId, draft: Draft) -> Appointment:
    """Give how a person holds a post on the decision's day.

    :raises HoldsNot: not at all.
    """
    assert_person(person, draft)
    for row in draft.life(person).appointments:
        if row.post == post and draft.on in row.valid:
            return row
    raise draft.refusal(refusals.HoldsNot, person, post=draft.label(post))


def main_on(person: PersonId, draft: Draft) -> Appointment:
    """Give the main post of a person on the day.

    :raises NoMainPost: there is none.
    """
    assert_person(person, draft)
    for row in draft.life(person).appointments:
        if row.how in MAIN and draft.on in row.valid:
            return row
    raise draft.refusal(refusals.NoMainPost, person)


def assert_term(until: date | None, person: PersonId, draft: Draft) -> None:
    """Refuse a term that runs out before it begins.

    :raises EndsBeforeItBegins: as it says.
    """
    if until is not None and until <= draft.on:
        raise draft.refusal(refusals.EndsBeforeItBegins, person, until=until)


def assert_nothing_follows(person: PersonId, draft: Draft, post: PostId | None = None) -> None:
    """Refuse to end what goes on by a later record.

    :raises LaterFacts: as it says.
    """
    rows = draft.life(person).appointments
    later = [row.valid.since for row in rows if row.valid.since > draft.on and post in (None, row.post)]
    if later:
        raise draft.refusal(refusals.LaterFacts, person, day=min(later))
