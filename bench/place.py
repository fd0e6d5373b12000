"""Placing staff: 2,000 beside plain CP-SAT and HiGHS, a pin, a priced answer; 20,000; 40,000."""

from __future__ import annotations

import argparse
import statistics
import time

import _ground  # noqa: F401  (finds the program)
from _ground import report
from _staff import staffing

from tinhgon.solvers.place.reasons.why import Why, pinned
from tinhgon.solvers.place.solve import solve
from tinhgon.solvers.place.values import Placed, Staffing
from tinhgon.solvers.watch import Limits

SIZES = {
    "small": (2_000, 1_500, 0.01, 10),
    "large": (20_000, 15_000, 0.1, 180),
    "country": (40_000, 27_000, None, None),
}


MEMORY = 2048  # MB


def main() -> None:
    """Measure the sizes that are named."""
    asked = argparse.ArgumentParser()
    asked.add_argument("sizes", nargs="*", default=list(SIZES), help=", ".join(SIZES))
    asked.add_argument(
        "--peers", type=float, default=120.0, help="seconds for each plain solver; 0 leaves them out"
    )
    given = asked.parse_args()
    for name in given.sizes:
        people, posts, gap, seconds = SIZES[name]
        task = staffing(people, posts)
        began = time.process_time()
        placed = solve(task)
        cpu = time.process_time() - began
        what = f"{people:,} × {posts:,}"
        report(f"{what}: gap", placed.proof.gap_percent or 0.0, "%", limit=gap, digits=4, note=_said(placed))
        report(f"{what}: time", placed.seconds, "s", limit=seconds, note=f"{cpu:.1f} s of CPU")
        report(f"{what}: peak memory", placed.peak_memory_mb, "MB", limit=MEMORY)
        if name == "small":
            _after(task, placed)
            _peers(task, given.peers)


def _said(placed: Placed) -> str:
    away = sum(name is None for name in placed.post_of)
    return f"{placed.proof.value:,.2f}, bound {placed.proof.bound or 0.0:,.2f}, {away:,} without a post"


def _after(task: Staffing, placed: Placed) -> None:
    away = [i for i, name in enumerate(placed.post_of) if name is None]
    why = Why(task, placed)
    answers = [
        (time.perf_counter(), why.no_post(task.people[i].id, 1), time.perf_counter()) for i in away[:40]
    ]
    priced = [(end - begin) * 1000 for begin, _, end in answers]
    report("a priced answer on who has no post, median", statistics.median(priced), "ms", limit=100)
    pairs = [(near.forced.person, near.post) for _, one, _ in answers for near in one.nearest][:5]
    again = [solve(pinned(task, *pair), start=placed) for pair in pairs]
    report("solving again after a pin, median", statistics.median(one.seconds for one in again), "s", limit=1)
    moved = [sum(a != b for a, b in zip(placed.post_of, one.post_of, strict=True)) for one in again]
    gaps = [one.proof.gap_percent or 0.0 for one in again]
    report("  gap after it, worst", max(gaps), "%", digits=4, note=f"people moved: {moved}")


def _peers(task: Staffing, seconds: float) -> None:
    if seconds > 0:
        from _plain import cp_sat, highs

        for name, plain in (("CP-SAT", cp_sat), ("HiGHS", highs)):
            value, bound, took = plain(task, Limits(seconds=seconds))
            gap = 100 * (value - bound) / value if value and value < 1e29 else float("inf")  # no plan
            report(
                f"plain {name} over the same pairs: gap",
                gap,
                "%",
                digits=4,
                note=f"{value:,.2f} in {took:.0f} s",
            )


if __name__ == "__main__":
    main()
