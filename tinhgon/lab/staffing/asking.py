"""What a scenario asks of the placing of people: rules, prices, and what somebody has fixed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from tinhgon.lab.models import Placing, Scenario
from tinhgon.lab.parameters import Place
from tinhgon.solvers.place.values import Pins, Rules, Weights


def rules_of(asked: Place, relatives: Iterable[tuple[UUID, UUID]]) -> Rules:
    """Give the hard rules."""
    return Rules(
        lead_months=asked.lead_months, rise=asked.rise, fall=asked.fall, field=asked.field, needs=asked.needs,
        barred=asked.barred, reach_km=asked.reach_km, deputies=asked.deputies, one_origin=asked.one_origin,
        nobody_out=asked.nobody_out, relatives=tuple((str(one), str(other)) for one, other in relatives),
    )  # fmt: skip


def weights_of(asked: Place) -> Weights:
    """Give the prices: the usual ones, and what the scenario says otherwise.

    Unless it is asked for, long service earns no post: it would push out the young.
    """
    prices: dict[str, Any] = {"seniority": 0.0} | dict(asked.weights)
    return Weights(**prices)


def pins_of(scenario: Scenario, asked: Place, people: Collection[str], posts: Collection[str]) -> Pins:
    """Give what is fixed: people pinned to a post or to none, and pairs that are not to be.

    A word on a post that the plan no longer has, or that is the original's of a branch, says nothing now.
    """
    rows = Placing.objects.filter(scenario=scenario, pinned=True).values_list("person_id", "post_id")
    pinned = [(str(person), str(post) if post else None) for person, post in rows if str(person) in people]
    closed = ((str(person), str(post)) for person, post in asked.closed)
    return Pins(
        at={person: post for person, post in pinned if post is not None and post in posts},
        out=frozenset(person for person, post in pinned if post is None),
        closed=frozenset(pair for pair in closed if pair[0] in people and pair[1] in posts),
    )
