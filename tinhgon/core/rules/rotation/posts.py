"""To which post somebody is rotated, for how long, with which papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from tinhgon.core.days import full_months, months_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn
from tinhgon.core.values import Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """A rotation that is being decided.

    :param in_plan: whether the person stands in the succession plan.
    :param extra_post: whether a post is added for it; `by_politburo`, whether the Politburo lets it be.
    :param move: how the post stands to the one held.
    :param starts: its first day; `ends` its last, where it is set or over.
    :param certificate: the day of the health certificate.
    :param assessed_years: last years in a row with an assessment in the dossier.
    """

    __pydantic_config__: ClassVar = STRICT
    in_plan: bool | None = None
    extra_post: bool | None = None
    by_politburo: bool = False
    move: Literal["higher", "equivalent", "lower"] | None = None
    starts: date | None = None
    ends: date | None = None
    certificate: date | None = None
    assessed_years: Count | None = None


def in_plan(facts: Rotation, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the person stands in the succession plan.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "rotation.in_plan", numbers["rotation.in_plan"].on(on)
    if facts.in_plan is None:
        yield unknown(rule, "in_plan", asked)
    elif facts.in_plan != asked.amount["in_plan"]:
        yield block(rule, "not_in_plan", asked, found=facts.in_plan, allowed=asked.amount["in_plan"])


def no_extra_post(facts: Rotation, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether a post is added to rotate somebody.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "rotation.no_extra_post", numbers["rotation.extra_post"].on(on)
    if facts.extra_post is None:
        yield unknown(rule, "extra_post", asked)
    elif facts.extra_post and facts.by_politburo:
        yield note(rule, "by_politburo", asked, found=True)
    elif facts.extra_post and not asked.amount["extra_post"]:
        yield block(rule, "extra", asked, found=True, allowed=False)


def default_post(facts: Rotation, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the post is equivalent, as it should be by default.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "rotation.default_post", numbers["rotation.default_post"].on(on)
    if facts.move is None:
        yield unknown(rule, "move", asked)
    elif facts.move in asked.amount["if_needed"]:
        yield note(rule, "if_needed", asked, found=facts.move, allowed=asked.amount["default"])
    elif facts.move not in asked.amount["default"]:
        yield warn(rule, "not_default", asked, found=facts.move, allowed=asked.amount["default"])


def length(facts: Rotation, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the length of a rotation against the shortest.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, least = "rotation.length", numbers["rotation.length"].on(on)
    if facts.starts is None or facts.ends is None:
        yield unknown(rule, "starts" if facts.starts is None else "ends", least)
        return
    months = full_months(facts.starts, facts.ends + timedelta(days=1))
    if months < least.amount["months"]:
        yield warn(rule, "too_short", least, found=months, allowed=least.amount["months"])


def dossier(facts: Rotation, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for a fresh health certificate and the assessments of the last years.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "rotation.dossier", numbers["rotation.dossier"].on(on)
    if facts.certificate is None:
        yield unknown(rule, "certificate", asked)
    elif on > months_after(facts.certificate, asked.amount["certificate_months"]):
        months = asked.amount["certificate_months"]
        yield warn(rule, "old_certificate", asked, found=facts.certificate, allowed=months)
    if facts.assessed_years is None:
        yield unknown(rule, "assessed_years", asked)
    elif facts.assessed_years < asked.amount["assessed_years"]:
        least = asked.amount["assessed_years"]
        yield warn(rule, "few_assessments", asked, found=facts.assessed_years, allowed=least)
