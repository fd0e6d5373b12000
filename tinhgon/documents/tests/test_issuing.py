"""A draft is issued under the next number of its book: no gap, no double, however many issue at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tinhgon.audit.models import Event
from tinhgon.core.reach import INTERNAL, SENSITIVE, Allowed, Reach
from tinhgon.documents.actions.books import next_number, open_term
from tinhgon.documents.actions.drafting import mend_draft, throw_away, write_draft
from tinhgon.documents.actions.issuing import issue
from tinhgon.documents.models import Document, TakenNumber
from tinhgon.documents.refusals import NoSuchDocument
from tinhgon.documents.tests.ground import HEALTH, HOME
from tinhgon.documents.writing_refusals import (
    BeforeTheLast,
    BookOverlaps,
    DayAhead,
    MayNotIssue,
    MayNotWrite,
    NoSuchKind,
    NoSymbol,
    NotADraft,
    NoTerm,
)
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.kinds.fields import FieldsMissing

SIGNER = Reach((Allowed("signer", SENSITIVE, None),))
CLERK = Reach((Allowed("clerk", INTERNAL, frozenset({HOME})),))
TODAY = timezone.localdate()


def draft(kind: str = "decision", keeper: UUID = HOME, layout: str = "state", **data: Any) -> Document:
    filled = KINDS[kind].sample(layout) | data  # type: ignore[arg-type]
    return write_draft(kind=kind, data=filled, keeper=keeper, by=None, reach=SIGNER)


def issued(document: Document, on: date = TODAY) -> Document:
    return issue(document.pk, on=on, by=None, reach=SIGNER)


@pytest.mark.usefixtures("town")
class TestOne:
    def test_numbers_run_on_within_the_year(self) -> None:
        assert [issued(draft()).number for _ in range(3)] == ["01/QĐ-UBND", "02/QĐ-UBND", "03/QĐ-UBND"]

    def test_it_is_on_record_that_it_was_issued(self) -> None:
        issued(draft())
        assert [one.unit for one in Event.objects.filter(what=["document", "issued"])] == [HOME]

    def test_each_unit_and_each_symbol_has_its_own_book(self) -> None:
        issued(draft())
        assert issued(draft(keeper=HEALTH)).number.startswith("01/")
        assert issued(draft("report")).number == "01/BC-UBND"

    def test_a_party_document_waits_for_the_book_of_its_term(self) -> None:
        paper = draft("conclusion", layout="party")
        with pytest.raises(NoTerm):
            issued(paper)
        symbol = paper.letter["symbol"]
        term: dict[str, Any] = {"began_on": date(2025, 10, 1), "ends_on": None, "last": 36}
        open_term(unit=HOME, type=paper.type, symbol=symbol, **term, reach=SIGNER)
        assert issued(paper).number == f"37-{symbol}"

    def test_two_books_of_one_symbol_do_not_overlap(self) -> None:
        given: dict[str, Any] = {"unit": HOME, "type": "KL", "symbol": "KL/TU", "last": 0, "reach": SIGNER}
        open_term(**given, began_on=date(2020, 10, 1), ends_on=date(2025, 10, 1))
        open_term(**given, began_on=date(2025, 10, 1), ends_on=None)
        with pytest.raises(BookOverlaps):
            open_term(**given, began_on=date(2024, 1, 1), ends_on=None)

    def test_it_is_found_by_its_words_and_names_what_it_rests_on(self) -> None:
        made = issued(
            draft(bases=["Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"])
        )
        made.refresh_from_db()
        assert made.search
        assert [one.number for one in made.references.filter(role="basis")] == ["30/2020/NĐ-CP"]

    def test_what_was_issued_stays_as_it_is(self) -> None:
        made = issued(draft())
        with pytest.raises(NotADraft):
            mend_draft(made.pk, data=KINDS["decision"].sample(), reach=SIGNER)
        with pytest.raises(NotADraft):
            throw_away(made.pk, reach=SIGNER)
        with pytest.raises(IntegrityError, match="is registered"), transaction.atomic():
            Document.objects.filter(pk=made.pk).update(abstract="khác")

    def test_it_is_issued_once(self) -> None:
        made = issued(draft())
        with pytest.raises(NotADraft):
            issued(made)
        assert TakenNumber.objects.count() == 1

    def test_a_clerk_drafts_and_does_not_issue(self) -> None:
        filled = KINDS["decision"].sample()
        paper = write_draft(kind="decision", data=filled, keeper=HOME, by=None, reach=CLERK)
        with pytest.raises(MayNotIssue):
            issue(paper.pk, on=TODAY, by=None, reach=CLERK)
        with pytest.raises(MayNotWrite):
            write_draft(kind="decision", data=filled, keeper=HEALTH, by=None, reach=CLERK)

    def test_a_draft_of_another_unit_is_not_there(self) -> None:
        with pytest.raises(NoSuchDocument):
            throw_away(draft(keeper=HEALTH).pk, reach=CLERK)

    def test_no_number_is_given_for_a_day_ahead_or_before_the_last(self) -> None:
        with pytest.raises(DayAhead):
            issued(draft(), on=TODAY + timedelta(days=1))
        issued(draft())
        with pytest.raises(BeforeTheLast):
            issued(draft(), on=TODAY - timedelta(days=1))

    def test_a_refused_document_takes_no_number(self) -> None:
        with pytest.raises(NoSymbol):
            issued(draft(symbol=""))
        assert next_number(HOME, "QĐ", "QĐ-UBND", TODAY) is None
        assert issued(draft()).number == "01/QĐ-UBND"

    def test_what_is_missing_is_named(self) -> None:
        with pytest.raises(FieldsMissing):
            draft(abstract="")
        with pytest.raises(NoSuchKind):
            write_draft(kind="novel", data={}, keeper=HOME, by=None, reach=SIGNER)
        assert not Document.objects.exists()

    def test_the_database_lets_no_number_be_skipped_or_given_back(self) -> None:
        made = issued(draft())
        book, other = made.taken.book, draft()
        for number in (1, 3):
            with pytest.raises(IntegrityError), transaction.atomic():
                TakenNumber.objects.create(book=book, number=number, document=other)
        with pytest.raises(IntegrityError), transaction.atomic():
            made.taken.delete()
