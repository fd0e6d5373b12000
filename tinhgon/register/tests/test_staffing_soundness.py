"""Whatever is decided about posts and people: the database agrees with the core and remembers each moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, event, given, settings

from tinhgon.core import operations as ops
from tinhgon.core.rows import Row
from tinhgon.core.tests.occupation import assert_occupied
from tinhgon.core.tests.soundness import assert_sound
from tinhgon.core.tests.test_staffing_properties import decisions, ordered
from tinhgon.register.queries import snapshots
from tinhgon.register.tests.factories import assert_alike, next_moment, rows, settle, signed
from tinhgon.register.tests.staffing import found_staffed_town

pytestmark = pytest.mark.django_db

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What must hold, asked in another way than the guards ask it.
FAULTS = {
    "two main posts": """
        SELECT count(*) FROM register_appointment a JOIN register_appointment b ON a.id < b.id
            AND a.person_id = b.person_id AND a.valid && b.valid
        WHERE (a.how IN ('regular', 'absent') AND b.how IN ('regular', 'absent')) OR a.post_id = b.post_id""",
    "without a post": """
        SELECT count(*) FROM register_appointment a WHERE NOT datemultirange(a.valid) <@ coalesce(
            (SELECT range_agg(v.valid) FROM register_postversion v WHERE v.post_id = a.post_id), '{}')""",
    "without a unit": """
        SELECT count(*) FROM register_postversion p WHERE NOT datemultirange(p.valid) <@ coalesce(
            (SELECT range_agg(v.valid) FROM register_unitversion v WHERE v.unit_id = p.unit_id), '{}')""",
    "home": """
        SELECT count(*) FROM register_person p JOIN register_appointment a ON a.person_id = p.id
            JOIN register_postversion v ON v.post_id = a.post_id AND v.valid @> %(today)s::date
        WHERE a.valid @> %(today)s::date AND a.how IN ('regular', 'absent') AND p.home_id <> v.unit_id""",
}


def assert_database_sound() -> None:
    settle()
    with connection.cursor() as cursor:
        for fault, sql in FAULTS.items():
            cursor.execute(sql, {"today": timezone.localdate()})
            assert cursor.fetchone() == (0,), fault
    snapshot = snapshots.gather_whole().snapshot
    assert_sound(snapshot)
    assert_occupied(snapshot)


@few
@given(decisions)
def test_the_register_of_posts_and_people_stays_sound_and_remembers_each_moment(
    taken: list[tuple[date, list[ops.Operation | list[int]]]],
) -> None:
    with transaction.atomic():
        founding = found_staffed_town().decision
        told: list[UUID] = []
        seen: list[tuple[datetime, frozenset[Row]]] = [(founding.signed_at, rows())]  # type: ignore[list-item]
        for on, drawn in taken:
            snapshot = snapshots.gather_whole().snapshot
            orders = ordered(replace(snapshot, signed=dict.fromkeys(told, ())), on, drawn)
            answer = assert_alike(*orders, on=on)
            if isinstance(answer, str):
                event(f"refused: {answer.partition(':')[2][:30]}")
                continue
            decision = signed(*orders, on=on, at=next_moment()).decision
            event(f"signed: {orders[0].op}")
            assert decision.signed_at is not None
            told.append(decision.pk)
            seen.append((decision.signed_at, rows()))
            assert_database_sound()
        for (moment, register), (later, _) in pairwise([*seen, (next_moment(), frozenset())]):
            assert moment < later
            assert rows(known=moment) == register
        transaction.set_rollback(True)
