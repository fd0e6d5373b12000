"""Whatever decisions are signed: the database holds them sound and remembers each moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, event, given, settings

from tinhgon.core import operations as ops
from tinhgon.core.rows import Row
from tinhgon.core.tests.soundness import assert_sound
from tinhgon.core.tests.test_properties import Dice, decisions, likely
from tinhgon.register.queries import snapshots
from tinhgon.register.tests.factories import assert_alike, found_town, next_moment, rows, settle, signed

pytestmark = pytest.mark.django_db

few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])

OVERLAPS = """
SELECT count(*) FROM register_{table} a JOIN register_{table} b
    ON a.id < b.id AND a.valid && b.valid AND {same}
"""
ORPHANS = """
SELECT count(*) FROM register_placement p
WHERE p.parent_id IS NOT NULL AND datemultirange(p.valid) - coalesce(
    (SELECT range_agg(v.valid) FROM register_unitversion v WHERE v.unit_id = p.parent_id), '{}'
) <> '{}'
"""
CYCLES = """
WITH RECURSIVE climb AS (
    SELECT unit_id AS start, unit_id, parent_id, line, valid FROM register_placement
    UNION
    SELECT climb.start, p.unit_id, p.parent_id, p.line, p.valid * climb.valid
    FROM climb JOIN register_placement p
        ON p.unit_id = climb.parent_id AND p.line = climb.line AND p.valid && climb.valid
    WHERE climb.parent_id <> climb.start
)
SELECT count(*) FROM climb WHERE parent_id = start
"""
SHARES = """
SELECT count(*) FROM (
    SELECT FROM register_succession GROUP BY origin_id, decision_id
    HAVING sum(share_area) > 1 OR sum(share_population) > 1
) broken
"""


def counted(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])


def assert_database_sound() -> None:
    settle()
    for table, same in (
        ("unitversion", "a.unit_id = b.unit_id"),
        ("placement", "(a.unit_id, a.line) = (b.unit_id, b.line)"),
        ("identifier", "(a.unit_id, a.scheme) = (b.unit_id, b.scheme)"),
        ("identifier", "(a.scheme, a.value) = (b.scheme, b.value)"),
    ):
        assert counted(OVERLAPS.format(table=table, same=same)) == 0
    assert [counted(sql) for sql in (ORPHANS, CYCLES, SHARES)] == [0, 0, 0]


@few
@given(decisions)
def test_the_register_stays_sound_and_remembers_each_moment(
    taken: list[tuple[date, list[ops.Operation | list[int]]]],
) -> None:
    with transaction.atomic():
        founding = found_town().decision
        told: list[UUID] = []
        seen: list[tuple[datetime, frozenset[Row]]] = [(founding.signed_at, rows())]  # type: ignore[list-item]
        for on, ordered in taken:
            snapshot = snapshots.gather_whole().snapshot
            signed_ones = replace(snapshot, signed=dict.fromkeys(told, ()))
            orders = [likely(signed_ones, on, Dice(it)) if isinstance(it, list) else it for it in ordered]
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
            assert_sound(snapshots.gather_whole().snapshot)
        for (moment, register), (later, _) in pairwise([*seen, (next_moment(), frozenset())]):
            assert moment < later
            assert rows(known=moment) == register
        transaction.set_rollback(True)
