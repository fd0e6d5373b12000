"""An obligation on its way: handed down, put off, returned, done, confirmed, opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tinhgon.access.refusals import NeedsAReason
from tinhgon.audit.models import Event
from tinhgon.core.reach import EVERYTHING
from tinhgon.core.tests.staff import HUNG, LAN, MAI
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, TRA_AN
from tinhgon.directives import refusals
from tinhgon.directives.actions.dividing import Share, divide, name_person
from tinhgon.directives.actions.finishing import confirm, refuse, report_done
from tinhgon.directives.actions.moving import cancel, reassign, reopen, return_
from tinhgon.directives.actions.terms import ask, extend
from tinhgon.directives.models import Obligation
from tinhgon.directives.tests.ground import DAY, acts, directive, hand, obligation

pytestmark = pytest.mark.usefixtures("town")
LAST = date(2026, 6, 30)
LATER = date(2026, 7, 31)


@pytest.fixture
def given() -> Obligation:
    return obligation(directive(NINH_KIEU), CAI_KHE, due_on=LAST, first_due_on=LAST)


def test_the_bearer_reports_and_the_giver_confirms(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        report_done(given.pk, ward, done_on=DAY)
    with hand(NINH_KIEU) as district:
        confirm(given.pk, district)
    given.refresh_from_db()
    assert (given.state, given.done_on, given.revision) == ("done", DAY, 3)
    assert acts(given) == ["reported", "confirmed"]


def test_each_side_does_its_own_part_only(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        acts_of_the_giver: list[Callable[[], object]] = [
            lambda: extend(given.pk, ward, until=LATER, reason="x"),
            lambda: cancel(given.pk, ward, reason="x"),
            lambda: reassign(given.pk, ward, unit=AN_HOA, reason="x"),
            lambda: confirm(given.pk, ward),
        ]
        for act in acts_of_the_giver:
            with pytest.raises(refusals.MayNotAssign):
                act()
    with hand(NINH_KIEU) as district:
        acts_of_the_bearer: list[Callable[[], object]] = [
            lambda: report_done(given.pk, district),
            lambda: return_(given.pk, district, reason="x"),
            lambda: ask(given.pk, district, until=LATER, reason="x"),
            lambda: divide(given.pk, district, shares=[Share(person=LAN)]),
        ]
        for act in acts_of_the_bearer:
            with pytest.raises(refusals.MayNotBear):
                act()
    with hand(TRA_AN) as stranger, pytest.raises(refusals.NoSuchObligation):
        report_done(given.pk, stranger)
    with hand(CAI_KHE, role="reader") as reader, pytest.raises(refusals.MayNotBear):
        report_done(given.pk, reader)


def test_a_page_that_is_not_of_today_changes_nothing(given: Obligation) -> None:
    with hand(CAI_KHE, revision=1) as ward:
        report_done(given.pk, ward)
        with pytest.raises(refusals.ObligationOvertaken):
            return_(given.pk, ward, reason="Không đúng chức năng")


def test_more_time_is_asked_for_and_given_with_a_reason(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        ask(given.pk, ward, until=LATER, reason="Chờ hướng dẫn")
    given.refresh_from_db()
    assert given.due_on == LAST
    with hand(NINH_KIEU) as district:
        with pytest.raises(NeedsAReason):
            extend(given.pk, district, until=LATER, reason=" ")
        with pytest.raises(refusals.NotAnExtension):
            extend(given.pk, district, until=LAST, reason="x")
        extend(given.pk, district, until=LATER, reason="Đồng ý")
    given.refresh_from_db()
    assert (given.due_on, given.first_due_on) == (LATER, LAST)
    told = given.acts.get(kind="extended")
    assert (told.due_before, told.due_after, told.reason) == (LAST, LATER, "Đồng ý")


def test_what_has_no_day_cannot_be_put_off() -> None:
    endless = obligation(directive(NINH_KIEU), CAI_KHE)
    with hand(NINH_KIEU) as district, pytest.raises(refusals.NoTermToExtend):
        extend(endless.pk, district, until=LATER, reason="x")


def test_what_is_returned_goes_to_another_and_takes_its_parts_away(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        (part,) = divide(given.pk, ward, shares=[Share(person=LAN)])
        return_(given.pk, ward, reason="Không đúng chức năng")
    with hand(NINH_KIEU) as district:
        with pytest.raises(refusals.AlreadyBears):
            reassign(given.pk, district, unit=CAI_KHE, reason="x")
        reassign(given.pk, district, unit=AN_HOA, reason="Đúng chức năng hơn")
    given.refresh_from_db()
    part.refresh_from_db()
    assert (given.unit_id, given.state, part.state) == (AN_HOA, "open", "cancelled")
    assert given.acts.get(kind="reassigned").unit_before_id == CAI_KHE


def test_what_was_refused_or_opened_again_is_to_be_done(given: Obligation) -> None:
    with hand(CAI_KHE, NINH_KIEU) as both:
        report_done(given.pk, both)
        refuse(given.pk, both, reason="Thiếu số liệu")
        given.refresh_from_db()
        assert (given.state, given.done_on) == ("open", None)
        report_done(given.pk, both)
        confirm(given.pk, both)
        reopen(given.pk, both, reason="Số liệu sai")
        with pytest.raises(refusals.NotInThisState) as refused:
            confirm(given.pk, both)
    assert "thực hiện" in refused.value.message("vi")
    given.refresh_from_db()
    assert (given.state, given.done_on) == ("open", None)


def test_giving_up_a_whole_gives_up_its_parts_however_deep(given: Obligation) -> None:
    with hand() as anybody:
        (part,) = divide(given.pk, anybody, shares=[Share(person=LAN)])
        (deep,) = divide(part.pk, anybody, shares=[Share(person=HUNG)])
        cancel(given.pk, anybody, reason="Kế hoạch đã thay")
    assert set(Obligation.objects.values_list("state", flat=True)) == {"cancelled"}
    assert acts(deep) == ["assigned", "cancelled"]


def test_parts_go_to_units_below_and_people_in_post_there() -> None:
    given = obligation(directive(NINH_KIEU), NINH_KIEU, due_on=LAST)
    with hand() as anybody:
        parts = divide(given.pk, anybody, shares=[
            Share(unit=CAI_KHE, weight=Decimal(3)), Share(unit=AN_HOA, person=MAI, due_on=date(2026, 6, 20)),
        ])  # fmt: skip
        for share, why in (
            (Share(unit=TRA_AN), refusals.UnitNotBelow),
            (Share(unit=CAI_KHE, person=MAI), refusals.PersonNotThere),
            (Share(), refusals.NothingToHandOn),
            (Share(unit=CAI_KHE, weight=Decimal(0)), refusals.BadWeight),
        ):
            with pytest.raises(why):
                divide(given.pk, anybody, shares=[share])
    assert [(one.assigner_id, one.due_on) for one in parts] == [
        (NINH_KIEU, LAST),
        (NINH_KIEU, date(2026, 6, 20)),
    ]


def test_a_part_due_after_its_whole_needs_a_reason(given: Obligation) -> None:
    late = [Share(person=LAN, due_on=LATER)]
    with hand(CAI_KHE) as ward:
        with pytest.raises(refusals.PartDueLater):
            divide(given.pk, ward, shares=late)
        assert divide(given.pk, ward, shares=late, reason="Đã xin gia hạn")[0].due_on == LATER


def test_a_whole_waits_for_its_parts(given: Obligation) -> None:
    with hand() as anybody:
        (part,) = divide(given.pk, anybody, shares=[Share(person=LAN)])
        with pytest.raises(refusals.PartsAreOpen):
            report_done(given.pk, anybody)
        report_done(part.pk, anybody)
        part.refresh_from_db()
        given.refresh_from_db()
        assert (part.state, given.state) == ("done", "open")  # the ward gave itself the part
        report_done(given.pk, anybody)


def test_a_name_is_put_on_it_within_reach_alone_and_the_person_can_know(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        with pytest.raises(refusals.PersonNotThere):
            name_person(given.pk, ward, person=MAI)
        assert name_person(given.pk, ward, person=LAN).person_id == LAN
    assert Event.objects.filter(subject=LAN).exists()


def test_a_document_of_the_bearer_closes_what_asked_for_it() -> None:
    given = obligation(directive(NINH_KIEU), CAI_KHE, kind="issue")
    own = directive(CAI_KHE, direction="out", number="12/KH-UBND", number_key="12-kh-ubnd", issuer="Phường")
    with hand(CAI_KHE) as ward:
        with pytest.raises(refusals.NeedsAnAnswer):
            report_done(given.pk, ward)
        report_done(given.pk, ward, answer=own.pk)
    given.refresh_from_db()
    assert (given.state, given.done_on, given.answer) == ("done", own.issued_on, own)
    assert given.acts.get(kind="confirmed").reason == "12/KH-UBND"


def test_a_draft_or_a_paper_out_of_sight_is_no_answer(given: Obligation) -> None:
    draft, hidden = directive(CAI_KHE, state="draft"), directive(TRA_AN, number_key="1")
    with hand(CAI_KHE) as ward:
        for one in (draft, hidden):
            with pytest.raises(refusals.NotAnAnswer):
                report_done(given.pk, ward, answer=one.pk)


def test_a_target_is_reached_with_a_figure() -> None:
    given = obligation(directive(NINH_KIEU), CAI_KHE, kind="target", figure=Decimal(95), measure="%")
    with hand(CAI_KHE) as ward:
        with pytest.raises(refusals.NeedsAFigure):
            report_done(given.pk, ward)
        assert report_done(given.pk, ward, reached=Decimal("96.5")).reached == Decimal("96.5")


def test_nothing_is_done_tomorrow_or_before_its_directive(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        with pytest.raises(refusals.DoneInFuture):
            report_done(given.pk, ward, done_on=DAY + timedelta(days=1))
        with pytest.raises(refusals.DoneBeforeAssigned):
            report_done(given.pk, ward, done_on=DAY - timedelta(days=1))


def test_what_comes_every_month_begins_anew_once_it_is_confirmed() -> None:
    last = obligation(directive(NINH_KIEU), CAI_KHE, every="month", due_on=LAST, kind="report")
    last.cooperators.create(unit_id=AN_HOA)
    with hand(on=LAST) as anybody:
        for _ in range(2):
            report_done(last.pk, anybody)
            confirm(last.pk, anybody)
            reopen(last.pk, anybody, reason="Thử lại")
    following = Obligation.objects.get(follows=last)
    assert (following.due_on, following.state, following.unit_id) == (LATER, "open", CAI_KHE)
    assert following.cooperators.get().unit_id == AN_HOA


def test_nothing_follows_what_was_due_in_the_last_year_of_the_calendar() -> None:
    last = obligation(directive(NINH_KIEU), CAI_KHE, every="week", due_on=date(9999, 12, 31))
    with hand() as anybody:
        report_done(last.pk, anybody)
        confirm(last.pk, anybody)
    last.refresh_from_db()
    assert (last.state, Obligation.objects.count()) == ("done", 1)


def test_every_refusal_reads_well_in_both_languages() -> None:
    facts = dict.fromkeys(("day", "due", "part", "whole", "done", "assigned"), DAY)
    words = dict.fromkeys(("unit", "top", "state", "count", "limit", "constraint", "detail"), "x")
    for one in vars(refusals).values():
        if isinstance(one, type) and one.__module__ == refusals.__name__:
            refusal = one(**facts, **words)
            assert "{" not in refusal.message("vi") + refusal.message("en")


def test_commands_may_do_what_clerks_may(given: Obligation) -> None:
    from tinhgon.directives.actions.holding import Hand

    told = report_done(given.pk, Hand(by=None, reach=EVERYTHING, on=DAY))
    assert (told.state, acts(told)) == ("reported", ["reported"])
