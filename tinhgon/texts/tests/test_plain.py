"""Readings as plain data, held to their schema."""

import json
from dataclasses import fields

import jsonschema_rs
import pytest

from tinhgon.texts.plain import as_json, schema
from tinhgon.texts.reading import read
from tinhgon.texts.tests.test_head import PLAN
from tinhgon.texts.values import Reading

DUTIES = """II. NHIỆM VỤ
1. Sở Y tế
a) Chủ trì, phối hợp với Công an thành phố rà soát 100% cơ sở, hoàn thành trước ngày 31/12/2026.
b) Báo cáo Ủy ban nhân dân thành phố trước ngày 10 hằng tháng.
2. Ủy ban nhân dân xã, phường giảm tỷ lệ hộ nghèo còn 1,5% vào năm 2027 theo Nghị quyết số 57-NQ/TW.
"""


@pytest.mark.parametrize("text", ["", "một câu", PLAN, PLAN.replace("Nơi nhận", DUTIES + "\nNơi nhận")])
def test_a_reading_fits_its_schema(text: str) -> None:
    plain = as_json(read(text), text=True)
    jsonschema_rs.validate(schema(), json.loads(json.dumps(plain)))
    assert plain["letters"] == len(text)


def test_the_schema_refuses_what_is_no_reading() -> None:
    plain = as_json(read(PLAN))
    del plain["head"]
    assert not jsonschema_rs.is_valid(schema(), plain)


def test_the_schema_names_every_field() -> None:
    named = set(schema()["properties"])
    assert named == {field.name for field in fields(Reading)} | {"version", "letters"}


def test_the_text_is_given_only_on_request() -> None:
    assert "text" not in as_json(read(PLAN))
    assert as_json(read(PLAN), text=True)["text"] == PLAN
