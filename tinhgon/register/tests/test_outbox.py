"""The outbox tells each change and each coming into effect once, and a reader with a cursor misses none."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Thread

import pytest
from django.db import connection
from django.utils import timezone

from tinhgon.core import operations as ops
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, DAY, TRA_AN
from tinhgon.register.actions import come_into_effect
from tinhgon.register.models import Change, Decision
from tinhgon.register.queries.decisions import events
from tinhgon.register.tests.factories import (
    at_once,
    found_town,
    new,
    next_moment,
    outside,
    signed,
    wait_for_waiters,
)

CONCURRENT = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TODAY = timezone.localdate(next_moment())
LATER, LAST = TODAY + timedelta(days=40), TODAY + timedelta(days=80)
RENAME = ops.Rename(unit=CAI_KHE, name="Phường Đẹp")


def told(decision: Decision) -> list[str]:
    return sorted(Change.objects.filter(decision=decision).values_list("kind", flat=True))


def sweep(on: date) -> int:
    return come_into_effect(on=on, at=next_moment())


@pytest.mark.django_db
class TestWhatIsTold:
    def test_each_change_of_a_signature_and_its_coming_into_effect(self) -> None:
        found_town()

        done = signed(RENAME)

        assert told(done.decision) == ["effective", "recorded", "recorded"]
        first, second = Change.objects.filter(decision=done.decision, kind="recorded").order_by("id")
        assert (first.about, first.unit_id, first.recorded_at) == (
            "version",
            CAI_KHE,
            done.decision.signed_at,
        )
        assert first.before["until"] is None
        assert first.after["until"] == DAY.isoformat()
        assert (second.before, second.after["name"]) == (None, "Phường Đẹp")

    def test_as_many_rows_as_there_are_changes(self) -> None:
        found_town()

        done = signed(ops.Merge(members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new("Mới")))

        assert Change.objects.filter(decision=done.decision, kind="recorded").count() == len(done.changes)

    def test_a_decision_of_the_future_comes_into_effect_by_itself_once(self) -> None:
        found_town()
        decision = signed(RENAME, on=LATER).decision
        assert told(decision) == ["recorded", "recorded"]

        assert [sweep(day) for day in (LATER - timedelta(days=1), LATER, LATER, LAST)] == [0, 1, 0, 0]
        assert told(decision) == ["effective", "recorded", "recorded"]

    def test_they_come_in_the_order_of_their_days(self) -> None:
        found_town()
        second = signed(ops.Rename(unit=AN_HOA, name="Hai"), on=LAST).decision
        first = signed(RENAME, on=LATER).decision

        assert sweep(LAST) == 2

        rows = Change.objects.filter(kind="effective", decision__in=[first, second]).order_by("id")
        assert [row.decision_id for row in rows] == [first.pk, second.pk]

    def test_one_that_was_revoked_before_its_day_never_comes(self) -> None:
        found_town()
        decision = signed(RENAME, on=LATER).decision
        revocation = signed(ops.Revoke(decision=decision.pk), on=TODAY).decision
        assert sweep(LATER) == 0

        signed(ops.Revoke(decision=revocation.pk), on=TODAY)

        assert sweep(LATER) == 1
        assert "effective" in told(decision)

    def test_a_draft_never_comes(self) -> None:
        found_town()
        Decision.objects.create(type_id="QĐ", issuer="x", issued_on=DAY, effective_on=DAY, title="x")

        assert sweep(LAST) == 0


@CONCURRENT
class TestReaders:
    def test_a_cursor_gives_every_row_once_in_order(self) -> None:
        found_town()
        signed(RENAME)
        read, cursor = [], ""
        while page := events(after=cursor, limit=7):
            read.extend(event.change.pk for event in page)
            cursor = page[-1].cursor

        assert read == list(Change.objects.order_by("id").values_list("pk", flat=True))

    def test_what_an_older_transaction_commits_later_is_not_missed(self) -> None:
        found_town()
        future = signed(RENAME, on=LATER).decision
        cursor = events(limit=1000)[-1].cursor

        with outside() as older:
            older.execute(
                "INSERT INTO register_change (kind, decision_id, about, recorded_at)"
                " VALUES ('effective', %s, '', now())", [future.pk],
            )  # fmt: skip
            newer = signed(ops.Rename(unit=TRA_AN, name="Phường Khác")).decision
            assert told(newer) == ["effective", "recorded", "recorded"]
            assert events(after=cursor) == []
            older.commit()

        late = events(after=cursor)
        assert [event.change.decision_id for event in late] == [future.pk, *[newer.pk] * 3]
        assert events(after=late[-1].cursor) == []

    def test_what_was_rolled_back_was_never_told(self) -> None:
        found_town()
        future = signed(RENAME, on=LATER).decision
        cursor = events(limit=1000)[-1].cursor
        with outside() as other:
            other.execute(
                "INSERT INTO register_change (kind, decision_id, about, recorded_at)"
                " VALUES ('effective', %s, '', now())", [future.pk],
            )  # fmt: skip
            other.rollback()

        assert events(after=cursor) == []
        assert sweep(LATER) == 1

    def test_nobody_chooses_the_transaction_under_which_he_is_read(self) -> None:
        future = (found_town(), signed(RENAME, on=LATER).decision)[1]
        cursor = events(limit=1000)[-1].cursor
        with connection.cursor() as forger:
            forger.execute(
                "INSERT INTO register_change (transaction, kind, decision_id, about, recorded_at)"
                " VALUES ('1', 'effective', %s, '', now())", [future.pk],
            )  # fmt: skip

        assert len(events(after=cursor)) == 1


@CONCURRENT
class TestAnotherCluster:
    def test_a_restored_outbox_is_read_on_from_the_old_cursor(self) -> None:
        found_town()
        older = signed(RENAME).decision
        _as_if_restored()
        assert events(limit=1000) == []

        sweep(TODAY)
        cursor = events(limit=1000)[-1].cursor
        newer = signed(ops.Rename(unit=TRA_AN, name="Phường Khác")).decision

        assert events(limit=1000)[0].change.transaction > 10**9 > events(after=cursor)[0].change.transaction
        assert {event.change.decision_id for event in events(after=cursor)} == {newer.pk}
        assert older.pk in {event.change.decision_id for event in events(limit=1000)}


def _as_if_restored() -> None:
    """Give the rows numbers that this cluster has not reached, and the clock another cluster's name."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE register_change DISABLE TRIGGER USER")
        cursor.execute("UPDATE register_change SET transaction = (10^9 + transaction::text::int)::text::xid8")
        cursor.execute("ALTER TABLE register_change ENABLE TRIGGER USER")
        cursor.execute("UPDATE temporal_clock SET cluster = 1")


@CONCURRENT
class TestCallersAtOnce:
    def test_each_decision_comes_once_and_is_counted_by_one(self) -> None:
        found_town()
        decisions = [
            signed(
                ops.ChangeFigures(unit=CAI_KHE, population=number), on=LATER + timedelta(days=number)
            ).decision
            for number in range(6)
        ]

        counted = at_once(*[lambda: sweep(LAST)] * 4)

        assert sum(counted) == 6
        assert all(told(decision).count("effective") == 1 for decision in decisions)

    def test_who_comes_second_waits_and_finds_nothing_to_do(self) -> None:
        found_town()
        future = signed(RENAME, on=LATER).decision
        found: list[int] = []
        with outside() as other:
            other.execute(
                "INSERT INTO register_change (kind, decision_id, about, recorded_at)"
                " VALUES ('effective', %s, '', now())", [future.pk],
            )  # fmt: skip
            second = Thread(target=lambda: found.extend(at_once(lambda: sweep(LAST))))
            second.start()
            with outside() as watch:
                wait_for_waiters(1, other=watch)
            other.commit()
            second.join()

        assert found == [0]
        assert told(future).count("effective") == 1
