"""Runs that consolidate: the scenario's ground in, its plan and what is known of it out."""

from __future__ import annotations

from typing import Any

from tinhgon.lab.ground import Ground, read_ground
from tinhgon.lab.models import Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.plans import json_of
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.solving import Consolidating
from tinhgon.lab.running.trades import Outcome, Prepared, Trade
from tinhgon.solvers.consolidate import assert_lawful, terms_of
from tinhgon.solvers.consolidate.values import Consolidated
from tinhgon.solvers.proof import Proof


def prepare(scenario: Scenario) -> Prepared:
    """Read the ground.

    :raises Refused: as `read_ground` does.
    """
    ground = read_ground(scenario)
    return Prepared(inputs=asked_of(ground, Parameters.read(scenario.parameters)), ground=ground)


def asked_of(ground: Ground, parameters: Parameters) -> Consolidating:
    """Give the solver's inputs."""
    asked = parameters.consolidate
    return Consolidating(
        territory=ground.territory,
        standards=ground.standards,
        weights=ground.weights,
        conditions=ground.conditions,
        threshold=asked.threshold if asked.mode == "max_p" else None,
    )


def keep(scenario: Scenario, prepared: Prepared, ended: Ended) -> Outcome:
    """Write the plan to its scenario, once code that shares nothing with the solver has looked at it.

    :raises PlanBroken: the plan does not keep to a condition.
    """
    ground: Ground = prepared.ground
    solved: Consolidated = ended.outcome
    assert_lawful(ground.territory, ground.conditions, solved.plan)
    scenario.plan = json_of(ground, solved.plan)
    terms = terms_of(ground.territory, ground.standards, ground.conditions, solved.plan)
    found = found_of(solved, ended.peak_memory_mb)
    scenario.found = found | {"terms": terms | found["terms"], "before": len(ground.units)}
    scenario.origin = Scenario.Origin.LAB
    scenario.save(update_fields=["plan", "found", "origin", "changed_at"])
    return Outcome(
        plan=scenario.plan,
        found=scenario.found,
        best=solved.proof.value,
        bound=solved.proof.bound,
        versions=solved.versions,
    )


def found_of(solved: Consolidated, peak_memory_mb: float = 0.0) -> dict[str, Any]:
    """Give all that is known of a plan, as JSON."""
    return {
        "terms": dict(solved.terms),
        **_proof(solved.proof),
        "firsts": {term: _proof(proof) for term, proof in solved.firsts.items()},
        "whole": solved.whole,
        "seconds": round(solved.seconds, 3),
        "peak_memory_mb": round(max(solved.peak_memory_mb, peak_memory_mb)),
        "versions": dict(solved.versions),
        "notes": list(solved.notes),
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "value": proof.value,
        "bound": proof.bound,
        "gap_percent": proof.gap_percent,
        "proven": proof.proven,
    }


TRADE = Trade(solver="tinhgon.lab.running.solving:consolidate", prepare=prepare, keep=keep)
