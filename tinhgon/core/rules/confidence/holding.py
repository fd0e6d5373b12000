"""Who is voted on, in which year of the term, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.confidence.facts import Officer

ID = "confidence.held"
YEAR = 12  # the calendar's months, not a figure of the law


def held(facts: Officer, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Find who need not be voted on, and what is amiss with a vote planned for a day."""
    exempt = numbers[f"confidence.{facts.system}_exempt"].on(on)
    reason = next((one for one in exempt.amount["grounds"] if _applies(one, facts, on, exempt)), None)
    if reason is not None:
        yield note(ID, reason, exempt, found=facts.took_office_on)
        return
    yield from (
        unknown(ID, MISSING[one], exempt)
        for one in exempt.amount["grounds"]
        if _applies(one, facts, on, exempt) is None
    )
    yield from _year(facts, on, numbers)
    if facts.system == "elected":
        yield from _post(facts, on, numbers)
        yield from _times(facts, on, numbers)


def _year(facts: Officer, on: date, numbers: Numbers) -> Iterator[Finding]:
    figure = numbers[f"confidence.{facts.system}_year"]
    if not figure.in_force(on):
        return
    year = figure.on(on)
    if facts.term_year is None:
        yield unknown(ID, "term_year", year)
    elif facts.term_year != year.amount:
        yield warn(ID, "other_year", year, found=facts.term_year, allowed=year.amount)


def _post(facts: Officer, on: date, numbers: Numbers) -> Iterator[Finding]:
    figure = numbers["confidence.posts"]
    if not figure.in_force(on):
        return
    posts = figure.on(on)
    if facts.post is None:
        yield unknown(ID, "post", posts)
    elif facts.post not in posts.amount:
        yield note(ID, "not_listed", posts, found=facts.post, allowed=posts.amount)


def _times(facts: Officer, on: date, numbers: Numbers) -> Iterator[Finding]:
    figure = numbers["confidence.votes_at_once"]
    if facts.posts <= 1 or not figure.in_force(on):
        return
    times = figure.on(on)
    if facts.votes is None:
        yield unknown(ID, "votes", times)
    elif facts.votes > times.amount:
        yield block(ID, "more_than_once", times, found=facts.votes, allowed=times.amount)


def _retiring(facts: Officer, on: date, exempt: Dated) -> bool | None:
    return facts.retirement_noticed


def _this_year(facts: Officer, on: date, exempt: Dated) -> bool | None:
    return None if facts.took_office_on is None else facts.took_office_on.year == on.year


def _newly(facts: Officer, on: date, exempt: Dated) -> bool | None:
    since = facts.took_office_on
    if since is None:
        return None
    months = (on.year - since.year) * YEAR + on.month - since.month - (on.day < since.day)
    return bool(months < exempt.amount["months_in_post"])


APPLIES: Mapping[str, Callable[[Officer, date, Dated], bool | None]] = {
    "retiring": _retiring,
    "this_year": _this_year,
    "newly": _newly,
}
MISSING = {"retiring": "retirement_noticed", "this_year": "took_office_on", "newly": "took_office_on"}


def _applies(reason: str, facts: Officer, on: date, exempt: Dated) -> bool | None:
    return APPLIES[reason](facts, on, exempt)
