"""A person in the plan: age, how many titles, which, why they must leave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.retirement import Aged, left_to
from tinhgon.core.values import Count

Reason: TypeAlias = Literal[
    "over_age", "was_disciplined", "political_standard", "below_standard", "tasks_failed", "did_wrong"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Aged):
    """Somebody in the plan, or proposed for it.

    :param next_term: the first day of the next term.
    :param planned_titles: titles of one level that they are planned for.
    :param target: how the title planned for stands to the one held.
    :param being_appointed: whether a proposal to appoint or nominate them runs at the same time.
    :param reasons: reasons found at the review.
    """

    __pydantic_config__: ClassVar = STRICT
    next_term: date | None = None
    planned_titles: Count | None = None
    target: Literal["higher", "equivalent", "lower"] | None = None
    being_appointed: bool | None = None
    reasons: tuple[Reason, ...] | None = None


def age(facts: Planned, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for two terms of work from the next term on, or at least one.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "planning.age", numbers["planning.age"].on(on)
    missing = facts.missing or ("next_term" if facts.next_term is None else None)
    if missing:
        yield unknown(rule, missing, asked)
        return
    day = needed(facts, "next_term")
    left, term = left_to(facts, day, numbers), asked.amount["months_a_term"]
    wanted, least = (asked.amount[one] * term for one in ("full_terms", "least_terms"))
    cited = asked, numbers["retirement.age"].on(day)
    if left < least:
        yield block(rule, "too_few", *cited, found=left, allowed=least, day=day)
    elif left < wanted:
        yield note(rule, "one_term", *cited, found=left, allowed=wanted, day=day)


def titles_a_person(facts: Planned, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Count the titles of one level that somebody is planned for.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, limit = "planning.titles_a_person", numbers["planning.limits"].on(on)
    if facts.planned_titles is None:
        yield unknown(rule, "planned_titles", limit)
    elif facts.planned_titles > limit.amount["planned_titles"]:
        yield block(
            rule, "too_many", limit, found=facts.planned_titles, allowed=limit.amount["planned_titles"]
        )


def only_higher(facts: Planned, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the title planned for is higher than the one held.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "planning.only_higher", numbers["planning.only_higher"].on(on)
    if facts.target is None:
        yield unknown(rule, "target", asked)
    elif facts.target not in asked.amount:
        yield block(rule, "not_higher", asked, found=facts.target, allowed=asked.amount)


def not_while_appointing(facts: Planned, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether planning and a proposal to appoint run at the same time.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "planning.not_while_appointing", numbers["planning.while_appointing"].on(on)
    if facts.being_appointed is None:
        yield unknown(rule, "being_appointed", asked)
    elif facts.being_appointed and not asked.amount["being_appointed"]:
        yield block(rule, "at_once", asked, found=True, allowed=False)


def removal(facts: Planned, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Name each reason that takes somebody out of the plan.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "planning.removal", numbers["planning.removal"].on(on)
    if facts.reasons is None:
        yield unknown(rule, "reasons", asked)
        return
    for reason in facts.reasons:
        if reason in asked.amount:
            yield warn(rule, "out", asked, found=reason, allowed=asked.amount)
