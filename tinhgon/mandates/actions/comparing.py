"""Comparing all mandates of a day."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from tinhgon import jobs
from tinhgon.mandates.models import Comparison, Overlap
from tinhgon.mandates.queries.bodies import bodies_on, comparable, state_on
from tinhgon.mandates.refusals import CONSTRAINTS, MayNotCompare
from tinhgon.temporal.naming import whole
from tinhgon.texts.likeness import Mandate, compare

if TYPE_CHECKING:
    from tinhgon.access.models import User

TASK = "mandates.compare"
LEAST = 0.05  # of the lesser mandate: below it two bodies share a phrase and no duty
MOST = 20_000  # pairs kept


def ask(*, on: date, by: User) -> None:
    """Have the mandates of a day compared in the background.

    :raises MayNotCompare: whoever asks drafts no decisions.
    """
    if not by.has_perm("register.draft_decision"):
        raise MayNotCompare(permission="register.draft_decision")
    jobs.enqueue(TASK, on=on.isoformat())


def compare_all(*, on: date) -> Comparison:
    """Compare the mandates of a day and keep what was found; it takes the place of that day's older ones."""
    state = state_on(on)  # before the bodies: what changes meanwhile makes the comparison stale
    bodies = {one.unit: one for one in bodies_on(on)}
    found = compare(
        [Mandate(unit, body.mandate) for unit, body in bodies.items()],
        lambda one, other: comparable(bodies[one], bodies[other]),
    )
    with whole(CONSTRAINTS):
        Comparison.objects.filter(on_day=on).delete()
        made = Comparison.objects.create(on_day=on, compared=len(bodies), state=state)
        Overlap.objects.bulk_create(
            [
                Overlap(
                    comparison=made, one_id=one.one, other_id=one.other, score=min(one.score, 1.0),
                    passages=[asdict(pair) for pair in one.pairs],
                )
                for one in found[:MOST]
                if one.score >= LEAST
            ],
            batch_size=2000,
        )  # fmt: skip
    return made
