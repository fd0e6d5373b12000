"""Who is appointed or seconded by a decision: months left until retirement, lengths of terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tinhgon.core.judging import Judged, Matter
from tinhgon.core.life import Life
from tinhgon.core.rows import MAIN, REGULAR, SECONDED, Appointment, PersonId, PostVersion
from tinhgon.core.rulebook import Finding
from tinhgon.core.rules.appointment.proposal import Move
from tinhgon.core.rules.appointment.term import Tenure
from tinhgon.findings.facts.people import LEADING, move_of, proposal
from tinhgon.findings.judging import found_by
from tinhgon.register.models import Person

AGE, LENGTH, SECONDMENT = "appointment.enough_months", "appointment.term_length", "appointment.secondment"


def judge(matter: Matter) -> Iterator[Judged]:
    """Judge each appointment that begins with the decision, and the length of each term that does."""
    changed = (change.after for change in matter.changes)
    rows = [row for row in changed if isinstance(row, Appointment) and row.valid.since == matter.on]
    begun = [row for row in rows if _comes(row, matter)]
    leading = [row for row in begun if row.how == REGULAR and _is_leading(row, matter)]
    people = Person.objects.in_bulk([row.person for row in leading])
    for row in leading:
        facts = proposal(people.get(row.person), _move(row, matter), matter.on)
        yield from _about(row.person, found_by(AGE, facts, on=matter.on))
    for row in rows:
        if row.term_until is not None:
            tenure = Tenure(since=row.valid.since, term_until=row.term_until - timedelta(days=1))
            rule = SECONDMENT if row.how == SECONDED else LENGTH
            yield from _about(row.person, found_by(rule, tenure, on=matter.on))


def _about(person: PersonId, findings: tuple[Finding, ...]) -> Iterator[Judged]:
    yield from (Judged(finding=finding, person=person) for finding in findings)


def _comes(row: Appointment, matter: Matter) -> bool:
    """Tell whether somebody comes to a post that day; who goes along with it held it the day before."""
    eve = matter.on - timedelta(days=1)
    before = matter.before.lives.get(row.person, Life()).appointments
    return not any(one.post == row.post and eve in one.valid for one in before)


def _is_leading(row: Appointment, matter: Matter) -> bool:
    post = _post(row, matter, matter.on)
    return post is not None and post.rank in LEADING


def _post(row: Appointment, matter: Matter, on: date) -> PostVersion | None:
    """Give what the post was on a day: a merger leads it to another unit while one person holds it."""
    return matter.after.lives.get(row.post, Life()).post_on(on)


def _move(row: Appointment, matter: Matter) -> Move | None:
    after = _post(row, matter, matter.on)
    assert after is not None  # noqa: S101  (only posts of leaders are asked about)
    eve = matter.on - timedelta(days=1)
    earlier = matter.before.lives.get(row.person, Life()).appointments
    posts = [post for one in earlier if (post := _post(one, matter, one.valid.since)) is not None]
    main = next((_post(one, matter, eve) for one in earlier if eve in one.valid and one.how in MAIN), None)
    return move_of(main, any(post.rank in LEADING for post in posts), after)
