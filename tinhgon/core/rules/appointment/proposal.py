"""A proposal to appoint somebody: months left, time in the present post, the plan, terms in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.retirement import Aged, left_to
from tinhgon.core.values import Count

Move: TypeAlias = Literal["first", "higher", "equivalent", "lower"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Aged):
    """Somebody proposed for a post.

    :param reference_day: the day on which the personnel body in charge received the submission and dossier.
    :param move: to a first leading post, a higher one, an equivalent or a lower one.
    """

    __pydantic_config__: ClassVar = STRICT
    reference_day: date | None = None
    move: Move | None = None

    @property
    def lacks(self) -> str | None:
        """Name the first fact that is missing to count the months left."""
        return self.missing or ("reference_day" if self.reference_day is None else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Candidate):
    """A proposal with what else must be known of it.

    :param months_in_post: months in the present post and in equivalent ones.
    :param origin: personnel of the place itself, or from elsewhere.
    :param planned_for: for which post the person stands in the plan, beside the one proposed.
    :param terms: terms in a row in this post, the one proposed included.
    """

    __pydantic_config__: ClassVar = STRICT
    staff: Literal["cadre", "civil_servant", "public_employee"] | None = None
    months_in_post: Count | None = None
    origin: Literal["local", "outside"] | None = None
    planned_for: Literal["none", "lower", "equivalent", "same", "higher"] | None = None
    terms: Count | None = None


def enough_months(facts: Proposal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the months left on the reference day against one full term.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, needs = "appointment.enough_months", numbers["appointment.months_needed"].on(on)
    if facts.move is None:
        yield unknown(rule, "move", needs)
    elif facts.move not in needs.amount["of"]:
        yield note(rule, "not_counted", needs, found=facts.move)
    elif facts.lacks:
        yield unknown(rule, facts.lacks, needs)
    else:
        day = needed(facts, "reference_day")
        left, asked = left_to(facts, day, numbers), needs.amount["months"]
        if left < asked:
            schedule = numbers["retirement.age"].on(day)
            yield block(rule, "too_few", needs, schedule, found=left, allowed=asked, day=day)


def time_in_post(facts: Proposal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the time in the present or an equivalent post against what a higher one asks.

    :raises NotInForce: nothing is asked on that day.
    """
    rule = "appointment.time_in_post"
    figure = "public_employee_in_post" if facts.staff == "public_employee" else "cadre_in_post"
    asked = numbers[f"appointment.{figure}"].on(on)
    missing = next((one for one in ("staff", "move", "months_in_post") if getattr(facts, one) is None), None)
    if missing:
        yield unknown(rule, missing, asked)
    elif facts.move in asked.amount["of"] and needed(facts, "months_in_post") < asked.amount["months"]:
        yield block(rule, "too_short", asked, found=facts.months_in_post, allowed=asked.amount["months"])


def planned(facts: Proposal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the person stands in the plan as the origin demands.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "appointment.planned", numbers["appointment.planned"].on(on)
    missing = next((one for one in ("origin", "planned_for") if getattr(facts, one) is None), None)
    if missing:
        yield unknown(rule, missing, asked)
        return
    allowed = asked.amount[facts.origin]
    if facts.planned_for not in allowed:
        yield block(rule, "not_planned", asked, found=facts.planned_for, allowed=allowed)


def consecutive_terms(facts: Proposal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Count terms in a row in one post, while that was limited.

    :raises NotInForce: there is no limit on that day.
    """
    rule, limit = "appointment.consecutive_terms", numbers["appointment.consecutive_terms"].on(on)
    if facts.terms is None:
        yield unknown(rule, "terms", limit)
    elif facts.terms > limit.amount["terms"]:
        yield block(rule, "too_many", limit, found=facts.terms, allowed=limit.amount["terms"])
