"""Whether somebody is young enough for an appointment, in steps."""

from __future__ import annotations

from datetime import date

from tinhgon.core.rulebook import Numbers, Step, Working
from tinhgon.core.rules.appointment.proposal import Candidate
from tinhgon.core.rules.needed import MissingFact, needed
from tinhgon.core.rules.retirement.schedule import BornBeforeSchedule, is_covered, months_left, retirement


def age(facts: Candidate, *, on: date, numbers: Numbers) -> Working:
    """Count the months left on the reference day, and what the move asks.

    :raises NotInForce: a figure is not in force on that day, or the birth is before the schedule.
    :raises MissingFact: something that it needs is not known.
    """
    needs = numbers["appointment.months_needed"].on(on)
    move, day = needed(facts, "move"), needed(facts, "reference_day")
    if facts.missing:
        raise MissingFact(fact=facts.missing)
    born, sex = needed(facts, "born"), needed(facts, "sex")
    schedule = numbers["retirement.age"].on(day)
    if not is_covered(born, sex, schedule):
        raise BornBeforeSchedule(figure="retirement.age", born=born)
    pension, left = retirement(born, sex, schedule).pension, months_left(born, sex, day, numbers)
    asked = needs.amount["months"] if move in needs.amount["of"] else 0
    verdict = "not_counted" if not asked else "enough" if left >= asked else "too_few"
    steps = (
        Step("pension", {"born": str(born), "pension": pension}, (schedule,)),
        Step("left", {"day": day, "pension": pension, "left": left}),
        Step(verdict, {"left": left, "needed": asked, "move": move}, (needs,)),
    )
    gives = {"months_left": left, "months_needed": asked, "pension": pension, "verdict": verdict}
    return Working(calculation="appointment.age", gives=gives, steps=steps)
