"""Facts judged by the rules that the program runs at a moment."""

from __future__ import annotations

from datetime import date
from typing import Any

from tinhgon.core.rulebook import Finding
from tinhgon.rules.applied import APPLIED, Moment, applied
from tinhgon.rules.library import book


def found(about: str, facts: Any, moment: Moment, *, on: date) -> tuple[Finding, ...]:
    """Judge one set of facts by the rules about its kind of thing that take such facts."""
    rules = [rule for rule in applied(book(), moment, about) if book().rules[rule].facts is type(facts)]
    return book().judge(rules, facts, on=on)


def found_by(rule: str, facts: Any, *, on: date) -> tuple[Finding, ...]:
    """Judge facts by one rule, if the program runs it when decisions are signed."""
    rules = [rule] if Moment.SIGNING in APPLIED.get(rule, ()) and rule in book().rules else []
    return book().judge(rules, facts, on=on)
