"""Most regions of 30,000 people: ours beside spopt's MaxPHeuristic on one instance; then the real country.

spopt is no part of the project: `uv venv PEERS && uv pip install --python PEERS/bin/python -r
requirements-peers.txt`, then `PEER_PYTHON=PEERS/bin/python ./run bench max_p`; without it ours alone.
Seconds are of one core's work, so what else the machine does counts for neither. On 10,035 units spopt gets
2 constructions and 1 annealing: with its defaults it takes half an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np
from _ground import ROOT
from _territories import voronoi

from tinhgon.solvers.consolidate.maxp import solve_max_p
from tinhgon.solvers.consolidate.values import Conditions, Consolidated, Territory
from tinhgon.solvers.watch import Limits, Progress, Unwatched

THRESHOLD = 30_000.0
# units: how often ours is run, regions and seconds of the goal, spopt's constructions and annealings
SIZES = {250: (3, 76, 1.0, 99, 10), 1000: (3, 0, 0.0, 10, 2), 10_035: (1, 3168, 60.0, 2, 1)}


class Search(Unwatched):
    """Notes when the plan stood: what follows only lowers the bound."""

    def __init__(self) -> None:
        self.begins, self.ends = time.process_time(), 0.0

    def tell(self, progress: Progress) -> None:
        """Hear where the solver stands."""
        if progress.stage == "searching":
            self.ends = time.process_time()
        elif not self.ends:
            self.begins = time.process_time()


def main() -> None:
    """Print both for each size, the country by ours only."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", default=os.environ.get("PEER_PYTHON", ""))
    parser.add_argument("--sizes", type=int, nargs="*", default=[*SIZES])
    asked = parser.parse_args()
    _ours(voronoi(60))  # compiles
    if not asked.peer:
        print("spopt is not measured: PEER_PYTHON names no Python that has it (see this file's first lines)")
    for size in asked.sizes:
        _compare(size, asked.peer)
    _country()


def _compare(size: int, peer: str) -> None:
    times, regions, seconds, *effort = SIZES[size]
    given = voronoi(size)
    runs = [_ours(given) for _ in range(times)]
    found, _ = runs[0]
    assert len({run.plan.into.tobytes() for run, _ in runs}) == 1, "the same run gave two plans"
    took = median(search for _, search in runs)
    whole = median(run.seconds for run, _ in runs)
    ours = int(found.terms["regions"])
    goal = f"(goal ≥ {regions} in {seconds:g} s)" if regions else ""
    mark = "!" if ours < regions or 0 < seconds < took else " "
    bound = f"at most {-(found.proof.bound or 0):.0f}, told {whole:.1f} s after the start by the clock"
    print(f"{mark} {size:>6} units, ours:  {ours:>5} regions in {took:6.1f} s {goal}; {bound}", flush=True)
    if peer:
        theirs = _theirs(given, peer, *effort)
        more, faster = ours / theirs["regions"], theirs["seconds"] / took
        has = f"{theirs['regions']:>5} regions in {theirs['seconds']:6.1f} s"
        print(
            f"  {size:>6} units, spopt: {has}; ours {more:.2f} × as many, {faster:.1f} × as fast", flush=True
        )


def _ours(given: Territory) -> tuple[Consolidated, float]:
    watch = Search()
    free = Conditions(max_members=len(given))
    found = solve_max_p(given, {"population": THRESHOLD}, free, Limits(), watch)
    people = np.bincount(found.plan.into, given.measures["population"])
    assert int((people >= THRESHOLD).sum()) == found.terms["regions"]
    return found, watch.ends - watch.begins


def _theirs(given: Territory, peer: str, constructions: int, annealings: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "instance.npz"
        np.savez(file, people=given.measures["population"], borders=given.borders)
        script = [peer, str(ROOT / "bench" / "_spopt.py"), str(file), str(THRESHOLD)]
        effort = [str(constructions), str(annealings)]
        told = subprocess.run([*script, *effort], check=True, capture_output=True, text=True)
    answer: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return answer


def _country() -> None:
    from _enacted import country

    drawn = country()[0].territory
    given = replace(drawn, group=np.zeros(len(drawn), np.int32), may_seat=np.ones(len(drawn), np.bool_))
    found, took = _ours(given)
    regions, left = int(found.terms["regions"]), int(found.terms["left"])
    most = f"at most {-(found.proof.bound or 0):.0f}, {left} communes left"
    print(f"  the country, {len(given)} communes, no provinces: {regions} regions in {took:.1f} s, {most}")


if __name__ == "__main__":
    main()
