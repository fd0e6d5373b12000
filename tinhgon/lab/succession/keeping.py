"""Writes a plan of succession: for each vacancy who stands in the plan, who takes it, or that nobody does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from tinhgon.lab.models import Scenario, Succeeding
from tinhgon.lab.succession.solving import Succeeding as Task
from tinhgon.solvers.succeed.plan import Move, Succession, Training, Vacancy

BATCH = 2000
ELSEWHERE = "elsewhere"  # beside the names of rules: how many could, but are needed for another post


class Plan:
    """A plan by vacancy and by official; the list of a title goes with its first vacancy."""

    def __init__(self, task: Task, plan: Succession) -> None:
        self.vacancies = sorted((*plan.forecast.vacancies, *plan.opened))
        self.moves: dict[Vacancy, Move] = {one.vacancy: one for one in plan.moves}
        self.left: Mapping[Vacancy, Mapping[str, int]] = {
            one.vacancy: {**one.barred, ELSEWHERE: len(one.elsewhere)} for one in plan.without
        }
        self._listed: dict[str, list[str]] = defaultdict(list)
        for one in plan.listed:
            self._listed[one.seat].append(one.official)
        self._needs: dict[tuple[str, str], Training] = {
            (one.official, one.training): one for one in plan.trainings
        }
        self._seats = {one.id: one for one in task.seats}
        self._officials = {one.id: one for one in task.officials}
        self._first = {one.seat: one for one in reversed(self.vacancies)}

    def people(self, vacancy: Vacancy) -> list[tuple[str, int]]:
        """Give who takes a vacancy and who stands in the plan for it, with the place in the list."""
        move = self.moves.get(vacancy)
        taker = move.official if move else ""
        listed = self._listed[vacancy.seat] if self._first[vacancy.seat] == vacancy else []
        listed = sorted(listed, key=lambda one: (one != taker, one))
        found = [(one, place) for place, one in enumerate(listed, start=1)]
        return found if taker in ("", *listed) else [(taker, 0), *found]

    def trainings(self, official: str, seat: str) -> list[dict[str, Any]]:
        """Give what somebody has to complete for a seat, and until when."""
        missing = self._seats[seat].trainings - self._officials[official].trainings
        asked = (self._needs.get((official, kind)) for kind in sorted(missing))
        return [
            {"kind": one.training, "before": one.before, "start_by": one.start_by} for one in asked if one
        ]


def keep_rows(scenario: Scenario, plan: Plan) -> None:
    """Write the plan in the place of the one before."""
    Succeeding.objects.filter(scenario=scenario).delete()
    rows = [row for vacancy in plan.vacancies for row in _rows(scenario, plan, vacancy)]
    Succeeding.objects.bulk_create(rows, batch_size=BATCH)


def _rows(scenario: Scenario, plan: Plan, vacancy: Vacancy) -> Iterator[Succeeding]:
    post, _, seat = vacancy.seat.partition("/")
    common: dict[str, Any] = {
        "scenario": scenario, "post_id": UUID(post), "seat": int(seat), "vacant_on": vacancy.day,
        "because": vacancy.why, "holder_id": UUID(vacancy.holder) if vacancy.holder else None,
    }  # fmt: skip
    move = plan.moves.get(vacancy)
    for official, place in plan.people(vacancy):
        takes = move if move and move.official == official else None
        yield Succeeding(
            **common, person_id=UUID(official), place=place, takes=takes.how if takes else "",
            months_left=takes.months_left if takes else None,
            trainings=plan.trainings(official, vacancy.seat),
        )  # fmt: skip
    if move is None:
        yield Succeeding(**common, kept_away=dict(plan.left.get(vacancy, {})))
