"""How long discipline may take, and for how long a violation can be disciplined at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import months_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.discipline.facts import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """From the day on which a violation was found to the decision; None for one not yet decided."""

    __pydantic_config__: ClassVar = STRICT
    detected: date | None = None
    decided: date | None = None
    complex: bool = False


def time_limit(facts: Handling, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Warn where handling took, or by now takes, longer than allowed."""
    limits = numbers["discipline.time_limit"].on(on)
    most = limits.amount["complex" if facts.complex else "usual"]
    if facts.detected is None:
        yield unknown("discipline.time_limit", "detected", limits, allowed=most)
    elif (days := ((facts.decided or on) - facts.detected).days) > most:
        yield warn("discipline.time_limit", "late", limits, found=days, allowed=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A violation and the form that it deserves.

    :param group: cadres and civil servants, public employees, or members and organisations of the Party.
    :param violated: the day of the last violation: a new one starts the limitation anew.
    :param ground: why there may be no limitation.
    """

    __pydantic_config__: ClassVar = STRICT
    group: Literal["officials", "employees", "party"]
    form: Form
    violated: date | None = None
    ground: Literal["deserves_expulsion", "internal_politics", "security", "fake_diploma"] | None = None


def limitation(facts: Violation, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Refuse discipline after the limitation, which depends on the form that is deserved."""
    limits = numbers[f"discipline.limitation_{facts.group}"].on(on)
    if {facts.form, facts.ground} & set(limits.amount.get("without", ())):
        yield note("discipline.limitation", "without", limits, found=facts.ground or facts.form)
    elif facts.violated is None:
        yield unknown("discipline.limitation", "violated", limits)
    else:
        months = limits.amount["reprimand" if facts.form == "reprimand" else "heavier"]
        if on > (last := months_after(facts.violated, months)):
            yield block("discipline.limitation", "expired", limits, found=on, allowed=last, months=months)
