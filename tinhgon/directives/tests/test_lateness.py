"""Figures add up, and each opens to the records that it counts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from tinhgon.access.tests.ground import acting, granted, person, unit, user
from tinhgon.core.reach import EVERYTHING
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.asked import Asked
from tinhgon.directives.queries.concretising import concretising
from tinhgon.directives.queries.lateness import FIGURES, GIVEN, OUT_OF_SIGHT, Table, lateness, records
from tinhgon.directives.queries.review import first_table
from tinhgon.directives.tests.ground import directive, obligation

pytestmark = pytest.mark.django_db
GIVEN_ON, DUE, TODAY = date(2026, 3, 2), date(2026, 6, 1), date(2026, 6, 11)
YEAR = Asked.of_year(2026, today=TODAY)


@pytest.fixture
def spread() -> list[Obligation]:
    """Obligations of every state of two units and two directives, due before and after today."""
    units = [unit(), unit()]
    papers = [directive(units[0], number_key=str(number)) for number in range(2)]
    made = []
    for of, bearer, state, due in product(papers, units, Obligation.State, (None, DUE, TODAY)):
        done = DUE + timedelta(days=3) if state in ("done", "reported") else None
        made.append(obligation(of, bearer, state=state, due_on=due, done_on=done, assigned_on=GIVEN_ON))
    return made


def adds_up(table: Table) -> bool:
    """Tell whether rows add up to the total, and the figures of each row to what was given."""
    rows = [*table.rows, table.total]
    within = all(one.given == sum(getattr(one, name) for name in FIGURES) for one in rows)
    return within and all(
        getattr(table.total, name) == sum(getattr(one, name) for one in table.rows)
        for name in (GIVEN, *FIGURES)
    )


@pytest.mark.parametrize("by", ["unit", "directive", "person"])
def test_every_total_is_the_sum_of_its_rows(spread: list[Obligation], by: str) -> None:
    Obligation.objects.filter(unit=spread[0].unit_id).update(person=person(spread[0].unit_id))
    table = lateness(YEAR, by, EVERYTHING)
    assert adds_up(table)
    assert table.total.given == (24 if by == "person" else 48)


@pytest.mark.parametrize("by", ["unit", "directive"])
def test_every_figure_opens_to_its_records(spread: list[Obligation], by: str) -> None:
    table = lateness(YEAR, by, EVERYTHING)
    for row, figure in product([*table.rows, table.total], (GIVEN, *FIGURES)):
        assert records(YEAR, by, figure, EVERYTHING, key=row.key).count() == getattr(row, figure)
    assert not records(YEAR, by, "no such figure", EVERYTHING).exists()


def test_days_late_have_a_middle_and_a_worst() -> None:
    here = unit()
    of = directive(here)
    for days in (1, 2, 9):
        obligation(
            of, here, state="done", due_on=DUE, done_on=DUE + timedelta(days=days), assigned_on=GIVEN_ON
        )
    obligation(of, here, state="done", due_on=DUE, done_on=DUE, assigned_on=GIVEN_ON)
    row = lateness(YEAR, "unit", EVERYTHING).total
    assert (row.median, row.worst, row.percent) == (2, 9, 25)


def test_a_period_that_is_over_is_seen_at_its_end() -> None:
    here = unit()
    obligation(directive(here), here, state="done", due_on=DUE, done_on=TODAY, assigned_on=GIVEN_ON)
    june_first = Asked(since=GIVEN_ON, until=DUE + timedelta(days=2), on=DUE + timedelta(days=1))
    assert lateness(june_first, "unit", EVERYTHING).total.overdue == 1
    later = Asked.of_year(2027, today=date(2027, 2, 1))
    assert lateness(later, "unit", EVERYTHING).total.given == 0


def test_what_is_handed_on_counts_once_for_whom_it_concerns() -> None:
    here, below = unit(), unit()
    of, who = directive(here), person(here)
    gathers = obligation(of, here, gathers=True)
    borne = obligation(of, here, parent=gathers)
    obligation(of, here, parent=borne, person=who, assigner_id=here)
    obligation(of, below, parent=borne, assigner_id=here)
    counted = {by: lateness(YEAR, by, EVERYTHING).total.given for by in ("unit", "person", "directive")}
    assert counted == {"unit": 2, "person": 1, "directive": 1}


def test_whoever_is_out_of_sight_has_no_row_of_his_own() -> None:
    here, away = unit(), unit()
    of = directive(here)
    seen, hidden, other = person(here, "Nguyễn Văn A"), person(away, "Trần Thị B"), person(away, "Lê C")
    for who in (seen, hidden, other):
        obligation(of, here, person=who)
    one = user()
    granted(one, "clerk", at=here)
    with acting(one.pk) as reach:
        table = lateness(YEAR, "person", reach)
        assert {row.key: row.given for row in table.rows} == {seen.pk: 1, OUT_OF_SIGHT: 2}
        assert records(YEAR, "person", GIVEN, reach, key=OUT_OF_SIGHT).count() == 2
    assert len(lateness(YEAR, "person", EVERYTHING).rows) == 3


def test_days_from_a_directive_to_its_document_are_counted_from_issue_and_arrival() -> None:
    here = unit()
    of = directive(here, on=date(2026, 3, 1), arrived_on=date(2026, 3, 6))
    own = directive(here, on=date(2026, 4, 1), direction="out", number="9/KH-SNV", number_key="9")
    obligation(
        of, here, kind="issue", state="done", done_on=date(2026, 4, 1), answer=own, assigned_on=GIVEN_ON
    )
    obligation(of, here, kind="issue", due_on=DUE, assigned_on=GIVEN_ON)
    waiting, answered = concretising(YEAR, EVERYTHING)
    assert (answered.days, answered.days_here, answered.answer_number) == (31, 26, "9/KH-SNV")
    assert (waiting.days, waiting.late_by, waiting.status, waiting.answer) == (102, 10, "overdue", None)

    table = first_table(2026, EVERYTHING, today=TODAY)
    assert (table.rows[0].days, table.total.days) == (31, 31)
    assert (table.total.documents.given, table.total.all.given) == (2, 2)


def test_the_first_table_has_a_row_for_every_unit_and_adds_up(spread: list[Obligation]) -> None:
    table = first_table(2026, EVERYTHING, today=TODAY)
    assert sum(row.all.given for row in table.rows) == table.total.all.given == 48
    assert {row.unit for row in table.rows} == {one.unit_id for one in spread}
