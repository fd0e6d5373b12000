"""The report of a plan on tables: what it is worth, how sure that is, and each new unit with its findings."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from tinhgon.core.errors import Said
from tinhgon.lab.files.grounds import Tabled
from tinhgon.lab.files.plans import write_plan
from tinhgon.lab.ground.findings import judged
from tinhgon.rules.library import book
from tinhgon.rules.shapes import finding
from tinhgon.solvers.consolidate.evaluate import terms_of, value_of
from tinhgon.solvers.consolidate.units import NewUnit, per_unit
from tinhgon.solvers.consolidate.values import TERMS, Consolidated, Plan, Weights
from tinhgon.solvers.proof import Proof


def report_of(ground: Tabled, done: Consolidated, weights: Weights) -> dict[str, Any]:
    """Report a solver's plan."""
    return {
        **plan_report(ground, done.plan, weights),
        **_proof(done.proof),
        "first": {term: _proof(proof) for term, proof in done.firsts.items()},
        "whole": done.whole,
        "seconds": round(done.seconds, 3),
        "peak_memory_mb": round(done.peak_memory_mb, 1),
        "versions": dict(done.versions),
        "notes": [_said(one) for one in ground.notes] + list(done.notes),
    }


def plan_report(ground: Tabled, plan: Plan, weights: Weights) -> dict[str, Any]:
    """Report a plan, whoever drew it."""
    terms = terms_of(ground.territory, ground.standards, ground.conditions, plan)
    new = per_unit(ground.territory, ground.standards, ground.conditions, plan)
    text = write_plan(ground.territory.codes, plan)
    return {
        "objective": value_of(terms, weights),
        "terms": {name: _term(name, terms, weights) for name in TERMS},
        "plan_sha256": sha256(text.encode()).hexdigest(),
        "units_before": len(ground.territory),
        "units_after": len(plan),
        "units": [_unit(one, ground) for one in new],
    }


def _proof(proof: Proof) -> dict[str, Any]:
    gap = proof.gap_percent
    return {
        "value": proof.value,
        "bound": proof.bound,
        "gap_percent": None if gap is None else round(gap, 6),
        "proven": proof.proven,
    }


def _term(name: str, terms: Mapping[str, float], weights: Weights) -> dict[str, float]:
    weight = getattr(weights, name)
    return {"amount": terms[name], "weight": weight, "cost": weight * terms[name]}


def _unit(one: NewUnit, ground: Tabled) -> dict[str, Any]:
    codes, law = ground.territory.codes, book()
    found = judged(one, ground.facts[one.seat], ground.law, law)
    return {
        "new_unit": codes[one.seat],
        "seat": ground.names[one.seat],
        "members": [codes[place] for place in one.members],
        "sums": {name: round(total, 4) for name, total in one.sums.items()},
        "people_km": round(one.people_km, 1),
        "radius_km": round(one.radius_km, 3),
        "border_km": round(one.border_km, 3),
        "districts": one.districts,
        "below": [
            {
                "measure": below.measure,
                "found": round(below.found, 4),
                "asked": below.asked,
                "missed": below.missed,
            }
            for below in one.below
        ],
        "findings": [finding(one, law) for one in found],
    }


def _said(one: Said) -> dict[str, str]:
    return {"vi": one.vi, "en": one.en}
