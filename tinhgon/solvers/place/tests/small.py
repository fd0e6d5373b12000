"""Small tasks for the tests, and every plan of one by brute force."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from tinhgon.solvers.place.evaluate import evaluate
from tinhgon.solvers.place.values import NewUnit, Person, Pins, Post, Rules, Staffing, Weights
from tinhgon.solvers.place.verify import verify

UNITS = (NewUnit(id="U1", origins=("A", "B"), deputies=1), NewUnit(id="U2", origins=("C",), deputies=1))
PLACES = {"A": (10.0, 105.0), "B": (10.1, 105.0), "C": (10.5, 105.2)}


def person(number: int, **facts: object) -> Person:
    """Make a person of origin A with nothing special."""
    usual = Person(
        id=f"P{number}", origin="A", field="x", level=2, months_left=100, woman=False, age=50,
        seniority_months=10 + number, position=PLACES["A"],
    )  # fmt: skip
    return replace(usual, **facts)  # type: ignore[arg-type]


def post(number: int, **facts: object) -> Post:
    """Make a post of unit U1."""
    usual = Post(id=f"Q{number}", unit="U1", field="x", level=2, position=PLACES["A"])
    return replace(usual, **facts)  # type: ignore[arg-type]


def task(people: list[Person], posts: list[Post], **parts: object) -> Staffing:
    """Make a task."""
    given = Staffing(people=tuple(people), posts=tuple(posts), units=UNITS)
    return replace(given, **parts)  # type: ignore[arg-type]


def plans(staffing: Staffing) -> Iterator[tuple[str | None, ...]]:
    """Give every plan that keeps the hard rules."""
    names = [None, *(one.id for one in staffing.posts)]
    for plan in itertools.product(names, repeat=len(staffing.people)):
        if not verify(staffing, plan):
            yield plan


def best(staffing: Staffing) -> float | None:
    """Give the least cost of all plans; None where there is none."""
    return min((evaluate(staffing, plan).value for plan in plans(staffing)), default=None)


ORIGINS, FIELDS, LEVELS = st.sampled_from("ABC"), st.sampled_from(["x", "y", ""]), st.integers(1, 3)


@st.composite
def tasks(draw: st.DrawFn) -> Staffing:
    """Draw a task of up to four people and four posts."""
    people = [
        person(
            number,
            origin=(origin := draw(ORIGINS)),
            field=draw(FIELDS),
            level=draw(LEVELS),
            months_left=draw(st.sampled_from([None, 10, 100])),
            woman=draw(st.sampled_from([None, True, False])),
            age=draw(st.sampled_from([None, 30, 50])),
            leaves=draw(st.integers(0, 4)) == 0,
            severance=7.0,
            barred=draw(st.sampled_from([frozenset(), frozenset({"head"})])),
            position=PLACES[origin],
            wishes=tuple(draw(st.lists(st.sampled_from(["Q0", "Q1"]), max_size=2, unique=True))),
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    posts = [
        post(
            number,
            unit=(unit := draw(st.sampled_from(["U1", "U2"]))),
            field=draw(FIELDS),
            level=draw(LEVELS),
            seats=draw(st.integers(1, 2)),
            position=PLACES["A" if unit == "U1" else "C"],
        )
        for number in range(draw(st.integers(2, 4)))
    ]
    rules = Rules(
        lead_months=draw(st.sampled_from([None, 24])), rise=draw(st.sampled_from([None, 1])), fall=2,
        field=draw(st.sampled_from([None, "same"])), reach_km=draw(st.sampled_from([None, 30.0])),
        one_origin=draw(st.sampled_from([None, 1])),
        relatives=(("P0", "P1"),) if len(people) > 1 and draw(st.booleans()) else (),
    )  # fmt: skip
    weights = Weights(women_share=0.5, young_share=0.3, balance=50.0, severance=2.0)
    closed = frozenset({("P0", "Q0")}) if draw(st.booleans()) else frozenset()
    return task(people, posts, rules=rules, weights=weights, pins=Pins(closed=closed))
