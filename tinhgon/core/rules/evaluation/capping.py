"""How many may be graded excellent: held against those graded good, not all, or against Party members."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.evaluation.facts import Group

ID = "evaluation.cap"
WHOLE = 100  # per cent


def cap(facts: Group, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find a group in which more were graded excellent than may be."""
    limit = numbers[f"evaluation.{facts.system}_cap"].on(on)
    yield from _within(facts, limit)
    if limit.amount["base"] == "good":
        yield from _of_good(facts, limit)
    else:
        yield from _of_party(facts, limit)


def _within(facts: Group, limit: Dated) -> Iterator[Finding]:
    for name in limit.amount["within"]:
        alike = getattr(facts, name)
        if alike is None:
            yield unknown(ID, name, limit)
        elif not alike:
            yield warn(ID, name, limit, found=None, allowed=None)


def _of_good(facts: Group, limit: Dated) -> Iterator[Finding]:
    if missing := _missing(facts, "excellent_count", "good_count"):
        yield from (unknown(ID, name, limit) for name in missing)
        return
    excellent, good, percent = facts.excellent_count or 0, facts.good_count or 0, limit.amount["percent"]
    if excellent * WHOLE <= percent * good:
        return
    higher = limit.amount.get("outstanding_percent", percent)
    if excellent * WHOLE > higher * good or facts.outstanding is False:
        allowed = higher if facts.outstanding else percent
        most = allowed * good // WHOLE
        yield block(ID, "too_many", limit, found=excellent, allowed=most, percent=allowed, good=good)
    elif facts.outstanding is None:
        yield unknown(ID, "outstanding", limit)
    else:
        yield note(ID, "outstanding", limit, found=excellent, allowed=higher * good // WHOLE, percent=higher)


def _of_party(facts: Group, limit: Dated) -> Iterator[Finding]:
    """Compare two shares by cross-multiplying: excellent of all, Party members excellent of all members."""
    if missing := _missing(facts, "excellent_count", "graded", "party_members", "party_excellent"):
        yield from (unknown(ID, name, limit) for name in missing)
        return
    excellent, graded = facts.excellent_count or 0, facts.graded or 0
    members, best = facts.party_members or 0, facts.party_excellent or 0
    if excellent * members > best * graded:
        most = best * graded // members
        yield block(
            ID, "above_party", limit, found=excellent, allowed=most, graded=graded, best=best, members=members
        )


def _missing(facts: Group, *names: str) -> list[str]:
    return [name for name in names if getattr(facts, name) is None]
