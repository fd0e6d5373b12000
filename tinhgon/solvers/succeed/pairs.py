"""Who may take which vacancy, as columns: the part of the plan that can happen at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.succeed.crowd import Crowd, Flags
from tinhgon.solvers.succeed.eligible import Asked, ask, free, rulings
from tinhgon.solvers.succeed.plan import Vacancy
from tinhgon.solvers.succeed.values import Seat, SuccessionRules, SuccessionWeights

Ints = NDArray[np.int64]
PROMOTED, ROTATED, REAPPOINTED = 0, 1, 2


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Officials who may take vacancies; columns run over the pairs, vacancy by vacancy.

    :param fit: what the pair costs, before what its move opens.
    :param opens: whether the move leaves a seat that nothing else would have vacated.
    """

    vacancies: Sequence[Vacancy]
    seats: Sequence[Seat]  # one for each vacancy
    official: Ints
    vacancy: Ints
    how: Ints
    left: Ints
    fit: Ints
    opens: Flags

    def __len__(self) -> int:
        return len(self.official)


def pairs(
    crowd: Crowd,
    seats: Mapping[str, Seat],
    vacancies: Sequence[Vacancy],
    rules: SuccessionRules,
    weights: SuccessionWeights,
    moved: Collection[int] = (),
) -> Pairs:
    """Hold every vacancy against everybody and keep, for each, those who fit best.

    :param moved: places of officials whom an earlier round moves.
    """  # fmt: skip
    gone = np.zeros(len(crowd), bool)
    gone[list(moved)] = True
    parts = [
        _of(ask(crowd, rules, vacancy, seats[vacancy.seat]), weights, gone, place)
        for place, vacancy in enumerate(vacancies)
    ]
    empty = np.zeros((6, 0), np.int64)
    columns = np.concatenate([empty, *parts], axis=1)
    where = [seats[vacancy.seat] for vacancy in vacancies]
    who, vacancy, how, left, fit, opens = columns
    return Pairs(vacancies, where, who, vacancy, how, left, fit, opens.astype(bool))


def _of(asked: Asked, weights: SuccessionWeights, gone: Flags, place: int) -> Ints:
    who = free(rulings(asked))
    who = who[~gone[who]]
    how = np.where(asked.same_level[who], ROTATED, PROMOTED)
    how[who == asked.holder] = REAPPOINTED
    opens = _opens(asked, who)
    fit = _fit(asked, weights, who, how)
    kept = np.lexsort((who, fit + weights.opened * opens))[: asked.rules.candidates]
    kept.sort()
    taken = (who, np.full(len(who), place), how, asked.left[who], fit, opens)
    return np.array([column[kept] for column in taken], np.int64)


def _opens(asked: Asked, who: Ints) -> Flags:
    """Tell whose seat, one of those planned for, would not fall vacant without the move."""
    officials, least = asked.crowd.officials, asked.rules.least_level
    seated = np.array([officials[one].seat is not None for one in who], bool)
    term = asked.crowd.term[who]
    return seated & (asked.crowd.level[who] >= least) & ~(term < asked.end)


def _fit(asked: Asked, weights: SuccessionWeights, who: Ints, how: Ints) -> Ints:
    crowd, rules = asked.crowd, asked.rules
    lacking = np.zeros(len(who), np.int64)
    for one in sorted(asked.seat.trainings):
        lacking += crowd.lacking(frozenset((one,)), crowd.trained)[who]
    short = asked.left[who] < rules.full_terms * rules.term_months
    fit = weights.training * lacking + weights.one_term * short + weights.rotated * (how == ROTATED)
    fit += weights.other_field * (crowd.field[who] != crowd.code(asked.seat.field))
    fit += weights.other_unit * ((crowd.unit[who] != crowd.code(asked.seat.unit)) & (how == PROMOTED))
    return np.asarray(fit, np.int64)
