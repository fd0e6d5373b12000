"""Operations are read from JSON strictly, and every fault is told by its place in both languages."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tinhgon.core.operations import (
    MAX_OPERATIONS,
    Correct,
    Establish,
    MalformedOperations,
    Operation,
    Rename,
    Split,
    TooManyOperations,
    read,
    write,
)
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, DAY, new

RENAME = {"op": "rename", "unit": str(CAI_KHE), "name": "Phường Bến Ninh Kiều"}
MERGE = {
    "op": "merge",
    "members": [{"unit": str(CAI_KHE)}, {"unit": str(AN_HOA)}],
    "into": {"id": str(CAI_KHE), "name": "Phường Mới", "kind": "ward", "parent": None},
}


def first(**raw: Any) -> Operation:
    return read([raw])[0]


def changed(raw: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**raw, **fields}


def test_a_rename_is_read_with_its_defaults() -> None:
    operation = first(**RENAME)

    assert operation == Rename(unit=CAI_KHE, name="Phường Bến Ninh Kiều", short_name="", v=1, clause="")


def test_a_name_is_composed_and_its_spaces_are_made_one() -> None:
    operation = first(**changed(RENAME, name="  Phường   Ca\u0301i Khế\n"))

    assert isinstance(operation, Rename)
    assert operation.name == "Phường Cái Khế"


def test_a_number_keeps_its_digits() -> None:
    operation = first(op="establish", unit=json.loads(json.dumps(MERGE["into"])) | {"area_km2": "10.0400"})

    assert isinstance(operation, Establish)
    assert operation.unit.area_km2 == Decimal("10.04")


def test_a_split_takes_new_units_and_known_ones() -> None:
    halves = {"share_area": "0.5", "share_population": 0.5}
    operation = first(
        op="split",
        unit=str(CAI_KHE),
        parts=[{"into": MERGE["into"], **halves}, {"into": str(AN_HOA), **halves}],
    )

    assert isinstance(operation, Split)
    assert [part.into for part in operation.parts][1] == AN_HOA
    assert sum(part.share_population for part in operation.parts) == 1


def test_a_day_may_be_written_as_people_write_it() -> None:
    operation = first(
        op="correct", unit=str(CAI_KHE), field="name", value="A", since="01/07/2015", reason="lỗi"
    )

    assert isinstance(operation, Correct)
    assert operation.since == DAY


def test_a_corrected_number_is_written_as_it_was_stated() -> None:
    operation = Correct(unit=CAI_KHE, field="area_km2", value="10.50", since=date(2015, 7, 1), reason="lỗi")

    assert read(write((operation,))) == (operation,)


def test_what_is_written_is_plain_json() -> None:
    operations = read([RENAME, MERGE])

    assert read(json.loads(json.dumps(write(operations)))) == operations


@pytest.mark.parametrize("raw", [None, {}, "[]", 7, [[[[[]]]]]], ids=repr)
def test_what_is_no_list_of_operations_is_refused(raw: Any) -> None:
    with pytest.raises(MalformedOperations) as refused:
        read(raw)

    assert "thao tác" in refused.value.message("vi")


def test_deep_nesting_is_a_fault_like_any_other() -> None:
    deep: Any = "x"
    for _ in range(50_000):
        deep = [deep]

    with pytest.raises(MalformedOperations) as refused:
        read([changed(RENAME, clause=deep)])

    assert "thao tác 1, clause: phải là chữ" in refused.value.message("vi")


def test_more_operations_than_one_decision_may_hold_are_refused_by_their_number() -> None:
    with pytest.raises(TooManyOperations) as refused:
        read([RENAME] * (MAX_OPERATIONS + 1))

    assert "20001" in refused.value.message("vi")
    assert "20000" in refused.value.message("en")


def test_a_new_unit_given_as_a_value_is_taken_too() -> None:
    assert read([Establish(unit=new("Phường Mới"))]) == (Establish(unit=new("Phường Mới")),)
