"""Consolidation with proof: every connected part of the territory solved by itself."""

from __future__ import annotations

import resource
from collections.abc import Iterable
from functools import partial
from importlib.metadata import version

import numpy as np

from tinhgon.solvers.consolidate.evaluate import terms_of, value_of
from tinhgon.solvers.consolidate.field import fields_of
from tinhgon.solvers.consolidate.kept import digest_of, packed, unpacked
from tinhgon.solvers.consolidate.part import NoLawfulPlan, Part, solve_part
from tinhgon.solvers.consolidate.seats import seated
from tinhgon.solvers.consolidate.sets import SCALE
from tinhgon.solvers.consolidate.values import (
    Conditions,
    Consolidated,
    Plan,
    Standards,
    Territory,
    Weights,
)
from tinhgon.solvers.consolidate.verify import assert_lawful
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.watch import UNWATCHED, Clock, Limits, Watch

UNKNOWN_POSITION = "unknown_position"  # a note: journeys from or to some units count nothing


def solve(
    territory: Territory,
    standards: Standards,
    weights: Weights,
    conditions: Conditions,
    *,
    limits: Limits = Limits(),  # noqa: B008  (a frozen value)
    watch: Watch = UNWATCHED,
    resume: bytes | None = None,
) -> Consolidated:
    """
    Give the best plan, a bound that no plan betters, and the proof of each first term.

    Set partitioning over all connected sets; see the decision on consolidation by columns.

    :param resume: what an earlier run of the same gave to `watch.keep`.
    :raises NoLawfulPlan: the conditions contradict.
    """
    clock = Clock(limits, watch)
    digest = digest_of(territory, standards, weights, conditions)
    before, parts = unpacked(resume, digest), dict[int, Part]()
    # The small ones first: if time is short most parts are proven.
    for field in sorted(fields_of(territory, standards, conditions), key=lambda field: field.blocks):
        least = int(field.units[0])
        old = before.get(least)
        if old is None or not old.proven:
            try:
                parts[least] = solve_part(
                    field, standards, weights, conditions, clock, old.units if old else (),
                    partial(_moving, clock, list(parts.values())),
                )  # fmt: skip
            except NoLawfulPlan as refused:
                raise NoLawfulPlan(unit=territory.codes[least]) from refused
        else:
            parts[least] = old
        if len(field.units) > 1:
            told(clock, parts, digest)
    return result_of(territory, standards, weights, conditions, clock, list(parts.values()))


def told(clock: Clock, parts: dict[int, Part], digest: str) -> None:
    """Tell what the parts solved so far cost together, and keep them."""
    best, bound = _sum(parts.values())
    clock.tell("proving", best, bound)
    clock.watch.keep(packed(digest, parts))


def _moving(clock: Clock, parts: list[Part], value: float, bound: float) -> None:
    """Tell where the parts solved so far stand with the one in work."""
    best, least = _sum(parts)
    clock.tell("searching", best + value / SCALE, None if least is None else least + bound / SCALE)


def _sum(parts: Iterable[Part]) -> tuple[float, float | None]:
    best = sum(part.value for part in parts) / SCALE
    bound = sum(part.bound for part in parts) / SCALE
    return best, bound if np.isfinite(bound) else None


def result_of(
    territory: Territory,
    standards: Standards,
    weights: Weights,
    conditions: Conditions,
    clock: Clock,
    parts: list[Part],
) -> Consolidated:
    """Give the plan of all parts, checked, with its terms and proofs."""
    plan = plan_of(territory, conditions, parts)
    assert_lawful(territory, conditions, plan)
    terms = terms_of(territory, standards, conditions, plan)
    best, bound = _sum(parts)
    return Consolidated(
        plan=plan,
        terms=terms,
        proof=_proof(value_of(terms, weights), best, bound),
        firsts={name: _first(name, place, terms, parts) for place, name in enumerate(conditions.first)},
        whole=not clock.cut_short,
        seconds=clock.seconds,
        peak_memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        versions={name: version(name) for name in ("highspy", "numba", "numpy")},
        notes=_notes(territory, parts),
    )


def plan_of(territory: Territory, conditions: Conditions, parts: Iterable[Part]) -> Plan:
    """Give the plan of all parts, each new unit with its best seat."""
    into = np.zeros(len(territory), dtype=np.int64)
    for number, units in enumerate(units for part in parts for units in part.units):
        into[list(units)] = number
    return seated(territory, conditions, into)


def _proof(value: float, best: float, bound: float | None) -> Proof:
    """Give the proof; prices of sets are rounded to thousandths, the value itself is not."""
    return Proof(value=value, bound=None if bound is None else value - max(best - bound, 0.0))


def _first(name: str, place: int, terms: dict[str, float], parts: list[Part]) -> Proof:
    best = sum(part.firsts[place][0] for part in parts) / SCALE
    bound = sum(part.firsts[place][1] for part in parts) / SCALE
    claimed = not any(part.notes for part in parts)
    return _proof(terms[name], best, bound if claimed else None)


def _notes(territory: Territory, parts: list[Part]) -> tuple[str, ...]:
    found = {note for part in parts for note in part.notes}
    if np.isnan(territory.position).any():
        found.add(UNKNOWN_POSITION)
    return tuple(sorted(found))
