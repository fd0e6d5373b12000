"""Facts judged by the rules that the program runs at a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from tinhgon.core.rulebook import Book, Finding
from tinhgon.rules.applied import APPLIED, Moment, applied
from tinhgon.rules.library import book


def found(about: str, facts: Any, moment: Moment, *, on: date) -> tuple[Finding, ...]:
    """Judge one set of facts by the rules about its kind of thing that take such facts."""
    law = book()
    return law.judge(_taking(law, moment, about)[type(facts)], facts, on=on)


def found_by(rule: str, facts: Any, *, on: date) -> tuple[Finding, ...]:
    """Judge facts by one rule, if the program runs it when decisions are signed."""
    rules = [rule] if Moment.SIGNING in APPLIED.get(rule, ()) and rule in book().rules else []
    return book().judge(rules, facts, on=on)


@lru_cache(maxsize=20)  # asked for each of thousands of people
def _taking(law: Book, moment: Moment, about: str) -> Mapping[type, tuple[str, ...]]:
    rules = applied(law, moment, about)
    kinds = {law.rules[rule].facts for rule in rules}
    by_kind = {kind: tuple(rule for rule in rules if law.rules[rule].facts is kind) for kind in kinds}
    return defaultdict(tuple, by_kind)
