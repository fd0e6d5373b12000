"""How a decision's operations on posts, quotas and people change the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import (
    ABSENT,
    MAIN,
    REGULAR,
    SECONDED,
    Appointment,
    Grading,
    PersonId,
    PostId,
    PostVersion,
    Quota,
    UnitId,
)

# Posts and quotas


def create_post(operation: ops.CreatePost, draft: Draft) -> None:
    """Make a post in a unit, until the unit ends."""
    new = operation.post
    if draft.life(new.id).posts:
        raise draft.refusal(refusals.PostExists, new.id)
    draft.alive(new.unit)
    _known(draft, title=new.title, staff=new.staff)
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
    _known(draft, **{name: stated[name] for name in ("title", "staff") if name in stated})
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


def set_quota(operation: ops.SetQuota, draft: Draft) -> None:
    """Set how many staff of a kind a unit may have, or that no number is set."""
    draft.alive(operation.unit)
    _known(draft, staff=operation.staff)
    same = [row for row in draft.life(operation.unit).quotas if row.staff == operation.staff]
    current = next((row for row in same if draft.on in row.valid), None)
    if operation.number == (current.number if current else None):
        raise draft.refusal(refusals.NothingChanges, operation.unit)
    if operation.number is None:
        draft.cut(current)  # type: ignore[arg-type]
        return
    draft.follow(Quota(
        unit=operation.unit, valid=Period(draft.on), decision=draft.decision,
        staff=operation.staff, number=operation.number,
    ), same)  # fmt: skip


def lead_posts(unit: UnitId, into: UnitId, draft: Draft) -> None:
    """Let the posts of a unit that ends pass to its successor with everybody in them, later ones too."""
    for row in tuple(draft.posts_of(unit)):
        if row.valid.since > draft.on:
            draft.put(replace(row, unit=into))
        elif draft.on in row.valid:
            draft.revise(row, unit=into)


# People


def appoint(operation: ops.Appoint, draft: Draft) -> None:
    """Let a person hold a post, until it ends or the person's next main post begins."""
    _known_person(operation.person, draft)
    _take(operation.person, operation.post, operation.how, draft,
          share=operation.share, term_until=operation.term_until)  # fmt: skip


def reappoint(operation: ops.Reappoint, draft: Draft) -> None:
    """Let a person hold the same post for another term."""
    held = _held(operation.person, operation.post, draft)
    _term_comes_after(operation.term_until, operation.person, draft)
    for row in (held, *_rest(held, draft)):
        _say_anew(row, draft, term_until=operation.term_until)
    draft.carry_on(held, term_until=operation.term_until)


def transfer_person(operation: ops.TransferPerson, draft: Draft) -> None:
    """Let a person leave the main post for another one."""
    main = _main(operation.person, draft)
    if main.post == operation.post:
        raise draft.refusal(refusals.AlreadyHolds, operation.person, post=draft.label(operation.post))
    _leave(main, draft)
    _take(operation.person, operation.post, REGULAR, draft, term_until=operation.term_until)


def second(operation: ops.Second, draft: Draft) -> None:
    """Let a person work elsewhere until a day; the main post is kept, and taken up again on that day."""
    main = _main(operation.person, draft)
    if operation.until <= draft.on:
        raise draft.refusal(refusals.EndsBeforeItBegins, operation.person, until=operation.until)
    _leave_for_a_while(main, operation.until, draft)
    _take(operation.person, operation.post, SECONDED, draft,
          until=operation.until, term_until=operation.until)  # fmt: skip


def change_occupancy(operation: ops.ChangeOccupancy, draft: Draft) -> None:
    """Let a person hold the same post in another way; who was to return from an absence is back already."""
    held = _held(operation.person, operation.post, draft)
    for row in _rest(held, draft):
        draft.drop(row)
        held = replace(held, valid=Period(held.valid.since, row.valid.until))
    draft.revise(held, how=operation.how, share=operation.share)


def release(operation: ops.Release, draft: Draft) -> None:
    """Let a person leave one post, or all."""
    if operation.post is not None:
        held = _held(operation.person, operation.post, draft)
        _leave(held, draft)
        _nothing_follows(held.person, draft, post=held.post)
        return
    _leave_all(operation.person, draft)


def retire(operation: ops.Retire, draft: Draft) -> None:
    """Let a person leave all posts for good."""
    _leave_all(operation.person, draft)


def change_grade(operation: ops.ChangeGrade, draft: Draft) -> None:
    """Put a person into a grade and a step of salary."""
    _known_person(operation.person, draft)
    _known(draft, grade=operation.grade)
    stated = {"grade": operation.grade, "step": operation.step, "coefficient": operation.coefficient}
    grades = draft.life(operation.person).grades
    current = next((row for row in grades if draft.on in row.valid), None)
    if current and all(getattr(current, name) == value for name, value in stated.items()):
        raise draft.refusal(refusals.NothingChanges, operation.person)
    draft.follow(
        Grading(person=operation.person, valid=Period(draft.on), decision=draft.decision, **stated),  # type: ignore[arg-type]
        grades,
    )


