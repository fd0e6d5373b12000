"""Each kind of column reads what people write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.core.partial import PartialDay
from tinhgon.office.sheets import faults
from tinhgon.office.sheets.kinds import REFUSALS, Choice, Code, Day, Name, Number, Partial, Text, Whole, YesNo
from tinhgon.office.sheets.nearest import Nearest
from tinhgon.office.sheets.numbers import parse_number, written

DECIMALS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False)
CELLS = st.text(max_size=30) | st.floats() | st.booleans() | st.datetimes() | st.dates() | st.times()
KINDS = (Text(), Name(), Code(12), Code(5, lost=4), Partial(), Day(), Number(), Whole(), YesNo(),
         Choice({"a": ("Sở",), "b": ("Phòng", "Ban")}))  # fmt: skip


@given(DECIMALS)
def test_a_number_is_read_as_it_is_written(number: Decimal) -> None:
    assert parse_number(written(number)) == number
    assert Number().read(float(number)) == number


@given(st.sampled_from(KINDS), CELLS)
def test_any_cell_is_read_or_refused_by_name(kind: Text, cell: str | float) -> None:
    try:
        kind.read(cell)
    except REFUSALS as refused:
        assert refused.message("vi")


@given(st.integers(1, 999_999_999), st.integers(0, 2))
def test_zeros_that_excel_dropped_come_back(number: int, lost: int) -> None:
    code = "0" * lost + str(number).ljust(12 - lost, "7")
    assert (
        Code(12).read(float(code)) == Code(12).read(code) == Code(12).read(f"'{code[:3]} {code[3:]}") == code
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,56", "1234.56"), ("1234,56", "1234.56"), ("1234.56", "1234.56"), ("1.234", "1234"),
        ("3.33", "3.33"), ("0.125", "0.125"), ("1 234 567", "1234567"), ("−5", "-5"),
        ("1.234.567", "1234567"),
    ],
)  # fmt: skip
def test_dots_and_commas(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["1,234.56", "1.23.4", "12a", "", "1e5", "٣", "9" * 31, "-", "1,2,3"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_an_old_card_number_is_not_filled_up_with_zeros() -> None:
    with pytest.raises(faults.CodeOfWrongLength):
        Code(12).read("362456789")


def test_names_keep_their_own_capitals() -> None:
    assert Name().read("NGUYỄN VĂN  AN") == "Nguyễn Văn An"
    assert Name().read("Y Blô Êban") == "Y Blô Êban"


def test_a_choice_knows_its_synonyms_and_its_codes() -> None:
    kind = Choice({"leader": ("Trưởng phòng", "TP"), "deputy": ("Phó Trưởng phòng",)})

    assert {kind.read("truong phong"), kind.read("tp"), kind.read("leader")} == {"leader"}
    with pytest.raises(faults.UnknownChoice) as refused:
        kind.read("Phó trường phòng b")
    assert refused.value.facts["suggested"][0] == "Phó Trưởng phòng"


def test_yes_and_no() -> None:
    assert YesNo().read("X") is True
    assert YesNo().read(False) is False
    assert Partial().read(1975.0) == PartialDay(1975)


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("phuong cai ke", "Phường Cái Khế"),
        ("Ph. Cái Khế", "Phường Cái Khế"),
        ("Xã Trường Xuan A", "Xã Trường Xuân A"),
    ],
)
def test_the_nearest_name_comes_first(wanted: str, first: str) -> None:
    names = ["Phường Cái Răng", "Phường Cái Khế", "Xã Trường Xuân", "Xã Trường Xuân A", "Xã Thới Hưng"]
    assert Nearest(names).to(wanted)[0] == first
    assert len(Nearest(names * 3).to(wanted)) <= 3


def test_nothing_near_is_nothing() -> None:
    assert Nearest(["Sở Nội vụ"]).to("xyz") == ()
    assert Nearest([]).to("xyz") == ()
