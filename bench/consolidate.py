"""Consolidation on the real communes: provinces, Cần Thơ, the country, by size. Terrain is assumed."""

from __future__ import annotations

import argparse
import resource
import time
from datetime import date

import numpy as np
from _country import country
from _ground import report

from tinhgon.solvers.consolidate import solve, solve_groups
from tinhgon.solvers.consolidate.values import Conditions, Consolidated, Weights
from tinhgon.solvers.watch import Limits

DAYS = {"resolution 76/2025": date(2025, 7, 1), "resolution 112/2025": date(2026, 1, 1)}
SETTINGS = {
    "usual": Weights(),
    "lean-heavy": Weights(travel=0.5),
    "close": Weights(travel=3.0, border=0.5, districts=20.0),
}
CANTHO = frozenset({"92", "93", "94"})
SIZES = (250, 1000, 2500, 10_035)


def main() -> None:
    """Print the figures named, or all."""
    parser = argparse.ArgumentParser()
    whats = {"cantho": cantho, "provinces": provinces, "misses": misses, "country": whole, "sizes": sizes}
    parser.add_argument("what", nargs="*", default=list(whats))
    parser.add_argument("--seconds", type=float, default=300.0)
    asked = parser.parse_args()
    solve(
        *country(DAYS["resolution 112/2025"], provinces=frozenset({"89"})), Weights(), Conditions()
    )  # compiles
    for name in asked.what:
        whats[name](asked.seconds)


def cantho(seconds: float) -> None:
    """Measure the three old provinces of Cần Thơ."""
    for law, day in DAYS.items():
        for name, weights in SETTINGS.items():
            territory, standards = country(day, provinces=CANTHO)
            found = solve(territory, standards, weights, Conditions(), limits=Limits(seconds=seconds))
            _say(f"Cần Thơ, {law}, {name}", found, 5.0)


def provinces(seconds: float) -> None:
    """Measure the 63 provinces on two processes."""
    for name, weights in SETTINGS.items():
        territory, standards = country(DAYS["resolution 112/2025"])
        limits = Limits(seconds=seconds)
        found = solve_groups(territory, standards, weights, Conditions(), processes=2, limits=limits)
        _say(f"63 provinces, {name}", found, 60.0)


def misses(seconds: float) -> None:
    """Make the missed standards as few as can be first: what is left nobody can avoid."""
    territory, standards = country(DAYS["resolution 112/2025"])
    first = Conditions(first=("missed",))
    found = solve_groups(territory, standards, Weights(), first, processes=2, limits=Limits(seconds=seconds))
    _say("63 provinces, misses first", found, None)
    report(
        "  missed at least",
        found.firsts["missed"].bound or 0.0,
        "",
        note=f"found {found.terms['missed']:.0f}",
    )


def whole(seconds: float) -> None:
    """Measure the country without the provinces' borders."""
    territory, standards = country(DAYS["resolution 112/2025"], bordered=False)
    found = solve(territory, standards, Weights(), Conditions(), limits=Limits(seconds=seconds))
    _say("country, provinces crossed", found, 300.0)


def sizes(seconds: float) -> None:
    """Measure neighbouring provinces from the south up to so many communes."""
    territory, _ = country(DAYS["resolution 112/2025"])
    order = np.argsort(territory.position[:, 0], kind="stable")
    codes = np.array(territory.codes)[order]
    for size in SIZES:
        part, standards = country(
            DAYS["resolution 112/2025"], codes=frozenset(codes[:size].tolist()), bordered=False
        )
        found = solve(part, standards, Weights(), Conditions(), limits=Limits(seconds=seconds))
        _say(f"{len(part):,} communes", found, None)


def _say(what: str, found: Consolidated, limit: float | None) -> None:
    gap = found.proof.gap_percent
    told = "unproven" if gap is None else "proven" if found.proof.proven else f"gap {gap:.4f} %"
    memory, used = _memory_and_cpu()
    note = f"{len(found.plan):,} units, {found.terms['missed']:.0f} missed, {told}, {memory:.0f} MB"
    note += f", {used:.0f} s of CPU so far" + ("" if found.whole else ", cut short")
    report(what, found.seconds, "s", limit=limit, note=note)


def _memory_and_cpu() -> tuple[float, float]:
    """Give the peak memory in MB, and the CPU seconds used so far, processes that ended included."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    used = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    return max(own.ru_maxrss, others.ru_maxrss) / 1024, used


if __name__ == "__main__":
    began = time.perf_counter()
    main()
    print(f"{time.perf_counter() - began:.0f} s in all")
