"""PeriodField: periods go into the database and come back as they were."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from tinhgon.core.periods import EmptyPeriod, Period
from tinhgon.temporal.fields import PeriodField

SINCE, UNTIL = date(2004, 1, 2), date(2025, 7, 1)
field = PeriodField()


@pytest.mark.parametrize(
    "period", [Period(SINCE, UNTIL), Period(SINCE), Period(date.min), Period(SINCE, date.max)]
)
@pytest.mark.django_db
def test_a_period_comes_back_as_it_was(period: Period) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::daterange", [field.get_db_prep_value(period, connection)])
        (found,) = cursor.fetchone()

    assert field.from_db_value(found, None, connection) == period


def test_both_ends_are_half_open() -> None:
    written = field.get_prep_value(Period(SINCE, UNTIL))

    assert (written.lower_inc, written.upper_inc) == (True, False)


def test_days_and_ranges_pass_as_they_are() -> None:
    assert field.get_prep_value(None) is None
    assert field.from_db_value(None, None, connection) is None
    assert field.to_python(Period(SINCE)) == Period(SINCE)
    assert field.to_python(DateRange(SINCE, UNTIL)) == Period(SINCE, UNTIL)


def test_a_period_survives_a_fixture() -> None:
    class Row:
        valid = Period(SINCE, UNTIL)

    named = PeriodField()
    named.set_attributes_from_name("valid")

    assert named.to_python(named.value_to_string(Row())) == Period(SINCE, UNTIL)
    Row.valid = Period(SINCE)
    assert named.to_python(named.value_to_string(Row())) == Period(SINCE)


def test_an_empty_or_reversed_period_is_refused() -> None:
    for until in (SINCE, date(2003, 1, 1)):
        with pytest.raises(EmptyPeriod):
            Period(SINCE, until)
