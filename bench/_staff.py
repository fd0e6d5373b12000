"""Made-up staff of merged units and posts of the new structure, of a given size; a seed, a staff."""

from __future__ import annotations

from typing import Any

import numpy as np

from tinhgon.solvers.place.values import (
    DEPUTY,
    HEAD,
    MEMBER,
    SPECIALIST,
    NewUnit,
    Person,
    Post,
    Rules,
    Staffing,
    Weights,
)

FIELDS, PLACES, MERGED, POSTS = 8, 3.0, 3, 15  # fields of work; degrees across; old units, posts a new unit
LEVELS, SHARES = (SPECIALIST, MEMBER, DEPUTY, HEAD), (0.62, 0.18, 0.13, 0.07)


def staffing(people: int, posts: int, *, seed: int = 7, **rules: Any) -> Staffing:
    """Make staff whose posts lie near their old units, with the side rules of the measurements.

    Who rises to lead needs 24 months; 3 % of people are in pairs of relatives; at most 3 leaders from one
    old unit; 30 % women and 10 % under 42 in each team at 400 each; no post costs
    1,500 + 4 a month of seniority.
    """
    draw = np.random.default_rng(seed)
    units = max(posts // POSTS, 1)
    seats = draw.uniform(0, PLACES, (units, 2)) + np.array((10.0, 105.0))
    old = np.repeat(seats, MERGED, axis=0) + draw.normal(0, 0.08, (units * MERGED, 2))
    rules = {
        "lead_months": 24,
        "rise": 1,
        "fall": 1,
        "one_origin": 3,
        "relatives": _pairs(draw, people),
    } | rules
    return Staffing(
        people=tuple(_person(draw, i, old) for i in range(people)),
        posts=tuple(_post(draw, j, j % units, seats[j % units]) for j in range(posts)),
        units=tuple(
            NewUnit(id=f"U{u}", origins=tuple(f"O{u * MERGED + k}" for k in range(MERGED)), deputies=6)
            for u in range(units)
        ),
        rules=Rules(**rules),
        weights=Weights(women_share=0.3, young_share=0.1),
    )


def _pairs(draw: np.random.Generator, people: int) -> tuple[tuple[str, str], ...]:
    chosen = draw.permutation(people)[: people * 3 // 100 // 2 * 2].reshape(-1, 2)
    return tuple((f"P{a}", f"P{b}") for a, b in chosen.tolist())


def _person(draw: np.random.Generator, i: int, old: np.ndarray) -> Person:
    origin = int(draw.integers(len(old)))
    level = int(draw.choice(LEVELS, p=SHARES))
    leads = level >= DEPUTY
    months = int(draw.integers(0, 240 if leads else 420))
    return Person(
        id=f"P{i}", origin=f"O{origin}", field=f"F{int(draw.integers(FIELDS))}",
        level=level, months_left=months, woman=bool(draw.random() < (0.25 if leads else 0.45)),
        age=62 - months // 12 - int(draw.integers(0, 5)), seniority_months=int(draw.integers(6, 420)),
        position=(float(old[origin, 0]), float(old[origin, 1])),
    )  # fmt: skip


def _post(draw: np.random.Generator, j: int, unit: int, seat: np.ndarray) -> Post:
    return Post(
        id=f"Q{j}", unit=f"U{unit}", field=f"F{int(draw.integers(FIELDS))}",
        level=int(draw.choice(LEVELS, p=SHARES)), position=(float(seat[0]), float(seat[1])),
    )  # fmt: skip
