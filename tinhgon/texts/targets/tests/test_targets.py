"""Figures to reach, in sentences that are made up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.clean import clean
from tinhgon.texts.deadlines import read_deadlines
from tinhgon.texts.targets import read_targets
from tinhgon.texts.targets.figures import read_figure
from tinhgon.texts.values import Head, Target

HEAD = "II. CHỈ TIÊU\n\n"


def read(text: str) -> tuple[Target, ...]:
    cleaned = clean(text)
    return read_targets(cleaned, read_deadlines(cleaned, Head(day=date(2025, 12, 1), type="KH")))


@pytest.mark.parametrize(
    ("text", "figure", "measure", "bound"),
    [
        ("a) 100% xã, phường số hóa hồ sơ.", "100", "%", "exactly"),
        ("- Tỷ lệ hồ sơ trực tuyến đạt từ 40% trở lên.", "40", "%", "at_least"),
        ("- Tỷ lệ hộ nghèo dưới 1,2%.", "1.2", "%", "below"),
        ("- Giảm 5% chi thường xuyên.", "5", "%", "exactly"),
        ("- Tổng tỷ suất sinh đạt 2,1 con/phụ nữ.", "2.1", "con/phụ nữ", "exactly"),
        ("- Thu ngân sách đạt 1.500 tỷ đồng.", "1500", "tỷ đồng", "exactly"),
        ("- Xây dựng tối thiểu 02 mô hình điểm.", "2", "mô hình", "at_least"),
        ("- Kết nạp ít nhất 1.250 đảng viên.", "1250", "đảng viên", "at_least"),
        ("- Duy trì tỷ lệ khiếu nại không quá 3%.", "3", "%", "at_most"),
        ("- Tăng trưởng đạt 10 - 10,5%.", "10", "%", "at_least"),
        ("- Tỷ lệ đô thị hóa đạt khoảng 45%.", "45", "%", "about"),
    ],
)
def test_a_goal_is_read_with_its_measure_and_bound(text: str, figure: str, measure: str, bound: str) -> None:
    (found,) = read(HEAD + text)

    assert (found.figure, found.measure, found.bound) == (Decimal(figure), measure, bound)


def test_the_deadline_of_the_sentence_belongs_to_the_goal() -> None:
    (found,) = read("Phấn đấu đến năm 2030 đạt ít nhất 50% số xã không có ma túy.")

    assert found.deadline
    assert found.deadline.due == date(2030, 12, 31)


def test_several_goals_in_a_sentence_are_told_apart() -> None:
    found = read(
        "Phấn đấu trên 80% số trạm y tế và 100% cơ sở đủ điều kiện; tỷ số giới tính dưới 109 trẻ/100 trẻ gái."
    )

    assert [one.figure for one in found] == [80, 100, 109]
    assert found[0].words == "trên 80% số trạm y tế"


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024, tỷ lệ đã đạt 87%.",
        "- 100% cơ quan đã hoàn thành trong năm.",
        "Bố trí kinh phí 500 triệu đồng theo Điều 5.",
        "Mức hỗ trợ không quá 30 triệu đồng/hộ.",
        "Đạt tỷ lệ 100% cộng 05 điểm, không đạt không cộng.",
        "Trường hợp tỷ lệ dưới 50% thì xem xét lại.",
        "Hoàn thành trong 15 ngày.",
        "Điều 12. Khoản 3 áp dụng từ ngày 01/01/2026.",
    ],
)
def test_other_numbers_are_no_goals(text: str) -> None:
    assert read(text) == ()


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_figure_is_read_as_it_is_written(whole: int, part: int) -> None:
    written = f"{whole:,}".replace(",", ".") + f",{part:02}"

    assert read_figure(written) == Decimal(f"{whole}.{part:02}")


WORDS = """Phấn đấu|đạt|trên|100|%|1.500|2,1|tỷ đồng|;|

|a)|và|, |từ|trở lên|- |đến|con/phụ nữ|chỉ tiêu"""
PIECES = st.sampled_from(WORDS.split("|"))


@given(st.lists(PIECES))
def test_whatever_is_written_places_lie_in_the_text(pieces: list[str]) -> None:
    cleaned = clean(" ".join(pieces))

    for one in read_targets(cleaned, ()):
        assert cleaned.text[one.span.start : one.span.end] == one.words
