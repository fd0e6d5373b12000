"""The month of retirement for every month of birth, against the published schedule written as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tinhgon.core.days import months_after
from tinhgon.core.partial import PartialDay
from tinhgon.core.rulebook import Dated, Figure, Source, Worded
from tinhgon.core.rules.needed import MissingFact
from tinhgon.core.rules.retirement.aged import Aged, Sex
from tinhgon.core.rules.retirement.schedule import is_covered, months_left, retirement

READER = TypeAdapter(Aged)
SCHEDULE = Dated(
    figure="retirement.age",
    since=date(2021, 1, 1),
    source=Source("nd-135-2020"),
    amount={
        "born_from": {"male": date(1961, 1, 1), "female": date(1966, 1, 1)},
        "male": {"years": 60, "months": 3, "more": 3, "most": 62},
        "female": {"years": 55, "months": 4, "more": 4, "most": 60},
    },
)  # fmt: skip
NUMBERS = {
    "retirement.age": Figure(id="retirement.age", title=Worded("Lộ trình", "Schedule"), values=(SCHEDULE,))
}

# born from, to (year, month); the age in years and months; the month in which the first of them reaches it
TABLE: dict[Sex, list[tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]]] = {
    "male": [
        ((1961, 1), (1961, 9), (60, 3), (2021, 4)), ((1961, 10), (1962, 6), (60, 6), (2022, 4)),
        ((1962, 7), (1963, 3), (60, 9), (2023, 4)), ((1963, 4), (1963, 12), (61, 0), (2024, 4)),
        ((1964, 1), (1964, 9), (61, 3), (2025, 4)), ((1964, 10), (1965, 6), (61, 6), (2026, 4)),
        ((1965, 7), (1966, 3), (61, 9), (2027, 4)), ((1966, 4), (1995, 12), (62, 0), (2028, 4)),
    ],
    "female": [
        ((1966, 1), (1966, 8), (55, 4), (2021, 5)), ((1966, 9), (1967, 4), (55, 8), (2022, 5)),
        ((1967, 5), (1967, 12), (56, 0), (2023, 5)), ((1968, 1), (1968, 8), (56, 4), (2024, 5)),
        ((1968, 9), (1969, 4), (56, 8), (2025, 5)), ((1969, 5), (1969, 12), (57, 0), (2026, 5)),
        ((1970, 1), (1970, 8), (57, 4), (2027, 5)), ((1970, 9), (1971, 4), (57, 8), (2028, 5)),
        ((1971, 5), (1971, 12), (58, 0), (2029, 5)), ((1972, 1), (1972, 8), (58, 4), (2030, 5)),
        ((1972, 9), (1973, 4), (58, 8), (2031, 5)), ((1973, 5), (1973, 12), (59, 0), (2032, 5)),
        ((1974, 1), (1974, 8), (59, 4), (2033, 5)), ((1974, 9), (1975, 4), (59, 8), (2034, 5)),
        ((1975, 5), (1995, 12), (60, 0), (2035, 5)),
    ],
}  # fmt: skip


def told(sex: Sex) -> Iterator[tuple[date, date, int]]:
    """Each month of birth of the table with the month reached and the age in months."""
    for first, last, (years, months), reached in TABLE[sex]:
        birth, month = date(*first, 1), date(*reached, 1)
        while birth <= date(*last, 1):
            yield birth, month, years * 12 + months
            birth, month = months_after(birth, 1), months_after(month, 1)


def worked(birth: date, sex: Sex) -> tuple[date, int]:
    came = retirement(PartialDay(birth.year, birth.month), sex, SCHEDULE)
    return came.month, came.age


@pytest.mark.parametrize(("sex", "births"), [("male", 35 * 12), ("female", 30 * 12)])
def test_every_birth_month_retires_as_the_table_says(sex: Sex, births: int) -> None:
    table = list(told(sex))
    assert len(table) == births
    assert [(birth, *worked(birth, sex)) for birth, _, _ in table] == table


@pytest.mark.parametrize("sex", ["male", "female"])
def test_the_later_born_never_retires_earlier(sex: Sex) -> None:
    births = [date(year, month, 1) for year in range(1960, 1996) for month in range(1, 13)]
    months = [worked(birth, sex) for birth in births]
    assert months == sorted(months)
    assert len({month for month, _ in months}) == len(births)


@pytest.mark.parametrize("sex", ["male", "female"])
def test_the_schedule_covers_those_of_its_table(sex: Sex) -> None:
    births = [date(year, month, 1) for year in range(1960, 1996) for month in range(1, 13)]
    covered = [birth for birth in births if is_covered(PartialDay.of(birth), sex, SCHEDULE)]
    assert covered == [birth for birth, _, _ in told(sex)]


@given(st.dates(date(1961, 1, 1), date(1995, 12, 31)), st.dates(date(2021, 1, 1), date(2060, 1, 1)))
def test_months_left_fall_one_by_one(born: date, day: date) -> None:
    of = PartialDay.of(born)
    left = months_left(of, "male", day, NUMBERS)
    assert left - months_left(of, "male", months_after(day, 1), NUMBERS) in ((1,) if left else (0,))


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (date(2025, 5, 1), 30),
        (date(2022, 11, 1), 60),
        (date(2022, 11, 2), 59),
        (date(2027, 11, 1), 0),
        (date(2030, 1, 1), 0),
    ],
)  # fmt: skip
def test_months_left_are_full_months_up_to_the_pension(day: date, left: int) -> None:
    assert months_left(PartialDay(1966, 1, 15), "male", day, NUMBERS) == left


def test_a_year_alone_is_too_little() -> None:
    with pytest.raises(MissingFact):
        retirement(PartialDay(1966), "male", SCHEDULE)


@pytest.mark.parametrize(
    "raw", ["15/01/1966", "1966-01-15", date(1966, 1, 15), {"year": 1966, "month": 1, "day": 15}]
)
def test_a_birth_is_read_as_people_and_machines_write_it(raw: object) -> None:
    assert READER.validate_python({"born": raw}).born == PartialDay(1966, 1, 15)


@pytest.mark.parametrize(("raw", "missing"), [(1966, "born"), ("01/1966", "sex"), (None, "born")])
def test_what_is_missing_is_named(raw: object, missing: str) -> None:
    assert READER.validate_python({"born": raw}).missing == missing


@pytest.mark.parametrize("raw", ["31/02/1966", "hôm qua", 66])
def test_a_birth_that_is_none_is_refused(raw: object) -> None:
    with pytest.raises(ValidationError, match="no such day"):
        READER.validate_python({"born": raw})
