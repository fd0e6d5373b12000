"""What is wrong with the head of a decision file is told by its field, in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tinhgon.core.documents import FORMAT, MalformedDocument, UnreadableFile, read_document

HEAD = {
    "type": "NQ", "number": "7", "issuer": "HĐND", "issued_on": "2026-03-01", "effective_on": "2026-03-15",
    "title": "Đổi tên",
}  # fmt: skip


def told(**file: Any) -> tuple[str, str]:
    """Give what a reader is told of a malformed file, in Vietnamese and in English."""
    whole = {"format": FORMAT, "decision": HEAD, "operations": []} | file
    with pytest.raises(MalformedDocument) as refused:
        read_document(json.dumps(whole).encode())
    return refused.value.message("vi"), refused.value.message("en")


@pytest.mark.parametrize(
    "file, vi, en",
    [
        ({"decision": None}, "decision: phải là một nhóm trường", "decision: must be an object with fields"),
        ({"decision": HEAD | {"title": ""}}, "decision.title: không được để trống", "must not be empty"),
        ({"decision": HEAD | {"nguoi_ky": "x"}}, "decision.nguoi_ky: không có trường này", "no such field"),
        (
            {"decision": HEAD | {"issued_on": "2026-02-30"}},
            "decision.issued_on: không phải ngày",
            "is no day",
        ),
        (
            {"decision": {"type": "NQ"}},
            "decision.issuer: thiếu trường này; decision.issued_on",
            "is missing; ",
        ),
        (
            {"decision": HEAD | {"effective_on": 1750000000}},
            "decision.effective_on: không phải ngày",
            "no day",
        ),
        ({"decision": HEAD | {"symbol": "A" * 40}}, "decision.symbol: dài quá 39 ký tự", "longer than 39"),
        ({"decision": HEAD | {"type": "\0"}}, "decision.type: có ký tự không in được", "cannot be printed"),
        ({"operations": {}}, "operations: phải là một danh sách", "operations: must be a list"),
        ({"note": 1}, "note: không có trường này", "note: there is no such field"),
    ],
)
def test_a_fault_of_the_head_is_told_by_its_field(file: dict[str, Any], vi: str, en: str) -> None:
    told_vi, told_en = told(**file)

    assert vi in told_vi
    assert en in told_en


@pytest.mark.parametrize(
    ("operations", "reason"),
    [
        ("[" * 30 + "]" * 30, "nested too deeply"),
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ("[" + "1" * 5000 + "]", "a number in it is too long"),
        ('[{"op": "dissolve", "unit": "code:\\ud800"}]', "a letter in it is none"),
        ('[{"\\ud800": 1}]', "a letter in it is none"),
    ],
    ids=["deep", "deeper", "long number", "half a letter", "half a letter in a key"],
)
def test_what_only_a_parser_lets_through_is_refused(operations: str, reason: str) -> None:
    file = f'{{"format": "{FORMAT}", "decision": {json.dumps(HEAD)}, "operations": {operations}}}'

    with pytest.raises(UnreadableFile, match=reason):
        read_document(file.encode())
