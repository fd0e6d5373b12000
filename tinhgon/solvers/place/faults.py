"""What is wrong with a task before anything is solved, all at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields

from tinhgon.core.errors import Refused
from tinhgon.solvers.place.values import RANKS, Staffing


class SameId(Refused):
    vi = "Mã {id} được dùng nhiều lần trong danh sách {what}. Mỗi mã chỉ dùng một lần."
    en = "The id {id} is used several times among the {what}. Use each id once."


class NoSuch(Refused):
    vi = "{asker} nhắc đến {id}, nhưng không có trong danh sách {what}."
    en = "{asker} names {id}, which is not among the {what}."


class BadNumber(Refused):
    vi = "{name} của {of} là {found}; phải là số không âm."
    en = "{name} of {of} is {found}; it must be a number that is not negative."


class BadRank(Refused):
    vi = "{of} có bậc {found}; bậc là một trong: {known}."
    en = "{of} has rank {found}; ranks are: {known}."


class FaultyStaffing(Refused):
    """The task is refused; `faults` holds each fault."""

    vi = "Dữ liệu bố trí có {count} lỗi, chưa tính gì. {shown}"
    en = "The staffing has {count} faults; nothing was computed. {shown}"
    shown_at_most = 20

    def __init__(self, faults: Iterable[Refused]) -> None:
        self.faults = tuple(faults)
        super().__init__(count=len(self.faults))

    def message(self, language: str = "vi") -> str:
        """Say how many there are and quote the first."""
        shown = " ".join(fault.message(language) for fault in self.faults[: self.shown_at_most])
        template = self.vi if language.startswith("vi") else self.en
        return template.format(count=len(self.faults), shown=shown)


def assert_sound(staffing: Staffing) -> None:
    """Refuse a task with faults.

    :raises FaultyStaffing: with every fault.
    """
    if faults := tuple(faults_of(staffing)):
        raise FaultyStaffing(faults)


def faults_of(staffing: Staffing) -> Iterator[Refused]:
    """Find every fault."""
    for what in ("people", "posts", "units"):
        for name, count in Counter(one.id for one in getattr(staffing, what)).items():
            if count > 1:
                yield SameId(id=name, what=what)
    yield from _names(staffing)
    yield from _numbers(staffing)
    yield from _ranks(staffing)


def _names(staffing: Staffing) -> Iterator[Refused]:
    known = {what: {one.id for one in getattr(staffing, what)} for what in ("people", "posts", "units")}
    pins = staffing.pins
    named = [(post.id, "units", post.unit) for post in staffing.posts]
    named += [(person.id, "posts", wish) for person in staffing.people for wish in person.wishes]
    named += [("relatives", "people", who) for pair in staffing.rules.relatives for who in pair]
    named += [("pins", "people", who) for who in (*pins.at, *sorted(pins.out))]
    named += [("pins", "posts", where) for where in (*pins.at.values(), *sorted(pins.empty))]
    for who, where in sorted(pins.closed):
        named += [("pins", "people", who), ("pins", "posts", where)]
    for asker, what, name in named:
        if name not in known[what]:
            yield NoSuch(asker=asker, id=name, what=what)


def _numbers(staffing: Staffing) -> Iterator[Refused]:
    rules, weights = staffing.rules, staffing.weights
    asked = [("weights", one.name, getattr(weights, one.name)) for one in fields(weights)]
    asked += [
        ("rules", name, getattr(rules, name))
        for name in ("lead_months", "rise", "fall", "reach_km", "one_origin")
    ]
    asked += [(post.id, "seats", post.seats) for post in staffing.posts]
    asked += [(unit.id, "deputies", unit.deputies) for unit in staffing.units]
    asked += [(one.id, "severance", one.severance) for one in staffing.people]
    asked += [(one.id, "seniority_months", one.seniority_months) for one in staffing.people]
    places = [(one.id, one.position) for one in staffing.people] + [
        (one.id, one.position) for one in staffing.posts
    ]
    for of, (lat, lon) in ((of, place) for of, place in places if place is not None):
        asked += [(of, "position", 0.0 if abs(lat) <= 90 and abs(lon) <= 180 else math.nan)]
    for of, name, found in asked:
        if found is not None and not (math.isfinite(found) and found >= 0):
            yield BadNumber(of=of, name=name, found=found)


def _ranks(staffing: Staffing) -> Iterator[Refused]:
    levels = [(one.id, one.level) for one in staffing.people] + [
        (one.id, one.level) for one in staffing.posts
    ]
    for name, level in levels:
        if level not in range(len(RANKS)):
            yield BadRank(of=name, found=level, known=RANKS)
    for person in staffing.people:
        for rank in sorted(person.barred - set(RANKS)):
            yield BadRank(of=person.id, found=rank, known=RANKS)
