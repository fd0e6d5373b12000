"""What row security costs a list of people: 50,000 in 3,000 units, for a narrow and a city-wide reach."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from _ground import close_register, median_ms, open_register, report

PERSONS, UNITS, NARROW = 50_000, 3_000, 60
TARGET = 1.5
TODAY = date(2026, 3, 2)
NAMES = tuple(
    part.split()
    for part in (
        "Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi",
        "Văn Thị Minh Ngọc Quốc",
        "An Bình Cường Dũng Giang Hạnh Khoa Lan Mai Nam Oanh Phúc Quý Sơn Tâm Yến",
    )
)
SWITCH = (
    "ALTER TABLE register_person {} ROW LEVEL SECURITY; ALTER TABLE register_person {} ROW LEVEL SECURITY"
)


def main() -> None:
    """Fill an empty register within a transaction, measure both ways, and undo it."""
    open_register("empty")
    from django.db import transaction

    try:
        with transaction.atomic():
            users = _fill()
            for reach, user in users.items():
                _compare(reach, user)
            transaction.set_rollback(True)
    finally:
        close_register()


def _fill() -> dict[str, int]:
    from django.db import connection

    from tinhgon.access.tests.ground import granted, stand, user
    from tinhgon.core.reach import Standing

    units = [uuid4() for _ in range(UNITS)]
    days = (date(2020, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('tinhgon.actor', 'system', true)")
        with cursor.copy("COPY register_unit (id) FROM STDIN") as copy:
            for unit in units:
                copy.write_row((unit,))
    # A city of 50 bodies with 59 parts each.
    stand(
        Standing(unit, units[place - place % NARROW] if place % NARROW else units[0], "government", *days)
        for place, unit in enumerate(units) if place
    )  # fmt: skip
    _people(units)
    narrow, wide, everywhere = user(), user(), user()
    granted(narrow, "clerk", at=units[NARROW], field_class=2)
    granted(wide, "clerk", at=units[0], field_class=2)
    granted(everywhere, "clerk", field_class=2)
    return {"narrow (60 units)": narrow.pk, "city (3,000 units)": wide.pk, "everywhere": everywhere.pk}


def _people(units: list[UUID]) -> None:
    from django.db import connection

    from tinhgon.core.names import fold, sort_key

    chance = random.Random(1)
    columns = (
        "id, name, name_key, name_folded, sex, born_precision, home_id, illustrative, revision, opened_at"
    )
    with connection.cursor() as cursor:
        # The owner is bound by row security too, which COPY cannot be.
        cursor.execute(SWITCH.format("DISABLE", "NO FORCE"))
        with cursor.copy(f"COPY register_person ({columns}) FROM STDIN") as copy:
            for _ in range(PERSONS):
                name = " ".join(chance.choice(part) for part in NAMES)
                row = (uuid4(), name, sort_key(name), fold(name), "", "", chance.choice(units), True, 1)
                copy.write_row((*row, "2026-01-01"))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; " + SWITCH.format("ENABLE", "FORCE"))
        cursor.execute("ANALYZE register_person; ANALYZE register_placement")


def _compare(reach: str, user: int) -> None:
    """Measure each query with and without; the worse ratio counts."""
    from tinhgon.access import queries

    allowed = queries.reach_of(user, on=TODAY)
    for what, ask in _questions(allowed).items():
        with _security(on=True, user=user):
            rows = ask()
            protected = median_ms(ask)
        with _security(on=False, user=user):
            assert ask() == rows, "row security hides what the query shows"
            plain = median_ms(ask)
        report(f"{reach}, {what}: with row security", protected, "ms")
        report(f"{reach}, {what}: without", plain, "ms")
        report(f"{reach}, {what}: ratio (target ≤ {TARGET})", protected / plain, "×")


def _questions(reach: Any) -> dict[str, Callable[[], Any]]:
    from tinhgon.register.queries import people

    listed = people.by_name(people.visible(reach)).values_list("id", "name", "home_id")
    return {
        "page of 50": lambda: list(listed[:50]),
        "page of 50 in the middle": lambda: list(people.by_name(
            people.visible(reach).filter(name_key__gt="n")).values_list("id", "name")[:50]),
        "count": people.visible(reach).count,
        "search": lambda: list(people.by_name(people.named(people.visible(reach), "ngọc yến"))[:50]),
    }  # fmt: skip


@contextmanager
def _security(*, on: bool, user: int) -> Iterator[None]:
    from django.db import connection

    from tinhgon.access import queries

    with connection.cursor() as cursor:
        cursor.execute(SWITCH.format(*(("ENABLE", "FORCE") if on else ("DISABLE", "NO FORCE"))))
    _, before = queries.enter(user, on=TODAY)
    yield
    queries.leave(before)


if __name__ == "__main__":
    main()
