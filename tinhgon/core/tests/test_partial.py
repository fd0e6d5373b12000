"""Days known to the year, the month or the day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.core import partial
from tinhgon.core.partial import PartialDay

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))
PARTIAL = st.builds(
    lambda day, known: PartialDay(day.year, *(day.month, day.day)[:known]), DAYS, st.integers(0, 2)
)


@given(PARTIAL)
def test_what_is_printed_is_read_again(day: PartialDay) -> None:
    assert PartialDay.parse(str(day)) == day


@given(PARTIAL, PARTIAL)
def test_the_order_is_that_of_the_earliest_days(one: PartialDay, other: PartialDay) -> None:
    assert one.earliest <= one.latest
    if one.earliest < other.earliest:
        assert one < other
    assert (one < other) + (one == other) + (one > other) == 1


@given(DAYS)
def test_a_whole_day_is_read_in_every_form(day: date) -> None:
    forms = (f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day.day}-{day.month}-{day.year}",
             f"{day:%d.%m.%Y}", day.isoformat(), f"{day.isoformat()} 00:00:00",
             f"ngày {day.day} tháng {day.month} năm {day.year}")  # fmt: skip
    assert {PartialDay.parse(form).whole for form in forms} == {day}


@given(st.text(max_size=20))
def test_any_other_text_is_refused_by_name(text: str) -> None:
    try:
        PartialDay.parse(text)
    except partial.DayRefused as refused:
        assert refused.message("vi") != refused.message("en")


@pytest.mark.parametrize(
    ("text", "said", "suggested"),
    [
        ("31/02/2019", "Ngày 31/02/2019 không có: tháng 2/2019 chỉ có 28 ngày.", ""),
        ("02/13/2019", "Ngày 02/13/2019 không có: năm chỉ có 12 tháng.", "13/02/2019"),
        ("1/3/75", "Ngày 1/3/75 viết tắt năm", ""),
        ("1/3/1700", "Năm của “01/03/1700” không nằm trong khoảng", ""),
        ("hôm qua", "Không đọc được ngày “hôm qua”", ""),
    ],
)
def test_a_day_that_is_none_is_refused(text: str, said: str, suggested: str) -> None:
    with pytest.raises(partial.DayRefused) as refused:
        PartialDay.parse(text)
    assert refused.value.message().startswith(said)
    assert refused.value.suggested == suggested


def test_a_day_without_its_month_is_none() -> None:
    with pytest.raises(partial.NotADay):
        PartialDay(1975, None, 3)


def test_what_is_not_known_spans_days() -> None:
    assert PartialDay(1975).latest == date(1975, 12, 31)
    assert PartialDay(2024, 2).latest == date(2024, 2, 29)
    assert PartialDay(1975).whole is None
    assert sorted([PartialDay(1975, 1, 1), PartialDay(1975), PartialDay(1975, 1)])[0] == PartialDay(1975)
