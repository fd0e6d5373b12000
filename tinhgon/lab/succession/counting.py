"""Counts a plan of succession: figures that name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from tinhgon.lab.succession.drawing import Drawn
from tinhgon.lab.succession.keeping import Plan
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.succeed.plan import Succession

MONTHS = 3  # of a quarter


def counts_of(drawn: Drawn, plan: Plan, solved: Succession) -> dict[str, Any]:
    """Count posts, vacancies by quarter and reason, successors, lists and what is not known."""
    return {
        "on": drawn.task.rules.on.isoformat(), "years": drawn.task.rules.years,
        "officials": len(drawn.task.officials), "seats": len(drawn.task.seats),
        "vacancies": len(plan.vacancies), "because": _count(one.why for one in plan.vacancies),
        "quarters": [
            {"quarter": quarter, "vacant": number,
             "without": sum(quarter_of(one.vacancy.day) == quarter for one in solved.without)}
            for quarter, number in sorted(Counter(quarter_of(one.day) for one in plan.vacancies).items())
        ],
        "without": len(solved.without), "takes": _count(one.how for one in solved.moves),
        "listed": len(solved.listed), "people": len({one.official for one in solved.listed}),
        "trainings": len(solved.trainings), "idle": len(solved.idle),
        "aims": {
            name: {"missed": sum(one.missing > 0 for one in solved.standings if one.name == name),
                   "units": sum(one.name == name for one in solved.standings)}
            for name in sorted({one.name for one in solved.standings})
        },
        "unknown": _count(one.fact for one in set(solved.unknown)),
        "a_title": drawn.task.rules.people_a_title,
    }  # fmt: skip


def known_of(drawn: Drawn, solved: Succession) -> dict[str, Any]:
    """Give what is known of how good a plan is: of each round, the vacancies foreseen first."""
    return {
        "rounds": [_proof(one) for one in solved.proofs], "whole": solved.whole,
        "seconds": round(solved.seconds, 3), "versions": dict(solved.versions),
        "notes": [{"vi": one.vi, "en": one.en} for one in drawn.notes],
    }  # fmt: skip


def quarter_of(day: date) -> str:
    """Name the quarter of a day so that names sort: 2027-Q1."""
    return f"{day.year}-Q{(day.month - 1) // MONTHS + 1}"


def _count(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "value": proof.value, "bound": proof.bound, "gap_percent": proof.gap_percent,
        "proven": proof.proven,
    }  # fmt: skip
