"""A person in the plan: age, how many titles, which, why they must leave it, what discipline leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.retirement import Aged, left_to
from tinhgon.core.values import Count

Reason: TypeAlias = Literal[
    "over_age", "was_disciplined", "political_standard", "below_standard", "tasks_failed", "did_wrong"
]
Fault: TypeAlias = Literal["no_fault", "review_only", "time_barred", "reprimand", "warning", "removal"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Disciplined:
    """Somebody who did wrong: what came of it, and whether the conditions to be planned are met.

    :param barred_level: what the discipline would have been, had it not been time-barred.
    :param as_leader: whether the fault is that of a head, or a share in a joint one.
    """

    __pydantic_config__: ClassVar = STRICT
    fault: Fault | None = None
    barred_level: Literal["reprimand", "warning", "removal"] | None = None
    as_leader: bool | None = None
    review_done: bool | None = None
    expired: bool | None = None


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


def after_discipline(facts: Disciplined, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether somebody who did wrong may be planned all the same.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "planning.after_discipline", numbers["planning.after_discipline"].on(on)
    if facts.fault is None:
        yield unknown(rule, "fault", asked)
        return
    if facts.fault == "no_fault":
        return
    fitting = next((one for one in asked.amount if one["fault"] == facts.fault), None)
    if fitting is None:
        yield block(rule, "not_yet", asked, found=facts.fault, allowed=asked.amount)
    else:
        yield from _conditions(facts, fitting, asked)


def _conditions(facts: Disciplined, fitting: Mapping[str, Any], asked: Dated) -> Iterator[Finding]:
    rule = "planning.after_discipline"
    missing = [name for name in fitting if getattr(facts, name) is None]
    if missing:
        yield from (unknown(rule, name, asked) for name in missing)
    elif any(getattr(facts, name) != value for name, value in fitting.items()):
        yield block(rule, "not_yet", asked, found=facts.fault, allowed=fitting)
    else:
        yield note(rule, "may", asked, found=facts.fault, allowed=fitting)
