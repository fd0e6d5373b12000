"""Succession over five years: how far plans are from the best, beside plain HiGHS on the same programme."""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from _ground import report
from _succession import RULES, made_up

from tinhgon.solvers import linear
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.succeed.crowd import crowd
from tinhgon.solvers.succeed.forecast import forecast
from tinhgon.solvers.succeed.model import Ground, Round, spell
from tinhgon.solvers.succeed.pairs import Pairs, pairs
from tinhgon.solvers.succeed.search import search
from tinhgon.solvers.succeed.values import DEFAULT_WEIGHTS
from tinhgon.solvers.watch import Clock, Limits

SIZES = ((300, 150, 60.0), (3_000, 1_500, 120.0), (10_000, 4_000, 300.0))
PEER_SECONDS = 120.0


def main(sizes: tuple[tuple[int, int, float], ...] = SIZES) -> None:
    """Measure the first round of each size, then the plain solver on the programme of 3,000 officials."""
    for people, vacancies, seconds in sizes:
        _measured(people, vacancies, seconds)


def _measured(people: int, vacancies: int, seconds: float) -> None:
    name = f"{people:,} officials × {vacancies:,} vacancies"
    programme, who, took = _programme(people, vacancies)
    report(f"{name}: programme written", took, "s", note=f"{len(who):,} pairs")
    began, used = time.monotonic(), time.process_time()
    clock = Clock(Limits(seconds=seconds))
    x, least, ended = search(programme, who, clock)
    found = Proof(value=float(programme.model.cost @ x), bound=least)
    assert linear.keeps(programme.model, x)
    note = f"value {found.value:,.0f}, bound {least:,.0f}, {'ended' if ended else 'cut short'}"
    report(f"{name}: gap", found.gap_percent or 0.0, "%", limit=0.5, note=note)
    cpu = time.process_time() - used
    report(f"{name}: time", time.monotonic() - began, "s", note=f"{cpu:.1f} s of one core")
    if seconds >= PEER_SECONDS:
        plain = linear.solve(programme.model, Clock(Limits(seconds=PEER_SECONDS)))
        value = float("inf") if plain.x is None else float(programme.model.cost @ plain.x)
        note = "no plan found" if plain.x is None else f"value {value:,.0f}"
        gap = 100 * (1 - least / value) if plain.x is not None else float("inf")
        report(f"{name}: plain HiGHS, {PEER_SECONDS:.0f} s: gap", gap, "%", note=note)


def _programme(people: int, vacancies: int) -> tuple[Round, Pairs, float]:
    began = time.monotonic()
    rules = replace(RULES, least_level=0)
    officials, seats = made_up(people, vacancies)
    ground = Ground(crowd(officials), rules, DEFAULT_WEIGHTS, {one.id: one for one in seats})
    ahead = forecast(officials, seats, rules)
    who = pairs(ground.crowd, ground.seats, ahead.vacancies, rules, DEFAULT_WEIGHTS)
    return spell(who, ground, {}), who, time.monotonic() - began


if __name__ == "__main__":
    main(SIZES[: int(sys.argv[1])] if len(sys.argv) > 1 else SIZES)
