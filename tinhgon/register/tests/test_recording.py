"""A long history is recorded at once, also into a register that holds something already."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.refusals import CodeTaken, UnitExists, UnknownUnit
from tinhgon.core.rows import Version
from tinhgon.core.tests.world import CAI_KHE, CITY, DAY, FOUNDED, LATER, unit
from tinhgon.register import refusals
from tinhgon.register.actions import record_history
from tinhgon.register.actions.demo import load_demo
from tinhgon.register.actions.history import Batch
from tinhgon.register.models import Change, Decision
from tinhgon.register.tests.factories import (
    TABLES,
    found_town,
    head,
    new,
    next_moment,
    past,
    rows,
    settle,
    signed,
)

pytestmark = pytest.mark.django_db

NEW = unit("Phường Mới")


def batch(*orders: ops.Operation, on: date = DAY, pk: UUID | None = None, **values: Any) -> Batch:
    return Batch(pk or uuid4(), head(on=on, **values), orders)


def record(*batches: Batch) -> int:
    count = record_history(batches=batches, at=next_moment())
    settle()
    return count


def test_a_history_is_one_moment_and_leaves_no_past() -> None:
    told: list[int] = []
    count = record_history(
        batches=[
            batch(ops.Establish(unit=new("Phường Mới", parent=None)), on=FOUNDED),
            batch(ops.Rename(unit=NEW, name="Phường Hai")),
            batch(ops.Rename(unit=NEW, name="Phường Ba"), on=LATER),
        ],
        at=next_moment(),
        progress=told.append,
    )

    assert (count, told) == (3, [1, 2, 3])
    assert Decision.objects.values("signed_at").distinct().count() == 1
    assert all(past(table) == [] for table in TABLES)
    assert sorted(row.valid.since for row in rows() if isinstance(row, Version)) == [FOUNDED, DAY, LATER]


def test_it_tells_every_step_and_each_coming_into_effect() -> None:
    record(
        batch(ops.Establish(unit=new("Phường Mới", parent=None)), on=FOUNDED),
        batch(ops.Rename(unit=NEW, name="Phường Hai")),
    )

    assert sorted(Change.objects.values_list("kind", flat=True)) == ["effective"] * 2 + ["recorded"] * 4


def test_it_goes_on_from_what_the_register_holds() -> None:
    found_town()
    before = rows()

    record(batch(ops.Rename(unit=CAI_KHE, name="Phường Đẹp")), batch(ops.Dissolve(unit=CAI_KHE), on=LATER))

    assert len(past("unitversion")) == 1
    assert len(rows() - before) == 4


def test_a_decision_of_a_history_can_be_revoked() -> None:
    found_town()
    before = rows()
    pk = uuid4()
    record(batch(ops.Rename(unit=CAI_KHE, name="Phường Đẹp"), pk=pk))

    signed(ops.Revoke(decision=pk), on=LATER)

    assert rows() == before


@pytest.mark.parametrize(
    ("orders", "reason"),
    [
        ([ops.Establish(unit=new("Phường Cái Khế", parent=CITY))], UnitExists),
        ([ops.Establish(unit=new("Phường Mới", parent=CITY, code="31117"))], CodeTaken),
        ([ops.Rename(unit=NEW, name="x")], UnknownUnit),
    ],
)
def test_what_contradicts_the_register_is_refused_and_nothing_is_written(
    orders: list[ops.Operation], reason: type[Refused]
) -> None:
    found_town()
    before, count = rows(), Decision.objects.count()

    with pytest.raises(reason):
        record(batch(ops.Rename(unit=CAI_KHE, name="Phường Đẹp")), batch(*orders))

    assert (rows(), Decision.objects.count()) == (before, count)


def test_a_document_that_the_register_has_is_refused() -> None:
    town = found_town().decision
    same = {"number": town.number, "issuer": town.issuer, "type": town.type_id}
    rename = ops.Rename(unit=CAI_KHE, name="Phường Đẹp")

    for again in (batch(rename, pk=town.pk), batch(rename, on=FOUNDED, **same)):
        with pytest.raises(refusals.DuplicateDocument):
            record(again)


def test_the_demonstration_is_recorded_once() -> None:
    assert load_demo() == 28
    assert load_demo() == 0


def test_long_work_has_time_to_think_between_its_statements() -> None:
    record(batch(ops.Establish(unit=new("Phường Mới", parent=None)), on=FOUNDED))

    with connection.cursor() as cursor:  # the test's own transaction is still the one of the record
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("10min",)
