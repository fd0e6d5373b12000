"""Points of a civil servant: general criteria and results; what a product and a staff count for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Numbers, Step, Working
from tinhgon.core.rules.evaluation.facts import Product, Scores, Staff
from tinhgon.core.rules.needed import needed

WHOLE = Decimal(100)  # per cent


class TooManyPoints(Refused):
    vi = "Tiêu chí chung được {points} điểm, nhiều nhất là {most} điểm. Kiểm tra phiếu chấm điểm."
    en = "The general criteria have {points} points; {most} is the most. Check the score sheet."


def points(facts: Scores, *, on: date, numbers: Numbers) -> Working:
    """Add up the points and tell the grade that they reach.

    :raises MissingFact: one of the two parts is not known.
    :raises TooManyPoints: more points for the general criteria than there are.
    """
    parts = numbers["evaluation.parts"].on(on)
    bands = numbers["evaluation.civil_servant_points"].on(on)
    general, percent = needed(facts, "general"), needed(facts, "results_percent")
    most, weight = parts.amount["general"], parts.amount["results"]
    if general > most:
        raise TooManyPoints(points=general, most=most)
    results = weight * percent / WHOLE
    total = general + results
    reached = next((name for name, least in bands.amount.items() if total >= least), "failed")
    steps = (
        Step("general", {"points": general, "most": most}, (parts,)),
        Step("results", {"percent": percent, "weight": weight, "points": results}, (parts,)),
        Step("total", {"general": general, "results": results, "points": total}),
        Step(reached, {"points": total}, (bands,)),
    )
    return Working(calculation="evaluation.points", gives={"points": total, "grade": reached}, steps=steps)


def product(facts: Product, *, on: date, numbers: Numbers) -> Working:
    """Tell what a product counts for in quality and in progress, in per cent.

    :raises MissingFact: the failed checks or the delays are not known.
    """
    off = numbers["evaluation.taken_off"].on(on)
    failed, delays = needed(facts, "failed_checks"), needed(facts, "delays")
    quality = max(Decimal(0), WHOLE - failed * off.amount["failed_check"])
    progress = max(Decimal(0), WHOLE - delays * off.amount["delay"])
    steps = (
        Step("quality", {"times": failed, "each": off.amount["failed_check"], "percent": quality}, (off,)),
        Step("progress", {"times": delays, "each": off.amount["delay"], "percent": progress}, (off,)),
    )
    gives = {"quality": quality, "progress": progress}
    return Working(calculation="evaluation.product", gives=gives, steps=steps)


def leading(facts: Staff, *, on: date, numbers: Numbers) -> Working:
    """Tell what the staff's grades count for in a leader's own results, in per cent.

    :raises MissingFact: the number of failing staff is not known.
    """
    rate = numbers["evaluation.staff_counts"].on(on)
    failing = needed(facts, "failing")
    says = "some_fail" if failing else "none_fails"
    percent = rate.amount[says]
    steps = (Step(says, {"failing": failing, "percent": percent}, (rate,)),)
    return Working(calculation="evaluation.leading", gives={"percent": percent}, steps=steps)
