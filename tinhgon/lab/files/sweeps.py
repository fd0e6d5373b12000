"""Many plans of the same units as a table: what was varied, what came out, which nobody beats."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from tinhgon.lab.pareto import front
from tinhgon.lab.running.many import Solved
from tinhgon.solvers.consolidate.values import TERMS


def rows_of(
    points: Sequence[Mapping[str, float]], solved: Sequence[Solved], compared: Sequence[str]
) -> list[dict[str, Any]]:
    """Give a row for each point; those that no other plan beats in what is compared bear `front`."""
    there = [place for place, one in enumerate(solved) if one.found]
    terms = [dict(one.found.terms) for one in solved if one.found]
    best = {there[place] for place in front(terms, compared)}
    return [
        {**{f"vary_{name}": value for name, value in point.items()}, **_row(one), "front": int(place in best)}
        for place, (point, one) in enumerate(zip(points, solved, strict=True))
    ]


def _row(one: Solved) -> dict[str, Any]:
    found = one.found
    if found is None:
        return {**dict.fromkeys(TERMS, ""), "fault": (one.fault or {}).get("code", "")}
    proof = found.proof
    return {
        **{name: round(found.terms[name], 6) for name in TERMS},
        "objective": proof.value,
        "bound": proof.bound,
        "gap_percent": proof.gap_percent,
        "proven": int(proof.proven),
        "whole": int(found.whole),
        "seconds": round(found.seconds, 3),
        "plan_sha256": one.plan_hash,
        "fault": "",
    }


def write_rows(rows: Sequence[Mapping[str, Any]]) -> str:
    """Write rows as CSV."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    file = StringIO()
    writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
