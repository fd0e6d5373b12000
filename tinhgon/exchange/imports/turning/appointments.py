"""Rows of appointments: who takes which post from when on, in the order of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.rows import MAIN, ONE, REGULAR
from tinhgon.exchange.imports.matching.people import Known, People
from tinhgon.exchange.imports.matching.posts import Posts
from tinhgon.exchange.imports.turning.grades import Grades
from tinhgon.exchange.imports.work import Work
from tinhgon.office.sheets.reading import Row
from tinhgon.register.models import Appointment


@dataclass(slots=True)
class Holding:
    """One post that somebody holds over days."""

    post: UUID
    how: str
    share: Decimal
    since: date
    until: date | None
    term: date | None


@dataclass(slots=True)
class Careers:
    """Who holds what, as the register says and as the rows so far leave it."""

    held: dict[UUID, list[Holding]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, people: Iterable[UUID]) -> Careers:
        """Read the appointments of some people."""
        careers = cls()
        for row in Appointment.objects.throughout().filter(person__in=set(people)):
            days = row.valid
            one = Holding(row.post_id, row.how, row.share, days.since, days.until, row.term_until)
            careers.held[row.person_id].append(one)
        return careers

    def on(self, person: UUID, day: date) -> list[Holding]:
        """Give what somebody holds on a day."""
        held = self.held[person]
        return [one for one in held if one.since <= day and (one.until is None or day < one.until)]


def turn(work: Work) -> None:
    """Turn every row, the earliest day first."""
    units = {row.number: unit for row in list(work.rows()) if (unit := work.unit(row))}
    people, posts = People(list(work.rows()), work.reach), Posts(units.values())
    found = {row.number: one for row in list(work.rows()) if (one := _who(work, row, people))}
    ids = {one.id for one in found.values()}
    careers, grades = Careers.of(ids), Grades(ids)
    for row in sorted(work.rows(), key=lambda row: (work.day(row), row.number)):
        who, unit = found[row.number], units[row.number]
        steps = len(work.plan.steps)
        _hold(work, row, who, unit, posts, careers)
        grades.order(work, row, who.id, who.name, unit)
        if len(work.plan.steps) == steps and row.number not in work.faulty:
            work.same(row)


def _who(work: Work, row: Row, people: People) -> Known | None:
    try:
        return people.find(row)
    except Refused as refused:
        work.fault(row, "number" if row.values.get("number") else "name", refused)
        return None


def _hold(work: Work, row: Row, who: Known, unit: UUID, posts: Posts, careers: Careers) -> None:
    day, title = work.day(row), row.values["title"]
    called = work.units.name(unit, day)
    try:
        post = posts.one(unit, title, day, called=called)
    except Refused as refused:
        work.fault(row, "title", refused)
        return
    operation = _order(row, who.id, post, careers, day)
    if operation:
        work.order(row, operation, who.name, unit, f"{posts.titles[title]} – {called}")


def _order(row: Row, person: UUID, post: UUID, careers: Careers, day: date) -> ops.Operation | None:
    """Choose the operation: what somebody holds already decides which."""
    how: Any = row.values.get("how")
    share: Decimal = row.values.get("share") or ONE
    term: date | None = row.values.get("until")
    now = careers.on(person, day)
    same = next((one for one in now if one.post == post), None)
    if same:
        return _anew(person, same, how or same.how, row.values.get("share") or same.share, term)
    main = next((one for one in now if one.how in MAIN), None)
    how = how or REGULAR
    transferred = main is not None and how == REGULAR
    if main and transferred:
        main.until = day
    careers.held[person].append(Holding(post, how, share, day, None, term))
    if transferred:
        return ops.TransferPerson(person=person, post=post, term_until=term)
    return ops.Appoint(person=person, post=post, how=how, share=share, term_until=term)


def _anew(person: UUID, same: Holding, how: Any, share: Decimal, term: date | None) -> ops.Operation | None:
    """Order another way of holding the same post, or another term; nothing where it is so already."""
    if (how, share) != (same.how, same.share):
        same.how, same.share = how, share
        return ops.ChangeOccupancy(person=person, post=same.post, how=how, share=share)
    if term and term != same.term:
        same.term = term
        return ops.Reappoint(person=person, post=same.post, term_until=term)
    return None
