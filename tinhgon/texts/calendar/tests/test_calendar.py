"""Working days as offices in Vietnam keep them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.core.days import working_days
from tinhgon.texts.calendar import HolidaysUnreadable, YearNotInCalendar, load

CALENDAR = load()
DAYS = st.dates(date(2018, 3, 1), date(2029, 12, 1))


def write(folder: Path, text: str) -> Path:
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_an_exchanged_saturday_is_worked_and_its_monday_is_not() -> None:
    assert CALENDAR.is_working(date(2026, 8, 22))
    assert not CALENDAR.is_working(date(2026, 8, 31))


def test_ten_working_days_step_over_tet() -> None:
    assert CALENDAR.after(date(2025, 1, 20), 10) == date(2025, 2, 10)
    assert CALENDAR.working_days(date(2025, 1, 20), date(2025, 2, 10)) == 10


def test_the_day_after_a_feast_at_a_weekend_is_off() -> None:
    assert CALENDAR.next_working(date(2022, 1, 1)) == date(2022, 1, 4)


def test_a_working_day_is_its_own_next() -> None:
    assert CALENDAR.next_working(date(2025, 11, 18)) == date(2025, 11, 18)


def test_years_without_an_order_say_so() -> None:
    assert CALENDAR.provisional == {2027, 2028, 2029, 2030}
    assert CALENDAR.is_provisional(date(2026, 12, 30), date(2027, 1, 5))
    assert not CALENDAR.is_provisional(date(2018, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("day", [date(2017, 12, 29), date(2031, 1, 2), date.min, date.max])
def test_a_year_that_the_data_lack_is_refused_by_name(day: date) -> None:
    with pytest.raises(YearNotInCalendar) as refused:
        CALENDAR.is_working(day)

    assert str(day.year) in refused.value.message("vi")


def test_every_year_has_its_feasts() -> None:
    for year in range(2018, 2031):
        off = [day for day in CALENDAR.off if day.year == year]
        assert 9 <= len(off) <= 13, year
        assert {day.weekday() for day in off} <= set(range(5))


def test_an_office_writes_a_year_itself(tmp_path: Path) -> None:
    own = write(
        tmp_path,
        "years: {2027: {days_off: {2027-02-03: Tết}, days_worked: [2027-02-20]}, 2031: {days_off: {}}}",
    )

    found = load(own)

    assert not found.is_working(date(2027, 2, 3))
    assert found.is_working(date(2027, 2, 4))
    assert found.is_working(date(2027, 2, 20))
    assert found.is_working(date(2031, 1, 2))
    assert 2027 not in found.provisional


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "\0",
        "years: [2027]",
        "years: {2027: {days_off: {2026-02-03: Tết}}}",
        "years: {2027: {days_off: {}, days_lost: []}}",
        "years: {2027: {days_off: {}, days_worked: [2027-02-22]}}",
        "years: {2027: {days_off: {2027-02-30: x}}}",
    ],
)
def test_a_malformed_file_is_refused_by_name(text: str, tmp_path: Path) -> None:
    with pytest.raises(HolidaysUnreadable) as refused:
        load(write(tmp_path, text))

    assert "own.yaml" in refused.value.message("vi")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HolidaysUnreadable):
        load(tmp_path / "none.yaml")


@given(DAYS, st.integers(0, 60))
def test_counting_forth_and_back_agree(day: date, count: int) -> None:
    last = CALENDAR.after(day, count)

    assert CALENDAR.working_days(day, last) == count
    assert count == 0 or CALENDAR.is_working(last)
    assert CALENDAR.before(last + timedelta(days=1), count) > day or count == 0


@given(DAYS, st.integers(0, 300))
def test_without_exchanged_days_it_counts_as_the_core_does(since: date, days: int) -> None:
    until = since + timedelta(days=days)
    exchanged = sum(since < day <= until for day in CALENDAR.working)

    assert CALENDAR.working_days(since, until) == working_days(since, until, CALENDAR.off) + exchanged
