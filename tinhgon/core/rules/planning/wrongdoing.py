"""Who did wrong and may be planned all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown

Fault: TypeAlias = Literal["no_fault", "review_only", "time_barred", "reprimand", "warning", "removal"]


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
