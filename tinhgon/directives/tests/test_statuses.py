"""The calendar alone says how an obligation stands, and SQL says the same."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.access.tests.ground import unit
from tinhgon.directives.models import Obligation
from tinhgon.directives.nearness import soon
from tinhgon.directives.queries.statuses import late_by, status_of
from tinhgon.directives.statuses import FINISHED, PENDING, Status, days_late, status
from tinhgon.directives.tests.ground import DAY, directive

DAYS = [DAY + timedelta(days=step) for step in range(4)]
MAYBE = [None, *DAYS]
CASES = [
    (state, done, due)
    for state, done, due in product(Obligation.State.values, MAYBE, MAYBE)
    if (state in ("done", "reported")) == (done is not None)
]


@pytest.mark.django_db
def test_sql_says_the_same_as_the_function_whatever_the_days() -> None:
    here = unit()
    of = directive(here)
    Obligation.objects.bulk_create(
        Obligation(directive=of, assigner_id=here, unit_id=here, matter="Việc", state=state, done_on=done,
                   due_on=due, assigned_on=DAY)
        for state, done, due in CASES
    )  # fmt: skip
    for today, near in product(DAYS, DAYS):
        rows = Obligation.objects.annotate(status=status_of(today, near), late=late_by(today))
        for one in rows:
            told = status(one.state, one.done_on, one.due_on, today, near)
            assert (one.status, one.late) == (told, days_late(one.done_on, one.due_on, today))


@given(due=st.dates(date(2020, 1, 1), date(2030, 1, 1)), over=st.integers(-900, 900))
def test_it_is_overdue_from_the_day_after_its_last(due: date, over: int) -> None:
    today = due + timedelta(days=over)
    assert (status("open", None, due, today, today) == Status.OVERDUE) == (over > 0)
    assert days_late(None, due, today) == max(over, 0)


@given(due=st.dates(date(2020, 1, 1), date(2030, 1, 1)), over=st.integers(-900, 900), on=st.integers(0, 900))
def test_once_done_in_time_it_stays_so(due: date, over: int, on: int) -> None:
    done = due + timedelta(days=over)
    told = status("done", done, due, done + timedelta(days=on), done)
    assert told == (Status.DONE_LATE if over > 0 else Status.DONE_ON_TIME)


def test_what_was_done_later_was_not_done_on_the_day() -> None:
    assert status("done", DAYS[3], DAYS[1], DAYS[2], DAYS[2]) == Status.OVERDUE


def test_without_a_day_nothing_is_late() -> None:
    assert status("open", None, None, DAYS[3], DAYS[3]) == Status.NO_TERM
    assert status("done", DAYS[3], None, DAYS[3], DAYS[3]) == Status.DONE_ON_TIME


def test_near_is_counted_in_working_days() -> None:
    eve_of_a_long_weekend = date(2026, 4, 24)
    assert soon(eve_of_a_long_weekend) > eve_of_a_long_weekend + timedelta(days=7)


def test_a_year_without_a_calendar_still_has_near_days() -> None:
    assert soon(date(2099, 1, 1)) == date(2099, 1, 6)


def test_no_status_is_both_pending_and_finished() -> None:
    assert not PENDING & FINISHED
    assert {Status.WAITING, Status.CANCELLED} == set(Status) - PENDING - FINISHED
