"""A made-up administration to measure on: 3,000 units, 60,000 posts, 50,000 people with their dossiers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import md5
from random import Random
from uuid import UUID, uuid4

from _contents import PLACEMENTS, UNITS
from django.db import connection, transaction

SIZE = 3_000
POSTS, PEOPLE = 60_000, 50_000
FOUNDED = date(2004, 1, 1)
WORDS = (
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Huỳnh",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
    ],
    ["Văn", "Thị", "Hữu", "Minh", "Ngọc", "Thanh", "Quốc", "Kim", "Đức", "Bảo", "Anh", "Hoàng", "Xuân"],
    [
        "An",
        "Bình",
        "Châu",
        "Dung",
        "Đạt",
        "Giang",
        "Hà",
        "Hùng",
        "Khoa",
        "Lan",
        "Linh",
        "Mai",
        "Nam",
        "Nga",
        "Oanh",
        "Phúc",
        "Quân",
        "Sơn",
        "Tâm",
        "Uyên",
        "Vy",
        "Yến",
    ],
)
VERSIONS = """
INSERT INTO register_unitversion (unit_id, decision_id, valid, name, short_name, kind_id, mandate, estimated,
    note, name_key, name_folded)
SELECT md5('unit ' || n)::uuid, %(decision)s, daterange(date '2004-01-01', NULL), 'Đơn vị ' || n, '',
    'commune', '', false, '', lpad(n::text, 9, '0'), 'don vi ' || n
FROM generate_series(1, %(size)s) n
"""
NEW_POSTS = "INSERT INTO register_post SELECT md5('post ' || n)::uuid FROM generate_series(1, %(posts)s) n"
POST_VERSIONS = """
INSERT INTO register_postversion (post_id, unit_id, decision_id, valid, title_id, staff_id, rank, seats,
    description, reports_to_id)
SELECT md5('post ' || n)::uuid, md5('unit ' || n %% %(size)s + 1)::uuid, %(decision)s,
    daterange(date '2004-01-01', NULL),
    CASE WHEN n <= %(size)s THEN 'committee_chair' WHEN n <= 3 * %(size)s THEN 'committee_deputy_chair'
        ELSE 'statistics_officer' END,
    CASE WHEN n <= 3 * %(size)s THEN 'cadre' WHEN n %% 3 = 0 THEN 'public_employee' ELSE 'civil_servant' END,
    CASE WHEN n <= %(size)s THEN 'head' WHEN n <= 3 * %(size)s THEN 'deputy' ELSE 'specialist' END, 1,
    '', NULL
FROM generate_series(1, %(posts)s) n
"""
# One held a post of another unit before; the first thousands hold a second post beside the main one.
APPOINTMENTS = """
INSERT INTO register_appointment (person_id, post_id, decision_id, valid, how, share, term_until)
SELECT md5('person ' || n)::uuid, md5('post ' || n)::uuid, %(decision)s,
    daterange(date '2016-01-01' + n %% 3000, NULL),
    CASE WHEN n %% 97 = 0 THEN 'absent' ELSE 'regular' END, 1,
    CASE WHEN n <= 3 * %(size)s THEN date '2026-01-01' + n %% 1500 END
FROM generate_series(1, %(people)s) n
UNION ALL
SELECT md5('person ' || n)::uuid, md5('post ' || (n + 777) %% %(people)s + 1)::uuid, %(decision)s,
    daterange(date '2005-01-01' + n %% 700, date '2015-12-31'), 'regular', 1, NULL
FROM generate_series(1, %(people)s) n
UNION ALL
SELECT md5('person ' || n)::uuid, md5('post ' || %(people)s + n)::uuid, %(decision)s,
    daterange(date '2020-01-01', NULL), CASE WHEN n %% 2 = 0 THEN 'acting' ELSE 'concurrent' END, 1, NULL
FROM generate_series(1, 5000) n
"""
GRADINGS = """
INSERT INTO register_grading (person_id, decision_id, valid, grade_id, step, coefficient)
SELECT md5('person ' || n)::uuid, %(decision)s, daterange(date '2022-01-01', NULL),
    (SELECT code FROM register_grade ORDER BY position LIMIT 1), 1 + n %% 9, 2.34
