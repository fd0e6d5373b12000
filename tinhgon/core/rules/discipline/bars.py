"""What is barred after discipline: by the state's law, by the Party's; the stricter one governs.

The state's bar follows from the law in force when the measure took effect; the Party's, being a condition
of the act, from the regulation in force when one appoints or plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tinhgon.core.days import months_after
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.discipline.facts import Disciplined, House, Measure


@dataclass(frozen=True, slots=True)
class _Bar:
    house: House
    measure: Measure
    months: int
    cited: Dated
    repealed: bool = False  # its law was in force when the measure took effect, and is no longer

    @property
    def until(self) -> date:
        return months_after(self.measure.effective, self.months)

    @property
    def clear(self) -> bool:
        """Tell whether nobody has to judge that it holds: its own house's measure, by a law in force."""
        return self.house == self.measure.house and not self.repealed


def bar(facts: Disciplined, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Name the stricter of the bars that still run, until when, and the other one."""
    _in_force(facts, on, numbers)
    if facts.measures is None:
        yield unknown("discipline.bar", "measures")
        return
    measures = [one for one in facts.measures if one.counts_on(on)]
    yield from _strictest([*_state(facts, measures, on, numbers), *_party(facts, measures, on, numbers)], on)
    if facts.asks == "planning" and numbers["discipline.party_planning"].in_force(on):
        yield from _planning(facts, measures, numbers["discipline.party_planning"].on(on))
    yield from _unread(measures, on, numbers)
    if (
        facts.is_member is None
        and any(one.house == "state" for one in measures)
        and _asked(facts, on, numbers)
    ):
        yield unknown("discipline.bar", "is_member")


def _in_force(facts: Disciplined, on: date, numbers: Numbers) -> None:
    """Refuse a day on which neither house's bar is known."""
    state, party = numbers["discipline.state_bar"], numbers["discipline.party_bar"]
    days = (on, *(one.effective for one in facts.measures or ()))
    if not party.in_force(on) and not any(state.in_force(day) for day in days):
        party.on(on)


def _state(facts: Disciplined, measures: list[Measure], on: date, numbers: Numbers) -> Iterator[_Bar]:
    figure = numbers["discipline.state_bar"]
    for one in measures:
        if one.house == "state" and figure.in_force(one.effective):
            law = figure.on(one.effective)
            if facts.asks in law.amount["bars"] and one.form in law.amount["months"]:
                months = law.amount["months"][one.form]
                yield _Bar("state", one, months, law, repealed=not figure.in_force(on))


def _party(facts: Disciplined, measures: list[Measure], on: date, numbers: Numbers) -> Iterator[_Bar]:
    figure = numbers["discipline.party_bar"]
    if facts.asks != "higher_appointment" or not figure.in_force(on):
        return
    months = figure.on(on).amount
    for one in measures:
        if _of_party(facts, one) and one.form in months:
            yield _Bar("party", one, months[one.form], figure.on(on))


def _strictest(bars: list[_Bar], on: date) -> Iterator[Finding]:
    running = [one for one in bars if on < one.until]
    if not running:
        return
    first = max(running, key=lambda one: one.until)
    others = [one for one in bars if one.house != first.house]
    other = max(others, key=lambda one: one.until, default=None)
    says = f"{first.house}_bar" + ("_with_other" if other else "")
    cited = (first.cited, other.cited) if other else (first.cited,)
    more = {"months": first.months, "effective": first.measure.effective}
    if other:
        more["other_until"] = other.until
    give = block if first.clear else warn
    yield give("discipline.bar", says, *cited, found=on, allowed=first.until, **more)


def _planning(facts: Disciplined, measures: list[Measure], forms: Dated) -> Iterator[Finding]:
    for one in measures:
        if not _of_party(facts, one):
            continue
        if one.form not in forms.amount:
            yield warn("discipline.bar", "no_planning", forms, found=one.form, allowed=forms.amount)
        elif one.in_effect is None:
            yield unknown("discipline.bar", "in_effect", forms)
        elif one.in_effect:
            yield block("discipline.bar", "in_term", forms, found=one.form, allowed=forms.amount)


def _unread(measures: list[Measure], on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell of measures whose bar stands in a law that the packs do not hold."""
    state, party = numbers["discipline.state_bar"], numbers["discipline.party_bar"]
    for one in measures:
        if one.house == "state" and not state.in_force(one.effective):
            yield note("discipline.bar", "state_unread", found=one.effective)
        elif one.house == "party" and not party.in_force(on):
            yield note("discipline.bar", "party_unread", found=one.effective)


def _of_party(facts: Disciplined, measure: Measure) -> bool:
    return measure.house == "party" or bool(facts.is_member)


def _asked(facts: Disciplined, on: date, numbers: Numbers) -> bool:
    return facts.asks in ("higher_appointment", "planning") and numbers["discipline.party_bar"].in_force(on)
