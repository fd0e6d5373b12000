"""Officials and seats made up for measuring succession: fields, units, terms, retirements over five years."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from tinhgon.solvers.succeed.values import Official, Seat, Share, SuccessionRules

ON = date(2026, 1, 1)
FIELDS, PLACES = 12, 34
TRAININGS = ("senior_politics", "principal", "leadership")
RULES = SuccessionRules(
    on=ON, years=5, people_a_title=3, titles_a_person=3, rotation_months=36, rotation_left=120,
    reappoint_left=30, only_planned=True, term_months=60, least_terms=1, full_terms=2, most_terms=2,
    age_groups=3, age_gap=5, shares=(Share(name="women", percent=25),
    Share(name="young", percent=15, born_from=date(1986, 1, 1))),
    training_months={"senior_politics": 18, "principal": 2, "leadership": 1}, candidates=15,
)  # fmt: skip


def made_up(people: int, vacancies: int, seed: int = 7) -> tuple[list[Official], list[Seat]]:
    """Make as many officials as asked, holding seats of which about so many fall vacant in five years."""
    rng = np.random.default_rng(seed)
    seats, officials = [], []
    units = max(vacancies // 8, 1)
    for place in range(people):
        unit = int(rng.integers(units))
        level = int(rng.choice(4, p=(0.4, 0.3, 0.2, 0.1)))
        field, where = f"f{unit % FIELDS}", f"p{unit % PLACES}"
        seat = Seat(
            id=f"s{place:05}", unit=f"u{unit:04}", title=f"t{level}", field=field, level=level, place=where,
            trainings=frozenset(TRAININGS[:level]), not_local=level == 3 and unit % 3 == 0,
        )  # fmt: skip
        seats.append(seat)
        officials.append(_official(rng, place, seat, place < vacancies))
    return officials, seats


def _official(rng: np.random.Generator, place: int, seat: Seat, leaves: bool) -> Official:
    retires = ON + timedelta(days=int(rng.integers(30, 1826) if leaves else rng.integers(1826, 11_000)))
    ends = leaves and rng.random() < 0.4
    term = ON + timedelta(days=int(rng.integers(30, 1826))) if ends else None
    if ends:
        retires += timedelta(days=3650)
    had = TRAININGS[: seat.level + int(rng.integers(2))]
    return Official(
        id=f"o{place:05}", unit=seat.unit, field=seat.field, level=seat.level, seat=seat.id,
        born=retires - timedelta(days=22_280), woman=bool(rng.random() < 0.35), retires_on=retires,
        term_until=term, terms=int(rng.integers(1, 3)), since=ON - timedelta(days=int(rng.integers(0, 2500))),
        home=f"p{int(rng.integers(PLACES))}", trainings=frozenset(had),
    )  # fmt: skip
