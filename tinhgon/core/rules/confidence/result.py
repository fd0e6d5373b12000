"""What comes of the ballots: shares held against thresholds in whole numbers, without division."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tinhgon.core.rulebook import Dated, Numbers, Step, Working
from tinhgon.core.rules.confidence.facts import Vote
from tinhgon.core.rules.confidence.refusals import BallotsDoNotAddUp, TooFewInAll
from tinhgon.core.rules.needed import needed

ID = "confidence.outcome"


def outcome(facts: Vote, *, on: date, numbers: Numbers) -> Working:
    """Tell what follows from the low ballots.

    :raises MissingFact: the low ballots or the number they are held against is not known.
    :raises BallotsDoNotAddUp: the kinds of ballots do not make up their total.
    :raises TooFewInAll: there are more low ballots than the number they are held against.
    """
    terms = numbers[f"confidence.{facts.system}_result"].on(on)
    counted = terms.amount["base"]
    low, base = needed(facts, "low"), needed(facts, counted)
    _add_up(facts)
    if base < max(low, 1):
        raise TooFewInAll(base=base, low=low)
    compared = list(_compared(terms, low, base))
    reached = _reached(terms.amount["bands"], low, base)
    steps = (
        Step(f"of_{counted}", {"base": base}, (terms,)),
        *compared,
        Step(reached, {"low": low}, (terms,)),
    )
    return Working(calculation=ID, gives={"outcome": reached, "low": low, "base": base}, steps=steps)


def _compared(terms: Dated, low: int, base: int) -> Iterator[Step]:
    """Show each comparison down to the one that holds."""
    for band in terms.amount["bands"]:
        left, right = low * band["of"], base * band["part"]
        says = "reaches" if band["or_equal"] else "exceeds"
        facts = {
            "low": low,
            "base": base,
            "part": band["part"],
            "of": band["of"],
            "left": left,
            "right": right,
        }
        yield Step(says, facts, (terms,))
        if _holds(band, low, base):
            return


def _reached(bands: list[Mapping[str, Any]], low: int, base: int) -> str:
    return next((str(band["outcome"]) for band in bands if _holds(band, low, base)), "no_consequence")


def _holds(band: Mapping[str, Any], low: int, base: int) -> bool:
    left, right = low * band["of"], base * band["part"]
    return bool(left >= right if band["or_equal"] else left > right)


def _add_up(facts: Vote) -> None:
    kinds = [count for count in (facts.high, facts.medium, facts.low, facts.invalid) if count is not None]
    if facts.ballots is None:
        return
    whole = len(kinds) == len(("high", "medium", "low", "invalid"))
    if sum(kinds) > facts.ballots or (whole and sum(kinds) != facts.ballots):
        raise BallotsDoNotAddUp(sum=sum(kinds), ballots=facts.ballots)
