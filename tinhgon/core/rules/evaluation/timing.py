"""By which day of the year the evaluation is finished."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Finding, Numbers, unknown, warn
from tinhgon.core.rules.evaluation.facts import Round

ID = "evaluation.deadline"


def deadline(facts: Round, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find an evaluation finished too late in its year."""
    limit = numbers[f"evaluation.{facts.system}_before"].on(on)
    if facts.review_year is None or facts.finished_on is None:
        yield unknown(ID, "review_year" if facts.review_year is None else "finished_on", limit)
        return
    done = (facts.finished_on.year, facts.finished_on.month, facts.finished_on.day)
    month, day = limit.amount["month"], limit.amount["day"]
    if done >= (facts.review_year, month, day):
        allowed = f"{day:02}/{month:02}/{facts.review_year}"
        yield warn(ID, "late", limit, found=facts.finished_on, allowed=allowed)
