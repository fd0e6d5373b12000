"""Numbers are told from what looks like numbers, and come to one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.numbers import find, issuer_of, read

WRITTEN = {
    "27/CT-TTG": "27/CT-TTg",
    "27/ct-ttg": "27/CT-TTg",
    "Số: 2610/QÐ-UBND": "2610/QĐ-UBND",
    "75/KH- UBND": "75/KH-UBND",
    "12 - KL / TW": "12-KL/TW",
    "13–KH/TU": "13-KH/TU",
    "21-NQ/TƯ": "21-NQ/TW",
    "21-NQ/TW1": "21-NQ/TW",
    "18NQ/TW": "18-NQ/TW",
    "30c/NQCP": "30c/NQ-CP",
    "01/2018/TTVPCP": "01/2018/TT-VPCP",
    "66/HĐBT": "66/HĐBT",
    "3-LCT/HĐNN7": "3-LCT/HĐNN7",
    "18/NQ-TW": "18-NQ/TW",
    "30/2020/ND-CP": "30/2020/NĐ-CP",
    "1147-QĐ/BTGDVTW": "1147-QĐ/BTGDVTW",
    "123-QĐNS/TW": "123-QĐNS/TW",
    "36/2025/QĐ-CTUBND": "36/2025/QĐ-CTUBND",
    "12/2025/NQ-HDND": "12/2025/NQ-HĐND",
    "01/VBHN-VPQH": "01/VBHN-VPQH",
    "10/2011/TTLT-BNV-BTC": "10/2011/TTLT-BNV-BTC",
    "01/2007/TTLT/BNV-BTC": "01/2007/TTLT/BNV-BTC",
    "05/2012/L-CTN": "05/2012/L-CTN",
    "1668/NQ-UBTVQH15": "1668/NQ-UBTVQH15",
    "9086/BNV-CTTN&BĐG": "9086/BNV-CTTN&BĐG",
    "61 KH/TWĐTN-BTG": "61-KH/TWĐTN-BTG",
    "23/KL-LNTPTW": "23/KL-LNTPTW",
}


@pytest.mark.parametrize(("written", "form"), WRITTEN.items())
def test_every_writing_comes_to_one_form(written: str, form: str) -> None:
    number = read(written)

    assert number
    assert number.written == form


@pytest.mark.parametrize(("text"), WRITTEN)
def test_a_number_is_found_in_a_sentence(text: str) -> None:
    (only,) = find(f"theo Kế hoạch số {text.removeprefix('Số: ')}, các cơ quan - đơn vị thực hiện")

    assert only[1].written == WRITTEN[text]


def test_a_law_of_the_assembly_has_its_year_and_its_term() -> None:
    number = read("80/2025/QH15")

    assert number
    assert (number.system, number.year, number.body, number.symbol) == ("law", 2025, "QH15", "2025/QH15")


@pytest.mark.parametrize(
    "text",
    [
        "Công báo số 294 + 295/Ngày 3-4",
        "109 bé trai/100 bé gái",
        "từ 24/7 đến 15/8/2024",
        "60 km/h; 5-10 m3/ngày; 2,1 con/phụ nữ",
        "TCVN 6909:2001, QCVN 01:2021/BXD",
        "Mẫu số 01/BC-UBND",
        "giai đoạn 2021-2030/Chương trình",
        "Số:     /QĐ-UBND",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert not [*find(text)]


def test_a_number_is_never_the_end_of_a_longer_one() -> None:
    assert [number.written for _, number in find("Kết luận số 121-KL/TW")] == ["121-KL/TW"]


def test_a_dash_between_blanks_after_a_whole_number_ends_it() -> None:
    assert [number.written for _, number in find("số 12/QĐ-UBND - VP")] == ["12/QĐ-UBND"]


def test_a_symbol_names_its_body_only_where_no_other_bears_it() -> None:
    named = [issuer_of(one) for one in ("TTg", "QH15", "UBTVQH15", "BTCTW", "TW", "UBND", "BNV-BTC")]

    assert named[:4] == [
        "Thủ tướng Chính phủ",
        "Quốc hội",
        "Ủy ban Thường vụ Quốc hội",
        "Ban Tổ chức Trung ương",
    ]
    assert named[4:] == ["", "", ""]


@given(st.integers(1, 99999), st.sampled_from(["NQ", "QĐ", "KL", "CTr"]), st.sampled_from(["TW", "TU", "ĐU"]))
def test_a_number_read_and_written_is_the_same(digits: int, kind: str, body: str) -> None:
    number = read(f"{digits:02}-{kind}/{body}")

    assert number
    assert read(number.written) == number


@given(st.text("0123456789/-–. ABĐUNDTWQabcớ&\n", max_size=40))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert all(text[span.start].isdigit() for span, _ in find(text))


def test_a_resolution_of_a_row_has_a_point_in_its_number() -> None:
    found = [
        number for _, number in find("Nghị quyết số 14.1/2026/NQ-CP ngày 02/3/2026 và mục 3.2/2026 kèm theo")
    ]

    assert [one.written for one in found] == ["14.1/2026/NQ-CP"]
    assert found[0].digits == "14.1"


def test_a_plan_of_action_of_the_party_is_numbered_as_its_plans_are() -> None:
    assert [number.written for _, number in find("Kế hoạch hành động số 77-KHHĐ/TU")] == ["77-KHHĐ/TU"]
