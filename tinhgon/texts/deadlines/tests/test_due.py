"""The days on which deadlines fall."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.calendar import YearNotInCalendar, load
from tinhgon.texts.clean import clean
from tinhgon.texts.deadlines import due_date, next_due, read_deadlines
from tinhgon.texts.deadlines.numerals import read_number
from tinhgon.texts.values import Deadline, Head

CALENDAR = load()
ISSUED = date(2025, 1, 20)


def deadline(text: str) -> Deadline:
    (found,) = read_deadlines(clean(text), Head(day=ISSUED, type="KH"))
    return found


def due(text: str, since: date | None = None) -> date | None:
    return due_date(deadline(text), ISSUED, CALENDAR, since)


def test_working_days_step_over_the_new_year_feast() -> None:
    text = "Trả lời trong thời hạn 10 ngày làm việc kể từ ngày nhận văn bản."

    assert due(text, since=date(2025, 1, 20)) == date(2025, 2, 10)
    assert due(text) is None, "the day of the event is not known"


def test_days_count_from_the_day_after_the_event() -> None:
    assert due("Nộp trong vòng 05 ngày.", since=date(2025, 3, 1)) == date(2025, 3, 6)
    assert due("Nộp trong 24 giờ.", since=date(2025, 3, 1)) == date(2025, 3, 2)
    assert due("Nộp trong thời hạn 01 tháng.", since=date(2025, 1, 31)) == date(2025, 2, 28)


def test_a_length_from_the_signing_counts_from_the_documents_day() -> None:
    assert due("Báo cáo trong thời hạn 15 ngày kể từ ngày ký.") == date(2025, 2, 4)
    assert due("Báo cáo trong thời hạn 15 ngày kể từ ngày ban hành Kế hoạch này.") == date(2025, 2, 4)


def test_a_length_from_a_named_day_needs_no_more() -> None:
    assert due("Xong trong thời hạn 30 ngày kể từ ngày 01/7/2025.") == date(2025, 7, 31)


def test_so_long_ahead_of_an_event_counts_back() -> None:
    assert due("Gửi tài liệu trước 10 ngày.", since=date(2025, 5, 20)) == date(2025, 5, 10)
    assert due("Gửi trước ít nhất 3 ngày làm việc.", since=date(2025, 5, 5)) == date(2025, 4, 26), (
        "a Saturday worked in exchange"
    )


def test_working_days_into_a_year_without_data_are_refused() -> None:
    with pytest.raises(YearNotInCalendar):
        due("Trả lời trong thời hạn 15 ngày làm việc.", since=date(2030, 12, 30))


def test_a_day_that_is_told_stays_what_it_is() -> None:
    assert due("Hoàn thành trước ngày 01/3/2025.") == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("text", "after", "wanted"),
    [
        ("Gửi trước ngày 10/12 hằng năm.", date(2025, 6, 1), date(2025, 12, 9)),
        ("Gửi chậm nhất ngày 10/12 hằng năm.", date(2025, 12, 10), date(2026, 12, 10)),
        ("Gửi chậm nhất ngày 15 của tháng cuối quý.", date(2025, 3, 15), date(2025, 6, 15)),
        ("Báo cáo ngày 31 hằng tháng.", date(2025, 2, 1), date(2025, 2, 28)),
        ("Giao ban vào thứ Sáu hằng tuần.", date(2025, 11, 21), date(2025, 11, 28)),
        ("Định kỳ hằng quý báo cáo.", date(2025, 3, 31), date(2025, 6, 30)),
        ("Định kỳ 6 tháng báo cáo.", date(2025, 3, 31), date(2025, 6, 30)),
        ("Định kỳ 05 năm rà soát.", date(2025, 3, 31), None),
        ("Hoàn thành trước ngày 01/3/2025.", date(2025, 1, 1), None),
    ],
)
def test_the_next_day_of_what_comes_again(text: str, after: date, wanted: date | None) -> None:
    assert next_due(deadline(text), after) == wanted


@given(
    st.sampled_from(["week", "month", "quarter", "half", "year"]),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 31),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_the_next_day_always_lies_ahead_and_within_its_period(
    every: str, month: int | None, day: int | None, after: date
) -> None:
    one = Deadline((0, 0), "trước ngày", "every", every=every, month=month, day=day)  # type: ignore[arg-type]
    longest = {"week": 7, "month": 62, "quarter": 186, "half": 370, "year": 733}

    found = next_due(one, after)

    assert found
    assert 0 < (found - after).days <= longest[every]


@given(st.integers(1, 99))
def test_numbers_are_read_in_words(number: int) -> None:
    tens, units = divmod(number, 10)
    names = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    ten = "" if tens == 0 else "mười" if tens == 1 else f"{names[tens]} mươi"
    unit = "" if units == 0 else "lăm" if tens and units == 5 else names[units]

    assert read_number(f"{ten} {unit}".strip()) == number
    assert read_number(f"{number:02}") == number
