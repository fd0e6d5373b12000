"""The procedure of an appointment: its meetings and its time limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, unknown
from tinhgon.core.rules.deadlines import Deadline, lateness
from tinhgon.core.values import Count

Meeting: TypeAlias = Literal["leaders_1", "leaders_expanded", "leaders_2", "key_cadres", "leaders_3"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One meeting: who was summoned and who came."""

    __pydantic_config__: ClassVar = STRICT
    meeting: Meeting
    summoned: Count | None = None
    present: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The meetings that were held, in their order."""

    __pydantic_config__: ClassVar = STRICT
    held: tuple[Held, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Deadline):
    """A stage of the procedure for a civil servant or a public employee."""

    __pydantic_config__: ClassVar = STRICT
    staff: Literal["civil_servant", "public_employee"] = "civil_servant"


def meetings(facts: Procedure, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for every meeting in its order, with enough of those summoned.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "appointment.meetings", numbers["appointment.meetings"].on(on)
    if facts.held is None:
        yield unknown(rule, "held", asked)
        return
    order = [one.meeting for one in facts.held]
    if order != asked.amount["order"]:
        yield block(rule, "not_all", asked, found=order, allowed=asked.amount["order"])
    for one in facts.held:
        yield from _quorum(rule, one, asked)


def _quorum(rule: str, one: Held, asked: Dated) -> Iterator[Finding]:
    least = asked.amount["present"]
    if one.summoned is None or one.present is None:
        yield unknown(rule, "summoned" if one.summoned is None else "present", asked)
    elif one.present * least["of"] < one.summoned * least["at_least"]:
        yield block(rule, "too_few", asked, found=one.present, allowed=one.summoned, meeting=one.meeting)


def policy_deadline(facts: Stage, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the authority answered the proposal of a policy in time.

    :raises NotInForce: the figure is not in force on that day.
    """
    yield from _late("policy", facts, on, numbers)


def process_deadline(facts: Stage, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the procedure was done in time after the consent.

    :raises NotInForce: the figure is not in force on that day.
    """
    yield from _late("process", facts, on, numbers)


def _late(stage: str, facts: Stage, on: date, numbers: Numbers) -> Iterator[Finding]:
    limit = numbers[f"appointment.{facts.staff}_days"].on(on)
    yield from lateness(f"appointment.{stage}_deadline", facts, on, limit.amount[stage], limit)
