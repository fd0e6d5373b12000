"""A small register made by real decisions: a city, two districts, five wards, all signed as in life."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg
from django.db import connection, transaction

from tinhgon.core import operations as ops
from tinhgon.core.apply import apply
from tinhgon.core.errors import Refused
from tinhgon.core.refusals import OperationRefused
from tinhgon.core.rows import Change, Row, Succession
from tinhgon.core.tests import world
from tinhgon.core.tests.world import DAY, FOUNDED
from tinhgon.register import facts
from tinhgon.register.actions import check, draft, ledger, sign
from tinhgon.register.actions.drafting import Head
from tinhgon.register.models import Decision
from tinhgon.register.queries import snapshots
from tinhgon.temporal.sql import source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tinhgon.register.actions.signing import Signed

ABOUT = {
    "unitversion": "version", "placement": "placement", "identifier": "identifier",
    "succession": "succession", "quota": "quota", "postversion": "post", "appointment": "appointment",
    "grading": "grading",
}  # fmt: skip
TABLES = tuple(ABOUT)
START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)

_numbers = count(1)


def next_moment() -> datetime:
    """Give a moment a minute after the last one given."""
    return START + next(_numbers) * timedelta(minutes=1)


def head(*, on: date = DAY, **values: Any) -> Head:
    """Make a head; its number is a new one unless it is given."""
    own = {
        "type": "QĐ", "number": f"{next(_numbers)}/QĐ-UBND", "issuer": "UBND thành phố Cần Thơ",
        "issued_on": on, "effective_on": on, "title": "Về việc sắp xếp đơn vị",
    }  # fmt: skip
    return Head(**(own | values))


def drafted(*operations: ops.Operation, on: date = DAY, **values: Any) -> Decision:
    """Write a draft."""
    return draft(head=head(on=on, **values), operations=operations, actor=None)


def checked(*operations: ops.Operation, on: date = DAY, **values: Any) -> Decision:
    """Write a draft and check it."""
    decision = drafted(*operations, on=on, **values)
    check(decision=decision)
    return decision


def signed(*operations: ops.Operation, on: date = DAY, at: datetime | None = None, **values: Any) -> Signed:
    """Write a draft, check it, sign it."""
    return sign(decision=checked(*operations, on=on, **values), actor=None, at=at or next_moment())


def new(name: str, **values: Any) -> ops.NewUnit:
    """Describe a unit to be born: a ward of Ninh Kiều unless said otherwise."""
    return world.new(name, **values)


def found_town() -> Signed:
    """Establish the city with its districts and wards, by one decision."""
    units = [
        new(name, kind=kind, code=code, parent=parent, area_km2=Decimal("10.04"), population=20_000)
        for name, kind, code, parent in world._UNITS
    ]
    return signed(*(ops.Establish(unit=unit) for unit in units), on=FOUNDED, title="Thành lập")


def rows(known: datetime | None = None) -> frozenset[Row]:
    """Give every row of the register, as known now or at a moment."""
    found: set[Row] = set()
    for table, about in ABOUT.items():
        name = source(f"register_{table}", known=known is not None)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT to_jsonb(t) FROM {name} t", {"known": known})
            raw = [json.loads(row) if isinstance(row, str) else row for (row,) in cursor]
        made = [facts.from_table(about, row) for row in raw]
        assert len(set(made)) == len(made), "the same row twice"
        found.update(made)
    return frozenset(found)


def without_decisions(register: Iterable[Row]) -> frozenset[Row]:
    """Leave out which decision made each row, to compare what is said alone."""
    return frozenset(replace(row, decision=UUID(int=0)) for row in register)


def lineage(register: Iterable[Row]) -> set[Succession]:
    """Pick the successions."""
    return {row for row in register if isinstance(row, Succession)}


@contextmanager
def stamped(at: datetime | None = None) -> Iterator[datetime]:
    """Open a transaction that may write facts past the decisions, for tests of the database alone."""
    with transaction.atomic():
        yield ledger.stamp(at or next_moment())


def settle() -> None:
    """Let the database check what it would check at commit."""
    connection.check_constraints()


def names(*units: UUID) -> list[str]:
    """Give all names that units ever bore, as known now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM register_unitversion WHERE unit_id = ANY(%s::uuid[]) ORDER BY valid",
            [list(units)],
        )
        return [name for (name,) in cursor]


DRAFT = UUID(int=999)


def told(orders: Sequence[ops.Operation], on: date, *, whole: bool) -> frozenset[Change] | str:
    """Apply orders to what is gathered, or to everything; give the changes or the refusal's words."""
    gathered = snapshots.gather(orders)
    snapshot = gathered.snapshot
    if whole:
        snapshot = replace(snapshots.gather_whole().snapshot, signed=snapshot.signed)
    try:
        return frozenset(apply(snapshot, orders, on=on, decision=DRAFT))
    except OperationRefused as refused:
        return refused.message("en")


def assert_alike(*orders: ops.Operation, on: date = DAY) -> frozenset[Change] | str:
    """Hold what is gathered against the whole register; give the answer."""
    answer = told(orders, on, whole=False)
    of_all = told(orders, on, whole=True)
    assert answer == of_all, f"{orders}: {answer} – of the whole register: {of_all}"
    return answer


def outside(*, autocommit: bool = False) -> psycopg.Connection[Any]:
    """Open a connection of its own to the database of the tests; close it."""
    own = {**connection.get_connection_params(), "cursor_factory": psycopg.Cursor}
    return psycopg.connect(**own, autocommit=autocommit)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Let each act run in a thread with a connection of its own; give what each gave, or its refusal."""

    def run(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def wait_for_waiters(number: int, *, other: psycopg.Connection[Any]) -> None:
    """Wait until so many backends wait for a lock."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        found = other.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted").fetchone()
        if found and found[0] >= number:
            return
        time.sleep(0.02)
    raise AssertionError(f"there were never {number} waiting")


def past(table: str) -> list[str]:
    """Give the past rows of a table as text."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT p::text FROM register_{table}past p ORDER BY past_id")
        return [text for (text,) in cursor]
