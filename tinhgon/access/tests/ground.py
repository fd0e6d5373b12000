"""Units, placements and people for tests of reach alone: any shape of tree, without decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.utils import timezone
from psycopg.types.range import DateRange

from tinhgon.access import queries
from tinhgon.access.models import Grant, User
from tinhgon.core.names import fold, sort_key
from tinhgon.core.periods import Period
from tinhgon.core.reach import Standing
from tinhgon.register.models import Person, Unit

TODAY = timezone.localdate()
LONG = Period(date(2020, 1, 1))

FREE = """
DO $$ DECLARE one text; BEGIN
    FOR one IN SELECT conname FROM pg_constraint WHERE conrelid = 'register_placement'::regclass
        AND contype IN ('f', 'c', 'u', 'x') LOOP
        EXECUTE format('ALTER TABLE register_placement DROP CONSTRAINT %I CASCADE', one);
    END LOOP;
    FOR one IN SELECT attname FROM pg_attribute WHERE attrelid = 'register_placement'::regclass
        AND attnum > 0 AND attnotnull AND attname <> 'id' LOOP
        EXECUTE format('ALTER TABLE register_placement ALTER %I DROP NOT NULL', one);
    END LOOP;
END $$;
ALTER TABLE register_placement DISABLE TRIGGER USER;
"""


def stand(standings: Iterable[Standing]) -> None:
    """Write placements of any shape, for the transaction of this test alone."""
    with connection.cursor() as cursor:
        cursor.execute(FREE)
        with cursor.copy("COPY register_placement (unit_id, parent_id, line, valid) FROM STDIN") as copy:
            for one in standings:
                days = DateRange(date.fromordinal(one.since), date.fromordinal(one.until))
                copy.write_row((one.unit, one.parent, one.line, days))


def unit() -> UUID:
    return UUID(str(Unit.objects.create().pk))


def person(home: UUID | None, name: str = "Nguyễn Văn A", **values: Any) -> Person:
    made: Person = Person.objects.create(
        name=name, name_key=sort_key(name), name_folded=fold(name), home_id=home, **values
    )
    return made


def user(name: str = "") -> User:
    made: User = User.objects.create(username=name or uuid4().hex)
    return made


def granted(to: User, role: str = "reader", *, at: UUID | None = None, **values: Any) -> Grant:
    """Grant past the acts, for tests of the database alone."""
    own: dict[str, Any] = {"valid": LONG, "reason": "Kiểm thử", "field_class": 1, **values}
    made: Grant = Grant.objects.create(user=to, role=role, unit_id=at, **own)
    return made


@contextmanager
def acting(as_user: int | None, on: date = TODAY) -> Iterator[Any]:
    """Be a user as a request is: under the role of pages, for the block."""
    reach, before = queries.enter(as_user, on=on)
    yield reach
    queries.leave(before)  # after a fault the transaction is lost anyway, and with it the role


def seen(as_user: int | None) -> set[UUID]:
    """Give the people whose rows the database shows to a user."""
    with acting(as_user), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM register_person")
        return {found for (found,) in cursor}
