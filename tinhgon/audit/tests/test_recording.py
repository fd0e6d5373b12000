"""What is recorded, what is refused, and that nobody changes it afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, models, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tinhgon.audit import actions, refusals
from tinhgon.audit.models import Event, Leaf, Seal
from tinhgon.audit.queries import Cursor, about, acts_of, page, read_by
from tinhgon.audit.queries.rows import rows
from tinhgon.audit.tests.factories import SUBJECT, recorded
from tinhgon.temporal.naming import naming

pytestmark = pytest.mark.django_db
LONG_AGO, LATER = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)

ATTACKS: dict[str, Callable[[models.Model], object]] = {
    "save": lambda row: row.save(),
    "update": lambda row: type(row).objects.update(**{row._meta.pk.name: 9}),
    "delete": lambda row: row.delete(),
    "delete of many": lambda row: type(row).objects.all().delete(),
    "raw update": lambda row: raw(f"UPDATE {row._meta.db_table} SET {row._meta.pk.column} = 9"),
    "raw delete": lambda row: raw(f"DELETE FROM {row._meta.db_table}"),
    "truncate": lambda row: raw(f"TRUNCATE {row._meta.db_table}"),
    "truncate of a cascade": lambda row: raw(f"TRUNCATE {row._meta.db_table} RESTART IDENTITY CASCADE"),
    "upsert": lambda row: raw(
        f"INSERT INTO {row._meta.db_table} SELECT * FROM {row._meta.db_table} "
        f"ON CONFLICT ({row._meta.pk.column}) DO UPDATE SET {row._meta.pk.column} = 9"
    ),
}


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("table", [Event, Leaf, Seal], ids=lambda table: table.__name__)
def test_what_is_recorded_stays(attack: str, table: Any) -> None:
    recorded()
    Leaf.objects.create(position=0, event=1, hash=b"x")
    Seal.objects.create(size=1, at=LATER, root=b"x", frontier=b"x", era=1, transaction=1, event=1)
    name = table.__name__.lower()
    raw(f"ALTER TABLE audit_{name} ENABLE TRIGGER {name}_is_not_emptied")  # tests may empty tables elsewhere
    kept = list(table.objects.order_by("pk").values())

    with pytest.raises(refusals.RecordedForever), naming(refusals.CONSTRAINTS), transaction.atomic():
        ATTACKS[attack](table.objects.order_by("pk")[0])

    assert list(table.objects.order_by("pk").values()) == kept


class TestWhatIsRecorded:
    def test_who_what_about_whom_why_and_from_where(self) -> None:
        before = datetime.now(tz=UTC) - timedelta(seconds=5)
        actions.record(
            act="read", actor=7, actor_name="Nguyễn Thị Lan", subject=SUBJECT, classes=3, what=["family.kin"],
            purpose="appointment", note="QĐ 12", route="people:dossier", address="2001:db8::1",
        )  # fmt: skip

        event = Event.objects.get()

        assert (event.act, event.actor, event.actor_name, event.subject) == (
            "read",
            7,
            "Nguyễn Thị Lan",
            SUBJECT,
        )
        assert (event.classes, event.what, event.purpose) == (3, ["family.kin"], "appointment")
        assert (event.note, event.route, event.address) == ("QĐ 12", "people:dossier", "2001:db8::1")
        assert before < event.at < before + timedelta(minutes=1)

    def test_many_take_one_statement(self, django_assert_num_queries: Any) -> None:
        with django_assert_num_queries(1):
            recorded(200)

        assert Event.objects.count() == 200

    def test_nobody_chooses_his_time_and_transaction(self) -> None:
        Event.objects.create(act="read", at=LONG_AGO, transaction=1, era=9)

        event = Event.objects.get()

        assert event.at > LONG_AGO
        assert event.transaction > 1
        assert event.era == 1

    def test_it_goes_with_the_act_that_was_undone(self) -> None:
        with transaction.atomic():
            recorded()
            transaction.set_rollback(True)

        assert not Event.objects.exists()

    def test_there_is_no_place_for_a_value(self) -> None:
        fields = {field.name for field in Event._meta.get_fields()}

        assert fields == {
            "id", "era", "transaction", "at", "actor", "actor_name", "act", "subject", "unit", "classes",
            "what", "purpose", "note", "route", "address", "count",
        }  # fmt: skip


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("facts", "refusal"),
        [
            ({"act": "peek"}, refusals.UnknownAct),
            ({"act": "read", "purpose": "curiosity"}, refusals.UnknownPurpose),
            ({"act": "read", "classes": 2}, refusals.PurposeMissing),
            ({"act": "export", "classes": 3}, refusals.PurposeMissing),
            ({"act": "read", "what": ["Nguyễn Văn A"]}, refusals.NotACode),
            ({"act": "read", "what": ["092190001234"]}, refusals.NotACode),
            ({"act": "read", "route": "/people/?q=Nguyễn"}, refusals.NotACode),
            ({"act": "read", "classes": 4, "purpose": "pay"}, refusals.ImpossibleEvent),
        ],
    )
    def test_words_that_are_not_the_records(self, facts: Any, refusal: type[Exception]) -> None:
        with pytest.raises(refusal) as refused, transaction.atomic():
            actions.record(**facts)

        assert not Event.objects.exists()
        assert "Nguyễn" not in str(refused.value)

    @pytest.mark.parametrize(
        "facts", [{"what": ["Nguyễn Văn A"]}, {"what": ["092190001234"]}, {"route": "/x?q=1"}, {"act": "Đọc"}]
    )
    def test_the_database_refuses_them_too(self, facts: Any) -> None:
        with pytest.raises(refusals.ImpossibleEvent), naming(refusals.CONSTRAINTS), transaction.atomic():
            Event.objects.create(**{"act": "read", **facts})

    def test_one_of_many_refuses_all(self) -> None:
        with pytest.raises(refusals.UnknownAct):
            actions.record_many([{"act": "read"}, {"act": "peek"}])

        assert not Event.objects.exists()


class TestWhoRead:
    def test_a_person_sees_each_reader_once_a_day_and_purpose(self) -> None:
        for _ in range(3):
            actions.record(
                act="read", actor=1, actor_name="Lan", subject=SUBJECT, what=["kin"], purpose="pay"
            )
        actions.record(act="print", actor=1, actor_name="Lan", subject=SUBJECT, classes=3, purpose="pay")
        actions.record(act="read", actor=2, actor_name="Mai", subject=SUBJECT, purpose="report")
        actions.record(act="confirm", actor=3, subject=SUBJECT)
        actions.record(act="read", actor=1, subject=None)

        mai, lan = read_by(SUBJECT, LONG_AGO, LATER, zone="Asia/Ho_Chi_Minh")

        assert (mai.actor_name, mai.times, mai.purpose, mai.what) == ("Mai", 1, "report", [])
        assert (lan.actor_name, lan.times, lan.acts, lan.what) == ("Lan", 4, ["print", "read"], ["kin"])
        assert lan.classes == 3
        assert lan.first < lan.last
        assert read_by(SUBJECT, LONG_AGO, LONG_AGO, zone="UTC") == []

    def test_pages_hold_each_event_once(self) -> None:
        recorded(25)
        events, seen, after = acts_of(7, LONG_AGO, LATER), [], None
        while part := page(events, after=after, limit=10):
            seen.extend(event.pk for event in part)
            after = Cursor(part[-1].at, part[-1].pk)

        assert seen == sorted(seen, reverse=True)
        assert len(seen) == 25
        assert [event.pk for event in page(about(SUBJECT, LONG_AGO, LATER), limit=100)] == seen


class TestCanonical(TestCase):
    @given(
        name=st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=20),
        words=st.lists(st.from_regex(r"[a-z][a-z0-9_.:-]{0,8}", fullmatch=True), max_size=3),
        address=st.none() | st.ip_addresses().map(str),
        subject=st.none() | st.uuids(),
        count=st.none() | st.integers(0, 2**31 - 1),
    )
    @settings(max_examples=60, deadline=None)
    def test_the_hashed_text_is_canonical_json(self, **drawn: Any) -> None:
        row = {"actor_name": drawn["name"], "what": drawn["words"]} | {
            key: drawn[key] for key in ("address", "subject", "count")
        }
        made = Event.objects.create(act="read", **row)

        [content] = [found.content for found in rows() if found.event == made.pk]

        event = Event.objects.get(pk=made.pk)
        expected = {field.name: getattr(event, field.name) for field in Event._meta.fields}
        expected["at"] = f"{event.at:%Y-%m-%dT%H:%M:%S.%fZ}"
        expected["subject"] = event.subject and str(event.subject)
        expected["address"] = json.loads(content)["address"] if event.address else None
        text = json.dumps(expected, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert content == text.encode()
