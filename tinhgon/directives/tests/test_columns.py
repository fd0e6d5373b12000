"""The columns of the board ask for the same as the statuses say, and part all that is not given up."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest

from tinhgon.access.tests.ground import unit
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.board import counts, first_of_each
from tinhgon.directives.queries.columns import COLUMNS, column
from tinhgon.directives.queries.statuses import with_status
from tinhgon.directives.statuses import Status
from tinhgon.directives.tests.ground import DAY, directive, obligation

pytestmark = pytest.mark.django_db
NEAR = [None, *(DAY + timedelta(days=step) for step in (-400, -1, 0, 1, 4, 40))]


@pytest.fixture
def every_kind() -> None:
    here = unit()
    of = directive(here)
    for state, due in product(Obligation.State.values, NEAR):
        done = DAY - timedelta(days=3) if state in ("done", "reported") else None
        obligation(of, here, state=state, due_on=due, done_on=done, assigned_on=DAY - timedelta(days=500))


@pytest.mark.usefixtures("every_kind")
@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_holds_its_statuses_and_no_other(name: str) -> None:
    rows = with_status(Obligation.objects.all(), DAY)
    held = {one.pk for one in rows if one.status in COLUMNS[name]}  # type: ignore[attr-defined]
    assert {one.pk for one in rows.filter(column(name, today=DAY))} == held
    assert held


@pytest.mark.usefixtures("every_kind")
def test_every_obligation_is_counted_once() -> None:
    counted = counts(Obligation.objects.all(), today=DAY)
    assert sum(counted.values()) == Obligation.objects.count()
    assert set(counted) == set(Status.values)


@pytest.mark.usefixtures("every_kind")
def test_the_first_of_each_come_in_turn_and_no_more_than_asked_for() -> None:
    columns = first_of_each(Obligation.objects.all(), today=DAY, size=3)
    assert list(columns) == list(COLUMNS)
    assert [len(held) for held in columns.values()] == [2, 3, 2, 3, 3, 3]
    due = [one.due_on for one in columns["running"]]
    assert due == [NEAR[-1], None], "what has no day comes last"
