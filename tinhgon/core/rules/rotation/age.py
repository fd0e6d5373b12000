"""Whether somebody has time enough left to be rotated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import full_years
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.retirement import Aged, left_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover(Aged):
    """Somebody to be rotated; `purpose` is why, for two purposes let people with less time move."""

    __pydantic_config__: ClassVar = STRICT
    purpose: Literal["ordinary", "not_local", "two_terms"] = "ordinary"


def age_limit(facts: Mover, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the age against the highest of 2017, which stood for two terms.

    :raises NotInForce: the regulation of 2017 is not in force on that day.
    """
    rule, limit = "rotation.age_limit", numbers["rotation.age_limit"].on(on)
    if facts.born is None or facts.sex is None:
        yield unknown(rule, "born" if facts.born is None else "sex", limit)
        return
    most = limit.amount[facts.sex]
    oldest, youngest = full_years(facts.born.earliest, on), full_years(facts.born.latest, on)
    if youngest <= most < oldest:
        yield unknown(rule, "born", limit, allowed=most)
    elif youngest > most and facts.purpose in limit.amount["or_one_term"]:
        yield note(rule, "or_one_term", limit, found=youngest, allowed=most, purpose=facts.purpose)
    elif youngest > most:
        yield block(rule, "too_old", limit, found=youngest, allowed=most)


def months_left(facts: Mover, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the months left on the day of rotation against ten years, or one term for two purposes.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "rotation.months_left", numbers["rotation.months_left"].on(on)
    if facts.missing:
        yield unknown(rule, facts.missing, asked)
        return
    exception, schedule = numbers["rotation.exception"].on(on), numbers["retirement.age"].on(on)
    left, wanted = left_to(facts, on, numbers), asked.amount["months"]
    least = exception.amount["months"] if facts.purpose in exception.amount["of"] else wanted
    if left < least:
        cited = (asked if least == wanted else exception, schedule)
        yield warn(rule, "too_few", *cited, found=left, allowed=least)  # the competent level may except
    elif left < wanted:
        told = {"purpose": facts.purpose, "wanted": wanted}
        yield note(rule, "one_term", exception, schedule, found=left, allowed=least, **told)
