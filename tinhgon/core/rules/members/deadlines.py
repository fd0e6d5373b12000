"""Time limits, in working days, of the work on members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers
from tinhgon.core.rules.deadlines import Deadline, lateness

EXTENDED = ("admission_decision", "recognition_decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDeadline(Deadline):
    """A time limit of the work on members; `extended` where the committee extended a decision's."""

    __pydantic_config__: ClassVar = STRICT
    act: Literal[
        "ceremony", "admission_decision", "recognition_proposal", "recognition_decision",
        "transfer_start", "transfer_arrival", "removal_complaint", "complaint_local", "complaint_central",
        "question_base", "question_upper", "question_central", "verification_home", "verification_abroad",
    ]  # fmt: skip
    extended: bool = False


def time_limit(facts: MemberDeadline, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Warn of an act that came after its time limit, or is open beyond it."""
    limit = numbers[f"members.{facts.act}_days"].on(on)
    if facts.extended and facts.act in EXTENDED:
        more = numbers["members.extension_days"].on(on)
        yield from lateness("members.time_limit", facts, on, limit.amount + more.amount, limit, more)
    else:
        yield from lateness("members.time_limit", facts, on, limit.amount, limit)
