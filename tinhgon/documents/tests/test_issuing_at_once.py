"""Many issue at once from one book: each gets a number of his own, and none is left out."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import connection
from django.utils import timezone

from tinhgon.core.errors import Refused
from tinhgon.core.reach import EVERYTHING
from tinhgon.documents.actions.drafting import throw_away, write_draft
from tinhgon.documents.actions.issuing import issue
from tinhgon.documents.models import Book
from tinhgon.documents.tests.ground import HOME, make_town
from tinhgon.office.letters.kinds import KINDS
from tinhgon.register.tests.factories import at_once


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_twenty_at_once_get_twenty_numbers_in_a_row() -> None:
    make_town()
    filled = KINDS["decision"].sample("state")
    papers = [
        write_draft(kind="decision", data=filled, keeper=HOME, by=None, reach=EVERYTHING).pk
        for _ in range(20)
    ]
    today = timezone.localdate()
    answers = at_once(
        *(lambda paper=paper: issue(paper, on=today, by=None, reach=EVERYTHING).number for paper in papers)
    )
    assert not [one for one in answers if isinstance(one, Refused)]
    assert sorted(answers) == [f"{number:02}/QĐ-UBND" for number in range(1, 21)]
    assert Book.objects.get().last == 20
    connection.close()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_draft_that_several_throw_away_or_issue_goes_one_way() -> None:
    make_town()
    filled = KINDS["decision"].sample("state")
    paper = write_draft(kind="decision", data=filled, keeper=HOME, by=None, reach=EVERYTHING).pk
    throw = partial(throw_away, paper, reach=EVERYTHING)
    answers = at_once(throw, throw, lambda: issue(paper, on=timezone.localdate(), by=None, reach=EVERYTHING))
    assert sum(isinstance(one, Refused) for one in answers) == 2
    connection.close()
