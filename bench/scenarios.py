"""200 scenarios of a province on one worker and on two: rate, ratio, and whether the plans are the same.

The real communes of Cần Thơ before July 2025 (three old provinces, 263 units) under a grid of prices and of
the number of members. Starting the workers and their first compilation is not counted.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
CANTHO = ROOT / "tinhgon" / "lab" / "data" / "cantho"
GRID = {
    "units": [25.0, 50.0, 75.0, 100.0, 125.0],
    "travel": [2.0, 3.0, 4.0, 5.0, 6.0],
    "missed": [500.0, 1000.0, 2000.0, 4000.0],
    "border": [0.0, 1.0],
}


def main() -> None:
    """Measure both; the second worker must be worth 0.7 of the first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    import django

    django.setup()
    province = sys.argv[1] if len(sys.argv) > 1 else "92"
    points = [dict(zip(GRID, values, strict=True)) for values in product(*GRID.values())]
    points = points[:: max(len(points) // int(sys.argv[2]), 1)] if len(sys.argv) > 2 else points
    one, hash_one = measure(province, points, workers=1)
    two, hash_two = measure(province, points, workers=2)
    print(f"2 workers are worth {one / two:.2f} of one (goal ≥ 1.7)")
    print(f"the same plans: {hash_one == hash_two} ({hash_one[:12]})")


def measure(province: str, points: list[dict[str, float]], *, workers: int) -> tuple[float, str]:
    """Give the seconds from when a swarm is warm to the last plan, and the hash of all."""
    from dataclasses import replace

    from tinhgon.lab.running.many import Task, hash_of_all, solve_many
    from tinhgon.solvers.watch import Limits

    base = asked(province)
    began = 0.0

    def heard(done: int, _: object) -> None:
        nonlocal began
        began = began or (time.monotonic() if done == 2 * workers else 0.0)

    warm = [Task(key=f"warm {one}", asked=base, limits=Limits()) for one in range(2 * workers)]
    tasks = [
        Task(key=str(point), asked=replace(base, weights=replace(base.weights, **point)), limits=Limits())
        for point in points
    ]
    done = solve_many([*warm, *tasks], workers=workers, progress=heard)
    seconds = time.monotonic() - began
    kept = {task.key: done[task.key] for task in tasks}
    faults = [one.fault for one in kept.values() if one.fault]
    assert not faults, faults[0]
    proven = sum(one.found.proof.proven for one in kept.values() if one.found)
    rate = 60 * len(points) / seconds
    told = f"{len(points)} scenarios of province {province} in {seconds:.1f} s, {rate:.1f} a minute"
    print(f"{workers} worker(s): {told}, {proven} proven", flush=True)
    return seconds, hash_of_all(kept)


def asked(province: str) -> Any:
    """Read the communes of an old province, with standards of 16,000 people and 30 km²."""
    from tinhgon.cli.lab.grounds import ground_of
    from tinhgon.lab.running.solving import Consolidating
    from tinhgon.solvers.consolidate.values import Conditions, Weights

    units = ROOT / "var" / "bench" / f"units-{province}.csv"
    units.parent.mkdir(parents=True, exist_ok=True)
    head, *rows = (CANTHO / "units_before.csv").read_text(encoding="utf-8").splitlines()
    units.write_text("\n".join([head, *(row for row in rows if row.split(",")[3] == province)]) + "\n")
    options = {
        "people": "population", "area": "area_km2", "group_by": "", "districts": "district_code",
        "missing_as_zero": True, "together": None, "apart": None, "alone": None, "on": "", "standards": "",
        "min_population": 16_000.0, "min_area": 30.0, "waived_from": None, "terrain": None,
        "in_municipality": None, "region": None, "touching": False,
    }  # fmt: skip
    ground = ground_of(units, CANTHO / "neighbours_before.csv", Conditions(max_members=5), options)
    return Consolidating(
        territory=ground.territory, standards=ground.standards, weights=Weights(),
        conditions=ground.conditions,
    )  # fmt: skip


if __name__ == "__main__":
    main()
