"""Heads who should be rotated: locals, and those who stay too long in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, unknown, warn
from tinhgon.core.values import Count

Head: TypeAlias = Literal[
    "party_secretary", "committee_chair", "chief_judge", "chief_procurator", "police_head",
    "inspectorate_head", "finance_head", "tax_head", "customs_head", "other_post",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadOf:
    """Somebody who heads a body: of which level, whether a local, for how many terms in a row there."""

    __pydantic_config__: ClassVar = STRICT
    head: Head | None = None
    place: Literal["province", "district", "commune"] | None = None
    is_local: bool | None = None
    terms: Count | None = None


def heads(facts: HeadOf, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell heads who should be rotated: locals, and those with more than two terms in a row in one place.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "rotation.heads", numbers["rotation.heads"].on(on)
    missing = next((name for name in ("head", "place") if getattr(facts, name) is None), None)
    if missing:
        yield unknown(rule, missing, asked)
    elif facts.head in asked.amount["posts"] and facts.place in asked.amount["places"]:
        if facts.is_local is None:
            yield unknown(rule, "is_local", asked)
        elif facts.is_local:
            yield warn(rule, "local", asked, found=facts.head, allowed=False)
        if facts.terms is None:
            yield unknown(rule, "terms", asked)
        elif facts.terms > asked.amount["most_terms"]:
            yield warn(rule, "too_many_terms", asked, found=facts.terms, allowed=asked.amount["most_terms"])
