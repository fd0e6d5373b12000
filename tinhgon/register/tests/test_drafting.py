"""Drafts: written, changed, checked, discarded; nothing of it touches the register."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.operations import MalformedOperations
from tinhgon.core.refusals import HasChildren, NothingOrdered
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, DAY, NINH_KIEU
from tinhgon.register import refusals
from tinhgon.register.actions import check, discard, draft, redraft, sign
from tinhgon.register.models import Change, Decision
from tinhgon.register.tests.factories import checked, drafted, found_town, head, next_moment, rows, signed
from tinhgon.temporal.naming import CannotBeStored

pytestmark = pytest.mark.django_db

RENAME = ops.Rename(unit=CAI_KHE, name="Phường Đẹp")


@pytest.fixture(autouse=True)
def _town() -> None:
    found_town()


def test_a_draft_holds_what_was_written() -> None:
    decision = Decision.objects.get(pk=drafted(RENAME, title="  Đổi  tên ").pk)

    assert ops.read(decision.operations) == (RENAME,)
    assert (decision.state, decision.title, decision.checked_at) == ("draft", "Đổi tên", None)


def test_drafting_and_checking_leave_the_register_as_it_is() -> None:
    before = rows()

    changes = check(decision=drafted(RENAME))

    assert len(changes) == 2
    assert rows() == before
    assert Change.objects.filter(decision__state="checked").count() == 0


def test_what_was_checked_must_be_checked_again_when_it_is_changed() -> None:
    decision = checked(RENAME)

    redraft(decision=decision, head=head(), operations=[ops.Dissolve(unit=CAI_KHE)], actor=None)

    assert Decision.objects.get(pk=decision.pk).state == "draft"
    with pytest.raises(refusals.NotChecked):
        sign(decision=decision, actor=None, at=next_moment())


def test_a_draft_that_fails_its_check_is_a_mere_draft_again() -> None:
    decision = checked(ops.Dissolve(unit=AN_HOA))
    signed(ops.Move(unit=CAI_KHE, to=AN_HOA))

    with pytest.raises(HasChildren):
        check(decision=decision)

    kept = Decision.objects.get(pk=decision.pk)
    assert (kept.state, kept.checked_at) == ("draft", None)


def test_a_check_reads_the_draft_as_it_stands_and_not_as_the_caller_remembers() -> None:
    decision = drafted(RENAME)
    stale = Decision.objects.get(pk=decision.pk)
    redraft(decision=decision, head=head(), operations=[ops.Dissolve(unit=NINH_KIEU)], actor=None)

    with pytest.raises(HasChildren):
        check(decision=stale)


def test_nothing_ordered_is_refused() -> None:
    with pytest.raises(NothingOrdered):
        checked()


def test_orders_that_are_none_are_refused_by_name() -> None:
    decision = drafted(RENAME)
    Decision.objects.filter(pk=decision.pk).update(operations=[{"op": "conquer"}])

    with pytest.raises(MalformedOperations):
        check(decision=decision)


def test_a_document_is_entered_once() -> None:
    drafted(RENAME, number="7/QĐ")

    refusal = refused(lambda: drafted(RENAME, number="7/QĐ"))

    assert type(refusal) is refusals.DuplicateDocument


def test_a_document_is_the_same_however_its_letters_are_composed() -> None:
    drafted(RENAME, number="7/QĐ", issuer="Ủy ban")

    with pytest.raises(refusals.DuplicateDocument):
        drafted(
            RENAME,
            number=unicodedata.normalize("NFD", " 7/QĐ "),
            issuer=unicodedata.normalize("NFD", "Ủy  ban"),
        )


def test_number_type_issuer_and_date_make_a_document_together() -> None:
    drafted(RENAME, number="7/QĐ")

    for other in ({"type": "NQ"}, {"issuer": "HĐND"}, {"issued_on": DAY.replace(year=2016)}):
        drafted(RENAME, number="7/QĐ", **other)
    drafted(RENAME, number="")
    drafted(RENAME, number="")


def test_a_draft_cannot_take_the_identity_of_another_document() -> None:
    drafted(RENAME, number="7/QĐ")
    decision = drafted(RENAME, number="8/QĐ")

    with pytest.raises(refusals.DuplicateDocument):
        redraft(decision=decision, head=head(number="7/QĐ"), operations=[RENAME], actor=None)
    assert Decision.objects.get(pk=decision.pk).number == "8/QĐ"


@pytest.mark.parametrize("values", [{"number": "9" * 121}, {"issuer": "x" * 251}, {"title": "a\0b"}])
def test_what_does_not_fit_is_refused_by_name(values: dict[str, Any]) -> None:
    with pytest.raises(CannotBeStored):
        drafted(RENAME, **values)


def test_a_draft_is_thrown_away_and_then_is_no_more() -> None:
    decision = drafted(RENAME)
    again = Decision.objects.get(pk=decision.pk)

    discard(decision=decision)

    assert not Decision.objects.filter(number=again.number).exists()
    for act in (
        lambda: discard(decision=again),
        lambda: check(decision=again),
        lambda: redraft(decision=again, head=head(), operations=[RENAME], actor=None),
    ):
        assert type(refused(act)) is refusals.NoSuchDraft


@pytest.mark.parametrize("fresh", [True, False], ids=["fresh", "stale"])
def test_a_signed_decision_is_no_draft(*, fresh: bool) -> None:
    decision = checked(RENAME)
    stale = Decision.objects.get(pk=decision.pk)
    done = sign(decision=decision, actor=None, at=next_moment()).decision
    held = done if fresh else stale

    for act in (
        lambda: discard(decision=held),
        lambda: check(decision=held),
        lambda: redraft(decision=held, head=head(), operations=[], actor=None),
    ):
        refusal = refused(act)
        assert type(refusal) is refusals.AlreadySigned
        assert done.number in refusal.message("en")


def test_values_never_become_statements() -> None:
    spell = "'; DROP TABLE register_unit; -- %s {0}"

    decision = draft(head=head(title=spell), operations=[ops.Rename(unit=CAI_KHE, name=spell)], actor=None)
    check(decision=decision)
    sign(decision=decision, actor=None, at=next_moment())

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_unitversion WHERE name = %s", [spell])
        assert cursor.fetchone() == (1,)


def refused(act: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value
