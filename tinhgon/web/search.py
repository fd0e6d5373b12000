"""What the search box shows: units of any day, those of the day in view first, and documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from tinhgon.core.reach import Reach
from tinhgon.register.models import Decision
from tinhgon.register.pages.staff_words import in_words
from tinhgon.register.queries import decisions, staffing_search, tallies, units
from tinhgon.temporal.asof import AsOf

UNITS = 15
PEOPLE = 8
DECISIONS = 8
LONGEST = 100  # letters; nothing in the register has a longer name


@dataclass(frozen=True, slots=True)
class UnitResult:
    """A unit in the list of results; its address looks at a day on which it lived."""

    name: str
    code: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class DecisionResult:
    """A document in the list of results."""

    name: str
    title: str
    effective_on: date
    url: str


@dataclass(frozen=True, slots=True)
class PersonResult:
    """Somebody within reach, with what he is on the day."""

    name: str
    detail: str
    born: str
    url: str


def person_results(text: str, *, as_of: AsOf, today: date, reach: Reach) -> list[PersonResult]:
    """Find people within reach by words of their names, with or without marks."""
    found = staffing_search.people(text[:LONGEST], reach, on=as_of.valid, limit=PEOPLE)
    return [_person(one, as_of, today) for one in found]


def unit_results(text: str, *, as_of: AsOf, today: date) -> list[UnitResult]:
    """Find units by name, with or without marks, or by the beginning of a code."""
    found = units.search(text[:LONGEST], as_of, limit=UNITS)
    kinds = tallies.kinds() if found else {}
    return [_unit(one, kinds.get(one.kind, one.kind), as_of, today) for one in found]


def decision_results(
    text: str, *, as_of: AsOf, today: date, drafts: bool, reach: Reach, user: int | None
) -> list[DecisionResult]:
    """Find documents by number, issuer or words of their title; drafts only for those who may draft."""
    if not text:
        return []
    state = "" if drafts else Decision.State.SIGNED
    found = decisions.listed(as_of, reach, user, text=text[:LONGEST], state=state)[:DECISIONS]
    return [_decision(one, as_of, today) for one in found]


def _unit(found: units.Found, kind: str, as_of: AsOf, today: date) -> UnitResult:
    day, when = found.nearest(as_of.valid), ""
    if day > as_of.valid:
        when = gettext("từ %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    elif day < as_of.valid:
        when = gettext("đến hết %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    address = reverse("register:unit", args=[found.unit])
    detail = " · ".join(filter(None, (kind, found.parent, when)))
    return UnitResult(found.name, found.code or "", detail, f"{address}{_point(day, as_of, today)}")


def _person(found: staffing_search.FoundPerson, as_of: AsOf, today: date) -> PersonResult:
    address = reverse("people:person", args=[found.id])
    parts = [in_words(found.title) if found.title else gettext("không giữ chức vụ"), found.unit]
    return PersonResult(
        found.name, " · ".join(filter(None, parts)), str(found.born.year) if found.born else "",
        f"{address}{_point(as_of.valid, as_of, today)}",
    )  # fmt: skip


def _decision(decision: Decision, as_of: AsOf, today: date) -> DecisionResult:
    address = reverse("register:decision", args=[decision.pk])
    return DecisionResult(
        str(decision), decision.title, decision.effective_on, f"{address}{_point(as_of.valid, as_of, today)}"
    )


def _point(day: date, as_of: AsOf, today: date) -> str:
    """Write the point of view into an address; today goes without saying."""
    on = {} if day == today else {"on": day.isoformat()}
    known = {"known": as_of.known.isoformat()} if as_of.known else {}
    return f"?{urlencode(on | known)}" if on or known else ""
