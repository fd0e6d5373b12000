"""Registers to measure on: Cần Thơ as the demonstration has it, the country, and made-up ones of any size."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import md5
from pathlib import Path
from uuid import UUID, uuid4

from django.db import connection, transaction

ROOT = Path(__file__).resolve().parents[1]
VN = ROOT / "tinhgon" / "register" / "data" / "vn"

# Units are numbered; the unit n stands under (n + 8) / 10, so that each has ten. Ids are spread like real:
# ids that only differ at their end would make a poor index.
UNITS = """
INSERT INTO register_unit SELECT md5('unit ' || n)::uuid
FROM generate_series(1, %(size)s) n
"""
VERSIONS = """
INSERT INTO register_unitversion (unit_id, decision_id, valid, name, short_name, kind_id, mandate, estimated,
    note, name_key, name_folded, population)
SELECT md5('unit ' || n)::uuid, %(decision)s,
    daterange(date '2004-01-01' + v * 1500, CASE WHEN v < 3 THEN date '2004-01-01' + (v + 1) * 1500 END),
    'Đơn vị ' || n || ' tên ' || v, '', 'commune', '', false, '', lpad(n::text, 9, '0'),
    'don vi ' || n || ' ten ' || v, n
FROM generate_series(1, %(size)s) n, generate_series(0, 3) v
"""
PLACEMENTS = """
INSERT INTO register_placement (unit_id, decision_id, valid, line, parent_id)
SELECT md5('unit ' || n)::uuid, %(decision)s,
    daterange(date '2004-01-01', NULL), 'territorial',
    CASE WHEN n > 1 THEN md5('unit ' || (n + 8) / 10)::uuid END
FROM generate_series(1, %(size)s) n
"""
IDENTIFIERS = """
INSERT INTO register_identifier (unit_id, decision_id, valid, scheme, value)
SELECT md5('unit ' || n)::uuid, %(decision)s,
    daterange(date '2004-01-01', NULL), 'national', 'S' || n
FROM generate_series(1, %(size)s) n
"""


def cantho(_: str) -> None:
    """Record the demonstration."""
    from tinhgon.register.actions.demo import load_demo

    load_demo()


def demo(_: str) -> None:
    """Record the demonstration with its people."""
    from tinhgon.people.actions.demo import load_demo_with_people

    with connection.cursor() as cursor:
        cursor.execute("SET tinhgon.actor = 'system'")
    load_demo_with_people()


def country(_: str) -> None:
    """Record the whole country's history."""
    record_country()


def record_country() -> int:
    """Import the country's history; give the number of decisions."""
    from tinhgon.register.actions.importing import import_history, read_acts

    content = (VN / "history.csv.gz").read_bytes()
    return import_history(content=content, acts=read_acts(VN / "acts.csv"), at=datetime.now(tz=UTC))


def people(_: str) -> None:
    """Fill in a made-up administration with its people."""
    import _people

    _people.fill()


def synthetic(content: str) -> None:
    """Fill in made-up units with four versions each, by one decision; `synthetic-200000` has 200,000."""
    from tinhgon.register.actions import ledger
    from tinhgon.register.models import Decision

    size = int(content.partition("-")[2])
    day = date(2004, 1, 1)
    with transaction.atomic():
        stamp = ledger.stamp(datetime.now(tz=UTC))
        decision = Decision.objects.create(
            id=uuid4(), type_id="DM", number="S", issuer="S", issued_on=day, effective_on=day, title="S",
            state=Decision.State.SIGNED, signed_at=stamp,
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
            for sql in (UNITS, VERSIONS, PLACEMENTS, IDENTIFIERS):
                cursor.execute(sql, {"size": size, "decision": decision.pk})
            # The checks of the constraints are planned by what the planner knows of the tables.
            cursor.execute("ANALYZE")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def synthetic_unit(number: int) -> str:
    """Give the id of a made-up unit."""
    return str(UUID(md5(f"unit {number}".encode(), usedforsecurity=False).hexdigest()))


def occupants(_: str) -> None:
    """Make 300 units, 500 people in 500 posts, and 240 renames and moves."""
    from _occupants import fill

    fill()
