"""The succession of a scenario: what falls vacant when, who stands in the plan, where nobody does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.partial import DayRefused, PartialDay
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages import succession_words as words
from tinhgon.lab.pages.numbers import number
from tinhgon.lab.pages.proofs import Known, known_by
from tinhgon.lab.queries.successions import Successor, Vacant, vacancies
from tinhgon.people.sections import choices
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.queries.codes import TITLE, codes
from tinhgon.solvers.proof import Proof

LISTED = 40
FOUND = "succession"


@dataclass(frozen=True, slots=True)
class Person:
    """One who stands in the plan."""

    who: Successor
    takes: str
    trainings: list[tuple[str, date | None, date | None]]


@dataclass(frozen=True, slots=True)
class Line:
    """A vacancy as the page words it."""

    vacant: Vacant
    title: str
    because: str
    people: list[Person]
    away: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year: how many posts fall vacant, how many of them without a successor."""

    label: str
    vacant: int
    without: int
    share: float


def succession_page(request: ReachRequest, scenario: Scenario) -> dict[str, Any]:
    """Gather counts for whoever may open the scenario, and vacancies of people within reach."""
    found: Mapping[str, Any] | None = scenario.found.get(FOUND)
    if not found:
        return {"succession": None}
    asked, kind = page_number(request), "without" if request.GET.get("kind") == "without" else "all"
    rows, number_of = vacancies(
        scenario, request.reach, without=kind == "without", limit=LISTED, offset=(asked - 1) * LISTED
    )
    titles, trainings = codes()[TITLE], _trainings()
    return {
        "succession": found, "kind": kind, "listed": number_of,
        "page": Page(asked, asked * LISTED < number_of), "quarters": quarters(found),
        "lines": [_line(one, titles, trainings) for one in rows], "rounds": _rounds(found),
        "takes": sum(found["takes"].values()),
        "because": _counted(found["because"], words.reasons_to_leave()),
        "unknown": _counted(found["unknown"], words.missing_facts()), "aims": _aims(found),
        "said": [note[_language()] for note in found["notes"]],
        "hidden": kind == "all" and number_of < found["vacancies"],
        "illustrative": any(one.illustrative for row in rows for one in row.successors),
    }  # fmt: skip


def quarters(found: Mapping[str, Any]) -> list[Quarter]:
    """Give the quarters in which posts fall vacant, with bars against the fullest."""
    most = max((one["vacant"] for one in found["quarters"]), default=1)
    return [
        Quarter(_quarter(one["quarter"]), one["vacant"], one["without"], 100 * one["vacant"] / most)
        for one in found["quarters"]
    ]


def _line(one: Vacant, titles: Mapping[str, str], trainings: Mapping[str, str]) -> Line:
    rules, takes, because = words.rules(), words.ways_to_take(), words.reasons_to_leave()
    away = [row for row in one.successors if row.person is None]
    return Line(
        vacant=one, title=titles.get(one.title, one.title), because=because.get(one.because, one.because),
        people=[
            Person(row, takes.get(row.takes, ""), [
                (trainings.get(need["kind"], need["kind"]), _day(need["before"]), _day(need["start_by"]))
                for need in row.trainings
            ])
            for row in one.successors if row.person
        ],
        away=[
            (rules.get(name, name), count) for row in away for name, count in row.kept_away.items() if count
        ],
    )  # fmt: skip


def _rounds(found: Mapping[str, Any]) -> list[Known]:
    cut = not found["whole"]
    proofs = (Proof(value=one["value"], bound=one["bound"]) for one in found["rounds"])
    return [known_by(one, cut_short=cut) for one in proofs]


def _aims(found: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    names = {"age_groups": gettext("số độ tuổi"), "women": gettext("tỷ lệ nữ"), "young": gettext("tỷ lệ trẻ")}
    return [
        (names.get(name, name), number(one["units"] - one["missed"]), number(one["units"]))
        for name, one in found["aims"].items()
    ]


def _counted(counts: Mapping[str, int], words: Mapping[str, str]) -> list[tuple[str, int]]:
    return [(words.get(name, name), count) for name, count in counts.items()]


def _trainings() -> dict[str, str]:
    return {one.code: str(one) for one in choices()["trainings"]}


def _quarter(name: str) -> str:
    year, _, quarter = name.partition("-Q")
    return gettext("Quý %(quarter)s/%(year)s") % {"quarter": quarter, "year": year}


def _day(text: str | None) -> date | None:
    try:
        return PartialDay.parse(text).earliest if text else None
    except DayRefused:
        return None


def _language() -> str:
    return "vi" if (get_language() or "vi").startswith("vi") else "en"
