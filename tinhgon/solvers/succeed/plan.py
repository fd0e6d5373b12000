"""The plan of succession that comes out: vacancies, lists, moves, trainings, aims and what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from tinhgon.solvers.proof import Proof

Why: TypeAlias = Literal["empty", "retirement", "term", "moved"]
How: TypeAlias = Literal["promoted", "rotated", "reappointed"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Vacancy:
    """A seat that falls vacant.

    :param why: empty today, its holder retires, a term ends, or its holder is planned for another post.
    :param round: 0 where the facts foresee it; above, opened by a move planned in the round before.
    """

    day: date
    seat: str
    why: Why
    holder: str | None
    round: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A fact that is missing: of whom, which one; nothing is guessed in its place."""

    official: str
    fact: Literal["retires_on", "born", "woman", "since", "home"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What the facts foresee: vacancies, the earliest first, and holders whose leaving is unknown."""

    vacancies: tuple[Vacancy, ...]
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Somebody who stands in the plan for a title."""

    seat: str
    official: str
    from_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Who takes a vacancy, when, and where they come from.

    :param months_left: full months from that day to retirement.
    """

    vacancy: Vacancy
    official: str
    how: How
    from_seat: str | None
    months_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A training to complete before a day.

    :param start_by: the last day to begin; None where its length is unknown.
    """

    official: str
    training: str
    seat: str
    before: date
    start_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the people planned for a unit stand against an aim."""

    unit: str
    name: str
    found: int
    wanted: int

    @property
    def missing(self) -> int:
        """Give what is missing from the aim."""
        return max(self.wanted - self.found, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """A vacancy nobody takes: how many each rule keeps from it, and who could but is needed elsewhere.

    :param barred: by name of the rule, how many it alone or first rules out, in the order of `pairs.RULES`.
    :param elsewhere: officials whom no rule keeps from it.
    :param nearest: officials kept from it by the fewest rules, with these: what would have to be excepted.
    """

    vacancy: Vacancy
    barred: Mapping[str, int]
    elsewhere: tuple[str, ...] = ()
    nearest: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Who is planned for what, and how good that is known to be.

    :param idle: whose term ends and who is found no post, though they do not retire yet.
    :param proofs: of each round: posts foreseen first, then posts opened by the moves of the round before.
    :param whole: False where the run was cut short: the same run may give another plan.
    """

    forecast: Forecast
    opened: tuple[Vacancy, ...]
    listed: tuple[Listed, ...]
    moves: tuple[Move, ...]
    trainings: tuple[Training, ...]
    standings: tuple[Standing, ...]
    without: tuple[Without, ...]
    idle: tuple[str, ...]
    unknown: tuple[Unknown, ...]
    proofs: tuple[Proof, ...]
    whole: bool = True
    seconds: float = 0.0
    peak_memory_mb: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