def correct_appointment(operation: ops.CorrectAppointment, draft: Draft) -> None:
    """Put the days over which a person held a post, or take back that it ever was so."""
    rows = draft.life(operation.person).appointments
    wrong = next((
        row for row in rows if row.post == operation.post and row.valid.since == operation.recorded_since
    ), None)  # fmt: skip
    if wrong is None:
        raise draft.refusal(refusals.NoSuchAppointment, operation.person, post=draft.label(operation.post),
                            day=operation.recorded_since)  # fmt: skip
    draft.drop(wrong)
    if operation.since is None:
        return
    if operation.until is not None and operation.until <= operation.since:
        raise draft.refusal(refusals.EndsBeforeItBegins, operation.person, day=operation.since,
                            until=operation.until)  # fmt: skip
    draft.put(replace(wrong, valid=Period(operation.since, operation.until), decision=draft.decision))


ACTS: Mapping[type[Any], Callable[[Any, Draft], None]] = {
    ops.CreatePost: create_post,
    ops.ChangePost: change_post,
    ops.ReportTo: report_to,
    ops.MovePost: move_post,
    ops.AbolishPost: abolish_post,
    ops.SetQuota: set_quota,
    ops.Appoint: appoint,
    ops.Reappoint: reappoint,
    ops.TransferPerson: transfer_person,
    ops.Second: second,
    ops.ChangeOccupancy: change_occupancy,
    ops.Release: release,
    ops.Retire: retire,
    ops.ChangeGrade: change_grade,
    ops.CorrectAppointment: correct_appointment,
}


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


def _known(draft: Draft, **codes: str) -> None:
    for of, code in codes.items():
        if not draft.snapshot.knows(of, code):
            raise refusals.UnknownCode(
                operation=draft.operation, day=draft.on, list=refusals.CODE_LISTS[of], code=code
            )


def _known_person(person: PersonId, draft: Draft) -> None:
    if person not in draft.snapshot.people:
        raise draft.refusal(refusals.UnknownPerson, person)


def _held(person: PersonId, post: PostId, draft: Draft) -> Appointment:
    _known_person(person, draft)
    for row in draft.life(person).appointments:
        if row.post == post and draft.on in row.valid:
            return row
    raise draft.refusal(refusals.HoldsNot, person, post=draft.label(post))


def _main(person: PersonId, draft: Draft) -> Appointment:
    _known_person(person, draft)
    for row in draft.life(person).appointments:
        if row.how in MAIN and draft.on in row.valid:
            return row
    raise draft.refusal(refusals.NoMainPost, person)


def _take(
    person: PersonId, post: PostId, how: str, draft: Draft, *, until: date | None = None, **facts: Any
) -> None:
    post_on(post, draft)
    _term_comes_after(facts.get("term_until"), person, draft)
    rows = draft.life(person).appointments
    if any(row.post == post and draft.on in row.valid for row in rows):
        raise draft.refusal(refusals.AlreadyHolds, person, post=draft.label(post))
    later = [row for row in rows if row.valid.since > draft.on]
    ends = [until, draft.stretch_end(post)]
    ends += [row.valid.since for row in later if row.post == post or (how in MAIN and row.how in MAIN)]
    days = Period(draft.on, min((end for end in ends if end), default=None))
    draft.put(Appointment(person=person, valid=days, decision=draft.decision, post=post, how=how, **facts))


def _term_comes_after(until: date | None, person: PersonId, draft: Draft) -> None:
    if until is not None and until <= draft.on:
        raise draft.refusal(refusals.EndsBeforeItBegins, person, until=until)


def _say_anew(row: Appointment, draft: Draft, **facts: Any) -> None:
    """Let the decision say what is left of a row from its day on."""
    draft.cut(row)
    days = Period(max(row.valid.since, draft.on), row.valid.until)
    draft.put(replace(row, valid=days, decision=draft.decision, **facts))


def _rest(held: Appointment, draft: Draft) -> list[Appointment]:
    """Give what the same decision says of the same post right after: the return from an absence."""
    rest, end = [], held.valid.until
    for row in draft.life(held.person).appointments:
        if (row.post, row.decision, row.valid.since) == (held.post, held.decision, end):
            rest.append(row)
            end = row.valid.until
    return rest


def _leave_for_a_while(main: Appointment, until: date, draft: Draft) -> None:
    """Let a person be absent until the day; what is held from it on is taken up then."""
    for row in (main, *_rest(main, draft)):
        days = Period(max(row.valid.since, draft.on), row.valid.until)
        away = days.intersection(Period(draft.on, until))
        if row.how == ABSENT or away is None:
            _say_anew(row, draft)
            continue
        draft.cut(row)
        draft.put(replace(row, valid=away, decision=draft.decision, how=ABSENT))
        for back in days.minus(away):
            draft.put(replace(row, valid=back, decision=draft.decision))


def _leave(held: Appointment, draft: Draft) -> None:
    for row in (held, *_rest(held, draft)):
        draft.cut(row)


def _leave_all(person: PersonId, draft: Draft) -> None:
    _known_person(person, draft)
    held = [row for row in draft.life(person).appointments if draft.on in row.valid]
    if not held:
        raise draft.refusal(refusals.NotInPost, person)
    for row in held:
        _leave(row, draft)
    _nothing_follows(person, draft)


def _nothing_follows(person: PersonId, draft: Draft, post: PostId | None = None) -> None:
    rows = draft.life(person).appointments
    later = [row.valid.since for row in rows if row.valid.since > draft.on and post in (None, row.post)]
    if later:
        raise draft.refusal(refusals.LaterFacts, person, day=min(later))
