"""What the solver's process runs to place people; nothing here knows Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson

from tinhgon.solvers.place.values import Pins, Placed, Staffing
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.watch import Clock, Limits, Watch

if TYPE_CHECKING:
    from tinhgon.solvers.place.reasons.why import NoPost

EXPLAINED = 400  # people whose nearest posts are priced in the run; of others the rules alone are told
NEAREST = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placing:
    """All that a placing depends on.

    :param start: a plan to go on from after somebody has fixed a thing or two.
    """

    staffing: Staffing
    start: Placed | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Explained:
    """A placing, and for each person left over why: {"posts", "open", "funnel", "missing", "nearest"}."""

    placed: Placed
    why: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def place(asked: Placing, *, limits: Limits, watch: Watch, resume: bytes | None) -> Explained:
    """Place everybody, and say of those left over why.

    :raises Refused: the task is not sound, or rules and pins contradict each other.
    """
    # Loaded here: only the process that solves pays for compilers and solvers.
    from tinhgon.solvers.place.reasons.why import Why
    from tinhgon.solvers.place.solve import solve

    clock = Clock(limits, watch)
    placed = solve(asked.staffing, limits=limits, watch=watch, start=asked.start)
    watch.keep(kept(placed))
    left = [
        one.id
        for one, post in zip(asked.staffing.people, placed.post_of, strict=True)
        if post is None and not one.leaves
    ]
    answers = Why(asked.staffing, placed) if left else None
    told: dict[str, Mapping[str, Any]] = {}
    for number, person in enumerate(left):
        if answers is None or clock.over():
            break
        told[person] = _told(answers.no_post(person, NEAREST if number < EXPLAINED else 0))
    return Explained(placed=placed, why=told)


def kept(placed: Placed) -> bytes:
    """Write a plan so that a later run can go on from it."""
    proof = {"value": placed.proof.value, "bound": placed.proof.bound}
    return orjson.dumps({
        "post_of": placed.post_of, "proof": proof, "terms": dict(placed.terms), "prices": placed.prices,
        "tolls": dict(placed.tolls),
    })  # fmt: skip


def again(state: bytes) -> Placed:
    """Read a plan that was kept."""
    found = orjson.loads(state)
    return Placed(
        post_of=tuple(found["post_of"]), proof=Proof(**found["proof"]), terms=found["terms"],
        prices=tuple(found["prices"]), tolls=found["tolls"],
    )  # fmt: skip


def unpinned(staffing: Staffing) -> bool:
    """Tell whether nobody has fixed anything."""
    return staffing.pins == Pins()


def _told(why: NoPost) -> dict[str, Any]:
    return {
        "posts": why.posts, "open": why.open, "funnel": why.funnel, "missing": why.missing,
        "nearest": [
            {"post": near.post, "holders": list(near.holders), "km": _plain(near.km),
             "price": _plain(near.forced.price), "least": _plain(near.forced.least),
             "moves": len(near.forced.chain)}
            for near in why.nearest
        ],
    }  # fmt: skip


def _plain(value: float | None) -> float | None:
    return None if value is None else round(float(value), 2)
