"""Which forms of discipline there are on a day, and which comes after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown, warn
from tinhgon.core.rules.discipline.facts import Form

Official: TypeAlias = Literal["cadre", "civil_servant", "civil_servant_leader"]
PARTY = ("organisation", "member", "probationary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A measure that is proposed: for an official, or for a member or organisation of the Party."""

    __pydantic_config__: ClassVar = STRICT
    subject: Literal[
        "cadre", "civil_servant", "civil_servant_leader", "organisation", "member", "probationary"
    ]
    form: Form | None = None


def form(facts: Proposal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Refuse a form that does not exist on that day, or not for this subject."""
    party = facts.subject in PARTY
    forms = numbers["discipline.party_forms" if party else "discipline.state_forms"].on(on)
    allowed = forms.amount[facts.subject]
    if facts.form is None:
        yield unknown("discipline.form", "form", forms, allowed=allowed)
    elif not party and facts.form in (gone := numbers["discipline.abolished_forms"].on(on)).amount:
        yield block("discipline.form", "abolished", gone, forms, found=facts.form, allowed=allowed)
    elif facts.form not in allowed:
        yield block("discipline.form", "no_such_form", forms, found=facts.form, allowed=allowed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A new violation by an official while another measure still runs.

    :param current: the form of that measure.
    :param deserved: the form that the new violation alone deserves.
    """

    __pydantic_config__: ClassVar = STRICT
    subject: Official
    current: Form
    deserved: Form
    proposed: Form | None = None


def repeated(facts: Repetition, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the form that follows from both: one level above the heavier one."""
    forms = numbers["discipline.state_forms"].on(on)
    steps = numbers["discipline.repeat_steps"].on(on)
    ladder = forms.amount[facts.subject]
    if facts.current not in ladder or facts.deserved not in ladder:
        missing = facts.current if facts.current not in ladder else facts.deserved
        yield warn("discipline.repeated", "off_ladder", forms, found=missing, allowed=ladder)
        return
    current, deserved = ladder.index(facts.current), ladder.index(facts.deserved)
    level = (
        current + steps.amount["not_heavier"] if deserved <= current else deserved + steps.amount["heavier"]
    )
    wanted = ladder[min(level, len(ladder) - 1)]
    if facts.proposed is None:
        yield unknown("discipline.repeated", "proposed", steps, forms, allowed=wanted)
    elif facts.proposed != wanted:
        yield warn("discipline.repeated", "other_form", steps, forms, found=facts.proposed, allowed=wanted)
