"""Which rule keeps whom from a vacancy; each rule has a name that reasons and tests use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.succeed.crowd import Crowd, Flags
from tinhgon.solvers.succeed.months import Counts, full_months, months_after
from tinhgon.solvers.succeed.plan import Vacancy
from tinhgon.solvers.succeed.values import Seat, SuccessionRules


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One vacancy held against everybody.

    :param left: full months from the vacancy to retirement; the least number there is where unknown.
    :param holder: the place of whoever holds the seat and may be reappointed; -1 for none.
    """

    crowd: Crowd
    rules: SuccessionRules
    vacancy: Vacancy
    seat: Seat
    day: np.datetime64
    end: np.datetime64
    left: Counts
    holder: int

    @property
    def same_level(self) -> Flags:
        """Tell who would be rotated: to a post of their level."""
        return self.crowd.level == self.seat.level


def ask(crowd: Crowd, rules: SuccessionRules, vacancy: Vacancy, seat: Seat) -> Asked:
    """Hold a vacancy against everybody."""
    day = np.datetime64(vacancy.day)
    end = np.datetime64(months_after(rules.on, 12 * rules.years))
    holder = crowd.index.get(vacancy.holder or "", -1)
    return Asked(crowd, rules, vacancy, seat, day, end, full_months(day, crowd.retires), holder)


def _level(asked: Asked) -> Flags:
    """A post of the same level in another unit, or one that is higher, but not by too many steps."""
    step = asked.seat.level - asked.crowd.level
    return (
        (step < 0)
        | (step > asked.rules.highest_step)
        | ((step == 0) & (asked.crowd.unit == asked.crowd.code(asked.seat.unit)))
    )


def _leaves(asked: Asked) -> Flags:
    """Whoever retires within the years planned for keeps the post until then; its next holder is planned."""
    return (asked.crowd.retires < asked.end) & (asked.crowd.retires > asked.day)


def _retired(asked: Asked) -> Flags:
    return asked.crowd.retires <= asked.day


def _retirement_unknown(asked: Asked) -> Flags:
    return np.isnat(asked.crowd.retires)


def _months_left(asked: Asked) -> Flags:
    """A promotion asks for terms of work from that day on, a rotation for months of its own."""
    rules = asked.rules
    least = np.where(asked.same_level, rules.rotation_left, rules.least_terms * rules.term_months)
    return (asked.crowd.retires > asked.day) & (asked.left < least)


def _qualification(asked: Asked) -> Flags:
    return asked.crowd.lacking(asked.seat.qualifications, asked.crowd.qualified)


def _barred(asked: Asked) -> Flags:
    """Whoever is barred by discipline on that day."""
    return asked.crowd.barred > asked.day


def _since_unknown(asked: Asked) -> Flags:
    return asked.same_level & np.isnat(asked.crowd.since)


def _spacing(asked: Asked) -> Flags:
    """A rotation follows the move before it only after some months."""
    served = full_months(asked.crowd.since, asked.day)
    known = ~np.isnat(asked.crowd.since)
    return asked.same_level & known & (served < asked.rules.rotation_months)


def _term(asked: Asked) -> Flags:
    """Whose term ends within the years planned for serves it out, and waits only some months for a post."""
    term, waited = asked.crowd.term, full_months(asked.crowd.term, asked.day)
    runs = ~np.isnat(term) & (term < asked.end)
    return runs & ((asked.day < term) | (waited > asked.rules.bridge_months))


def _home_unknown(asked: Asked) -> Flags:
    return (asked.crowd.home == asked.crowd.code("")) & asked.seat.not_local


def _local(asked: Asked) -> Flags:
    """A post that no local may hold."""
    here = asked.crowd.code(asked.seat.place)
    return (asked.crowd.home == here) & (here != asked.crowd.code("")) & asked.seat.not_local


def _training(asked: Asked) -> Flags:
    """Trainings that cannot be completed before that day, one after another; unknown lengths count as 0."""
    needed = np.zeros(len(asked.crowd), np.int64)
    for one in sorted(asked.seat.trainings):
        lacks = asked.crowd.lacking(frozenset((one,)), asked.crowd.trained)
        needed += lacks * asked.rules.training_months.get(one, 0)
    return needed > int(full_months(np.datetime64(asked.rules.on), asked.day))


RULES: dict[str, Callable[[Asked], Flags]] = {
    "level": _level, "retired": _retired, "leaves": _leaves, "qualification": _qualification,
    "barred": _barred, "retirement_unknown": _retirement_unknown, "months_left": _months_left,
    "term": _term, "since_unknown": _since_unknown, "spacing": _spacing, "home_unknown": _home_unknown,
    "local": _local, "training": _training,
}  # fmt: skip
STAYING = ("retired", "leaves", "barred", "retirement_unknown", "home_unknown", "local")


def rulings(asked: Asked) -> dict[str, Flags]:
    """Tell of each rule whom it keeps from the vacancy; the holder is asked about staying instead."""
    found = {name: rule(asked) for name, rule in RULES.items()}
    found["terms"] = np.zeros(len(asked.crowd), bool)
    if asked.holder >= 0:
        for name, flags in found.items():
            flags[asked.holder] &= name in STAYING
        found["months_left"][asked.holder] = asked.left[asked.holder] < asked.rules.reappoint_left
        found["terms"][asked.holder] = not _may_stay(asked)
    return found


def _may_stay(asked: Asked) -> bool:
    """Tell whether the holder's term ends there and another may follow; unknown terms let none follow."""
    terms, most = asked.crowd.officials[asked.holder].terms, asked.rules.most_terms
    return asked.vacancy.why == "term" and (most is None or (terms is not None and terms < most))


def free(found: dict[str, Flags]) -> NDArray[np.int64]:
    """Give the places of those whom no rule keeps away."""
    return np.flatnonzero(~np.logical_or.reduce(list(found.values())))


def first_rules(found: dict[str, Flags]) -> dict[str, int]:
    """Count, by rule, those whom it rules out first, in the order of `RULES`."""
    left, counts = np.ones_like(next(iter(found.values()))), {}
    for name, flags in found.items():
        if number := int((left & flags).sum()):
            counts[name] = number
        left = left & ~flags
    return counts


def months_to(day: date, later: date | None) -> int:
    """Count the full months from a day to a later one; 0 where that is unknown."""
    return 0 if later is None else int(full_months(np.datetime64(day), np.datetime64(later)))
