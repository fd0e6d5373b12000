"""Plan the succession of the years ahead, round by round, each with its proof."""

from __future__ import annotations

import resource
from collections.abc import Sequence
from dataclasses import dataclass, field

from tinhgon.solvers import linear
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.succeed import outcome
from tinhgon.solvers.succeed.crowd import crowd
from tinhgon.solvers.succeed.forecast import forecast
from tinhgon.solvers.succeed.model import Ground, spell
from tinhgon.solvers.succeed.moves import day_of, lists_of, moves_of, opened_by
from tinhgon.solvers.succeed.pairs import pairs
from tinhgon.solvers.succeed.plan import Forecast, Move, Succession, Vacancy
from tinhgon.solvers.succeed.price import price
from tinhgon.solvers.succeed.reasons import without
from tinhgon.solvers.succeed.search import search
from tinhgon.solvers.succeed.values import (
    DEFAULT_WEIGHTS,
    Official,
    Seat,
    SuccessionRules,
    SuccessionWeights,
)
from tinhgon.solvers.watch import UNWATCHED, Clock, Limits, Watch

KILOBYTES = 1024


@dataclass(slots=True)
class State:
    """What is planned so far; `foreseen` are the seats, with their holders, that fall vacant anyway."""

    foreseen: set[tuple[str, str]]
    listed: dict[str, frozenset[int]] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    vacancies: list[Vacancy] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    whole: bool = True


def solve(
    officials: Sequence[Official], seats: Sequence[Seat], rules: SuccessionRules,
    weights: SuccessionWeights = DEFAULT_WEIGHTS, *, limits: Limits | None = None, watch: Watch = UNWATCHED,
) -> Succession:  # fmt: skip
    """Plan who stands in the plan for which post, who takes each vacancy when, and what they learn before.

    Vacancies that the facts foresee are planned first; those that the moves open are planned in rounds of
    their own, by officials whom no earlier round moves. Each round is a programme with its own proof: the
    bound holds for all plans of that round with the candidates weighed (`SuccessionRules.candidates`).

    :raises Refused: facts or figures contradict themselves (see `check`).
    """
    clock = Clock(limits or Limits(), watch)
    ahead = forecast(officials, seats, rules)
    ground = Ground(crowd(officials), rules, weights, {one.id: one for one in seats})
    state = State(foreseen={(one.seat, one.holder or "") for one in ahead.vacancies})
    vacancies = list(ahead.vacancies)
    for number in range(rules.follow_ups + 1):
        state.vacancies += vacancies
        if not vacancies or (number and clock.over()):
            break
        moves = _round(state, ground, vacancies, clock)
        vacancies = opened_by(moves, ground, state.foreseen, number + 1)
    else:
        state.vacancies += vacancies
    return _told(state, ground, ahead, clock)


def _round(state: State, ground: Ground, vacancies: Sequence[Vacancy], clock: Clock) -> list[Move]:
    """Plan one round of vacancies; give its moves."""
    people, seats = ground.crowd, ground.seats
    moved = {people.index[move.official] for move in state.moves}
    who = pairs(people, seats, vacancies, ground.rules, ground.weights, moved)
    programme = spell(who, ground, state.listed)
    x, least, ended = search(programme, who, clock)
    value = price(programme, who, ground, x, state.listed)
    state.proofs.append(Proof(value=value, bound=least))
    moves = moves_of(programme, who, people, x)
    state.listed = lists_of(programme, who, x, state.listed)
    state.moves += moves
    state.whole = state.whole and ended
    return moves


def _told(state: State, ground: Ground, ahead: Forecast, clock: Clock) -> Succession:
    people, seats, rules = ground.crowd, ground.seats, ground.rules
    days = day_of(state.vacancies)
    moves = tuple(sorted(state.moves, key=lambda one: one.vacancy))
    return Succession(
        forecast=ahead,
        opened=tuple(one for one in state.vacancies if one.round),
        listed=outcome.listed(state.listed, days, people),
        moves=moves,
        trainings=outcome.trainings(state.listed, moves, days, seats, people, rules),
        standings=outcome.standings(state.listed, seats, people, rules),
        without=without(state.vacancies, moves, people, seats, rules),
        idle=outcome.idle(ahead.vacancies, moves),
        unknown=(*ahead.unknown, *outcome.unknowns(state.listed, people, rules)),
        proofs=tuple(state.proofs),
        whole=state.whole,
        seconds=clock.seconds,
        peak_memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES,
        versions=linear.versions(),
    )
