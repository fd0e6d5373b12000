"""Writes what came of placing people: planned posts, who gets them, and counts for all to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from tinhgon.lab.drafting.values import Wanted
from tinhgon.lab.models import Placing, PlannedPost, Scenario
from tinhgon.lab.staffing.drawing import Drawn

BATCH = 2000


def keep_posts(scenario: Scenario, drawn: Drawn) -> None:
    """Write the posts that a scenario plans; those of a plan that is gone go, with who was put there."""
    members = {body.id: body.members[0] for body in drawn.bodies}
    wanted = {one.id: one for one in drawn.wanted}
    PlannedPost.objects.filter(scenario=scenario).exclude(pk__in=wanted).delete()
    PlannedPost.objects.bulk_create(
        [_row(scenario, one, members[one.body]) for one in wanted.values()],
        batch_size=BATCH, update_conflicts=True, unique_fields=["id"],
        update_fields=["member", "title", "staff", "rank", "seats", "beside"],
    )  # fmt: skip


def keep_people(
    scenario: Scenario, people: Sequence[str], posts: Iterable[str | None], why: Mapping[str, Any]
) -> None:
    """Write who gets which post; what somebody has fixed (pins, who asks to leave) stays so."""
    leaving = set(Placing.objects.filter(scenario=scenario, leaves=True).values_list("person_id", flat=True))
    Placing.objects.filter(scenario=scenario).exclude(person__in=[UUID(one) for one in people]).delete()
    rows = [
        Placing(
            scenario=scenario, person_id=UUID(person), post_id=UUID(post) if post else None,
            leaves=post is None and UUID(person) in leaving, why=why.get(person, {}),
        )
        for person, post in zip(people, posts, strict=True)
    ]  # fmt: skip
    Placing.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["scenario", "person"],
        update_fields=["post", "leaves", "why"],
    )  # fmt: skip


def _row(scenario: Scenario, one: Wanted, member: UUID) -> PlannedPost:
    return PlannedPost(
        pk=one.id, scenario=scenario, member=member, title_id=one.title, staff_id=one.staff, rank=one.rank,
        seats=one.seats, beside=one.beside,
    )  # fmt: skip
