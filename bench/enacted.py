"""What was enacted on 01/07/2025 beside what the lab finds: units, journeys, standards. Prints two tables."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from _enacted import Plan, Tabled, cantho, country, same_units

from tinhgon.lab.files.comparing import figures_of
from tinhgon.lab.running.solving import Consolidating, consolidate
from tinhgon.solvers.consolidate import evaluate
from tinhgon.solvers.consolidate.seats import apart_km, points_of
from tinhgon.solvers.consolidate.values import Weights
from tinhgon.solvers.watch import UNWATCHED, Limits

# Prices by which the lab plans; the fewer units, the harder to prove.
SETTINGS: Mapping[str, Weights] = {
    "lab: usual prices": Weights(),
    "lab: near": Weights(travel=4.0),
    "lab: few": Weights(units=500.0),
    "lab: districts kept": Weights(districts=300.0),
}
ROWS: Mapping[str, str] = {
    "units": "units",
    "merged": "made by merger",
    "largest": "members of the largest",
    "least_people": "fewest people in a unit",
    "mean_km": "km to the seat, a person",
    "beyond": "people more than 10 km from it",
    "farthest_km": "km of the farthest",
    "missed": "standards missed",
    "below": "units below a standard",
    "waived": "of them lawful all the same",
    "crossing": "former districts reached into beyond the first",
    "same": "units with the same members as enacted",
    "gap": "% from the best, at most",
    "seconds": "seconds of a processor",
}
FAR_KM = 10.0


def main() -> None:
    """Print the tables; CANTHO or COUNTRY alone where named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("which", nargs="*", default=["cantho", "country"], choices=["cantho", "country"])
    parser.add_argument("--seconds", type=float, default=900.0, help="time limit of each plan of the lab")
    asked = parser.parse_args()
    grounds: Mapping[str, Callable[[], tuple[Tabled, Plan]]] = {"cantho": cantho, "country": country}
    for name in asked.which:
        ground, enacted = grounds[name]()
        columns = [("enacted", figures(ground, enacted, enacted))]
        for setting, weights in SETTINGS.items():
            columns.append((setting, _planned(ground, enacted, weights, asked.seconds)))
        _print(f"{name}: {len(ground.territory):,} units on the eve", columns)


def _planned(ground: Tabled, enacted: Plan, weights: Weights, seconds: float) -> dict[str, float | None]:
    asked = Consolidating(
        territory=ground.territory, standards=ground.standards, weights=weights, conditions=ground.conditions
    )
    begun = time.process_time()
    done = consolidate(asked, limits=Limits(seconds=seconds), watch=UNWATCHED, resume=None)
    own = {"gap": done.proof.gap_percent, "seconds": time.process_time() - begun}
    return {**figures(ground, done.plan, enacted), **own}


def figures(ground: Tabled, plan: Plan, enacted: Plan) -> dict[str, float | None]:
    """Give the figures of a plan, all counted the same way."""
    terms = evaluate.terms_of(ground.territory, ground.standards, ground.conditions, plan)
    return {
        **figures_of(ground, plan),
        "missed": terms["missed"],
        "crossing": terms["districts"],
        "beyond": _beyond(ground, plan),
        "same": float(same_units(plan, enacted)),
    }


def _beyond(ground: Tabled, plan: Plan) -> float:
    points = points_of(ground.territory.position)
    km = apart_km(points, points[plan.seat[plan.into]])
    return float(ground.territory.measures[ground.conditions.people][km > FAR_KM].sum())


def _print(title: str, columns: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    print(f"\n| {title} | {' | '.join(name for name, _ in columns)} |\n|---{'|---:' * len(columns)}|")
    for key, words in ROWS.items():
        print(f"| {words} | {' | '.join(_number(key, found.get(key)) for _, found in columns)} |", flush=True)


def _number(key: str, value: float | None) -> str:
    if value is None or np.isnan(value):
        return "–"
    return f"{value:,.2f}" if key in ("mean_km", "gap", "seconds", "farthest_km") else f"{value:,.0f}"


if __name__ == "__main__":
    main()