FROM generate_series(1, %(people)s) n
"""
QUOTAS = """
INSERT INTO register_quota (unit_id, staff_id, decision_id, valid, number)
SELECT md5('unit ' || n)::uuid, 'civil_servant', %(decision)s, daterange(date '2004-01-01', NULL),
    CASE WHEN n = 1 THEN 100000 WHEN n <= 31 THEN 3000 ELSE 20 END
FROM generate_series(1, %(size)s) n WHERE n <= 31 OR n > 301
"""
ENTRIES = """
INSERT INTO people_entry (id, person_id, section, field_class, since, since_precision, until_precision, data,
    revision, recorded_at)
SELECT md5('entry ' || n || ' ' || k)::uuid, md5('person ' || n)::uuid,
    (ARRAY['history', 'award', 'education', 'training', 'language'])[k], CASE WHEN k <= 2 THEN 1 ELSE 2 END,
    date '2000-01-01' + n %% 3000, 'year', '',
    CASE k WHEN 1 THEN '{"unit": "Đơn vị cũ", "post": "Chuyên viên"}'::jsonb
        WHEN 2 THEN '{"title": "Bằng khen"}' WHEN 3 THEN '{"degree": "bachelor", "major": "Luật"}'
        WHEN 4 THEN '{"kind": "other", "course": "Khóa"}'
        ELSE '{"language": "Anh", "level": "B1"}' END, 1, now()
FROM generate_series(1, %(people)s) n, generate_series(1, 5) k
"""
GUARDS = {
    "appointment": "appointment_seats_suffice",
    "postversion": "post_seats_suffice",
    "quota": "quota_covers_those_below",
    "placement": "placement_keeps_quotas",
}
FILLING = (UNITS, VERSIONS, PLACEMENTS, NEW_POSTS, POST_VERSIONS, APPOINTMENTS, GRADINGS, QUOTAS, ENTRIES)


def fill() -> None:
    """Fill an empty register, by one decision."""
    from tinhgon.register.actions import ledger
    from tinhgon.register.models import Decision

    with transaction.atomic():
        stamp = ledger.stamp(datetime.now(tz=UTC))
        decision = Decision.objects.create(
            id=uuid4(), type_id="DM", number="S", issuer="S", issued_on=FOUNDED, effective_on=FOUNDED,
            title="S", state=Decision.State.SIGNED, signed_at=stamp,
        )  # fmt: skip
        values = {"decision": decision.pk, "size": SIZE, "posts": POSTS, "people": PEOPLE}
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL tinhgon.actor = 'system'")
            cursor.execute(_guards("DISABLE"))
            for sql in FILLING:
                if sql is APPOINTMENTS:
                    _open_files()
                cursor.execute(sql, values)
    with connection.cursor() as cursor:
        cursor.execute(_guards("ENABLE"))
        cursor.execute("VACUUM ANALYZE")


def _guards(turn: str) -> str:
    """Turn off and on what is checked row by row at commit: the statements above keep it by themselves."""
    return ";".join(
        f"ALTER TABLE register_{table} {turn} TRIGGER {trigger}" for table, trigger in GUARDS.items()
    )


def _open_files() -> None:
    from tinhgon.core.partial import PartialDay
    from tinhgon.people.actions.opening import NewPerson, open_dossiers

    chance = Random(7)
    people = [
        NewPerson(
            id=numbered("person", n), name=" ".join(chance.choice(words) for words in WORDS),
            home=numbered("unit", n % SIZE + 1), sex=chance.choice(["female", "male"]),
            born=PartialDay(chance.randint(1964, 2002), chance.randint(1, 12), chance.randint(1, 28)),
            illustrative=True,
        )
        for n in range(1, PEOPLE + 1)
    ]  # fmt: skip
    open_dossiers(people, by=None)


def numbered(what: str, n: int) -> UUID:
    """Give the id of the unit, post or person of a number, as the database makes it."""
    return UUID(md5(f"{what} {n}".encode(), usedforsecurity=False).hexdigest())
