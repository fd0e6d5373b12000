"""What is wrong with a written operation is told by its place, as people count, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from tinhgon.core.operations import MalformedOperations, read
from tinhgon.core.tests.world import AN_HOA, CAI_KHE

RENAME = {"op": "rename", "unit": str(CAI_KHE), "name": "Phường Bến Ninh Kiều"}
MERGE = {
    "op": "merge",
    "members": [{"unit": str(CAI_KHE)}, {"unit": str(AN_HOA)}],
    "into": {"id": str(CAI_KHE), "name": "Phường Mới", "kind": "ward", "parent": None},
}


def faults_of(*raw: Any) -> tuple[str, str]:
    """Give what a reader is told of malformed operations, in Vietnamese and in English."""
    with pytest.raises(MalformedOperations) as refused:
        read(list(raw))
    return refused.value.message("vi"), refused.value.message("en")


def changed(raw: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**raw, **fields}


@pytest.mark.parametrize(
    "faulty, vi, en",
    [
        (changed(RENAME, name=None), "thao tác 2, name: phải là chữ", "operation 2, name: must be text"),
        (
            changed(RENAME, name=" \t"),
            "thao tác 2, name: không được để trống",
            "operation 2, name: must not be empty",
        ),
        (changed(RENAME, name="a" * 251), "name: dài quá 250 ký tự", "name: is longer than 250 characters"),
        (
            changed(RENAME, name="a\x00b"),
            "name: có ký tự không in được",
            "name: has a character that cannot be printed",
        ),
        (changed(RENAME, unit="31117"), "unit: phải là mã định danh UUID", "unit: must be a UUID"),
        (changed(RENAME, unit=31117), "unit: phải là mã định danh UUID", "unit: must be a UUID"),
        (
            changed(RENAME, title="x"),
            "thao tác 2, title: không có trường này",
            "operation 2, title: there is no such field",
        ),
        (changed(RENAME, v=2), "v: phải là một trong: 1", "v: must be one of: 1"),
        (
            changed(RENAME, op="renam"),
            "thao tác 2: không có thao tác “renam”",
            "operation 2: there is no operation “renam”",
        ),
        ({"unit": str(CAI_KHE)}, "thao tác 2: thiếu trường op", "operation 2: lacks the field op"),
        ("rename", "thao tác 2: phải là một nhóm trường", "operation 2: must be an object with fields"),
        (
            {"op": "rename", "name": "A"},
            "thao tác 2, unit: thiếu trường này",
            "operation 2, unit: is missing",
        ),
        (changed(MERGE, members={}), "members: phải là một danh sách", "members: must be a list"),
        (
            changed(MERGE, members=[{"unit": str(AN_HOA)}, {"unit": "?"}]),
            "thao tác 2, members #2, unit: phải là mã",
            "operation 2, members #2, unit: must be a UUID",
        ),
        (
            changed(MERGE, members=[{"unit": str(AN_HOA), "share_area": "1.5"}]),
            "share_area: phải không quá 1",
            "share_area: must be 1 or less",
        ),
        (
            changed(MERGE, members=[{"unit": str(AN_HOA), "share_area": "-1"}]),
            "share_area: phải từ 0 trở lên",
            "share_area: must be 0 or more",
        ),
        (
            changed(MERGE, members=[{"unit": str(AN_HOA), "share_area": "một nửa"}]),
            "phải là một số",
            "must be a number",
        ),
        (
            changed(MERGE, members=[{"unit": str(AN_HOA), "share_area": "NaN"}]),
            "phải là một số",
            "must be a number",
        ),
        (
            changed(MERGE, members=[{"unit": str(AN_HOA), "share_area": "0.1234567"}]),
            "quá 6 chữ số sau dấu phẩy",
            "more than 6 digits after the point",
        ),
        (
            changed(MERGE, members=[{"unit": str(AN_HOA), "survives": "có"}]),
            "phải là true hoặc false",
            "true or false",
        ),
        (
            changed(MERGE, into=str(CAI_KHE)),
            "thao tác 2, into: phải là một nhóm trường",
            "into: must be an object with fields",
        ),
        (
            changed(MERGE, children="leave"),
            "phải là một trong: 'follow', 'stay'",
            "must be one of: 'follow', 'stay'",
        ),
        (
            {
                "op": "split",
                "unit": str(CAI_KHE),
                "parts": [{"into": {}, "share_area": 1, "share_population": 1}],
            },
            "thao tác 2, parts #1, into, name: thiếu trường này",
            "operation 2, parts #1, into, name: is missing",
        ),
        (
            {
                "op": "split",
                "unit": str(CAI_KHE),
                "parts": [{"into": "x", "share_area": 1, "share_population": 1}],
            },
            "thao tác 2, parts #1, into: phải là mã định danh UUID",
            "operation 2, parts #1, into: must be a UUID",
        ),
        (
            {"op": "change_figures", "unit": str(CAI_KHE), "population": 1.5},
            "population: phải là số nguyên",
            "a whole number",
        ),
        (
            {"op": "change_figures", "unit": str(CAI_KHE), "population": 3e9},
            "phải nhỏ hơn 2000000000",
            "less than 2000000000",
        ),
        (
            {"op": "change_figures", "unit": str(CAI_KHE), "population": "9" * 5000},
            "phải là số nguyên",
            "a whole number",
        ),
        (
            {
                "op": "correct",
                "unit": str(CAI_KHE),
                "field": "name",
                "value": [],
                "since": "2015-07-01",
                "reason": "x",
            },
            "value: phải là chữ, số hoặc null",
            "value: must be text, a number or null",
        ),
        (
            {
                "op": "correct",
                "unit": str(CAI_KHE),
                "field": "name",
                "value": "A",
                "since": "2015-02-30",
                "reason": "x",
            },
            "since: không phải ngày có thật",
            "since: is no day that exists",
        ),
        (
            {
                "op": "correct",
                "unit": str(CAI_KHE),
                "field": "name",
                "value": "A",
                "since": 20150701,
                "reason": "x",
            },
            "since: không phải ngày có thật",
            "since: is no day that exists",
        ),
    ],
)
def test_a_fault_is_told_by_its_place(faulty: Any, vi: str, en: str) -> None:
    told_vi, told_en = faults_of(RENAME, faulty)

    assert vi in told_vi
    assert en in told_en


def test_of_very_many_faults_the_first_are_told_and_the_rest_counted() -> None:
    vi, en = faults_of(*[changed(RENAME, unit="?")] * 80)

    assert vi.count(";") == en.count(";") == 50
    assert "và 30 lỗi khác" in vi
    assert "30 more faults" in en


def test_a_program_is_given_each_fault_in_both_languages() -> None:
    with pytest.raises(MalformedOperations) as refused:
        read([changed(RENAME, unit="?"), changed(RENAME, name="")])

    faults = refused.value.as_json()["facts"]["faults"]
    assert [fault["en"] for fault in faults] == [
        "operation 1, unit: must be a UUID", "operation 2, name: must not be empty"
    ]  # fmt: skip
