"""What the solver's process runs to plan successions; nothing here knows Django."""

from __future__ import annotations

from dataclasses import dataclass

from tinhgon.solvers.succeed.plan import Succession
from tinhgon.solvers.succeed.values import Official, Seat, SuccessionRules, SuccessionWeights
from tinhgon.solvers.watch import Limits, Watch


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Succeeding:
    """All that a plan of succession depends on."""

    officials: tuple[Official, ...]
    seats: tuple[Seat, ...]
    rules: SuccessionRules
    weights: SuccessionWeights


def succeed(asked: Succeeding, *, limits: Limits, watch: Watch, resume: bytes | None) -> Succession:
    """Plan who follows whom; a search that keeps nothing: begun again, it comes to the same.

    :raises Refused: facts or figures contradict themselves.
    """
    # Loaded here: only the process that solves pays for compilers and solvers.
    from tinhgon.solvers.succeed.solve import solve

    given = asked.officials, asked.seats, asked.rules, asked.weights
    return solve(*given, limits=limits, watch=watch)
