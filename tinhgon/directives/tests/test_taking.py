"""Tasks of a confirmed document land on their bearers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from tinhgon.audit.models import Event
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, THOI_BINH
from tinhgon.directives import refusals
from tinhgon.directives.actions.taking import assign, take
from tinhgon.directives.models import Obligation
from tinhgon.directives.tests.ground import DAY, acts, directive, hand, task

pytestmark = pytest.mark.usefixtures("town")
LAST = date(2026, 6, 30)


def test_a_task_of_one_body_is_one_row_given_by_the_keeper() -> None:
    of = directive(NINH_KIEU)
    (one,) = take(of, [task(CAI_KHE, due_on=LAST, cooperators=(AN_HOA, AN_HOA, CAI_KHE))], by=None, on=DAY)

    assert (one.unit_id, one.assigner_id, one.due_on, one.first_due_on) == (CAI_KHE, NINH_KIEU, LAST, LAST)
    assert [helper.unit_id for helper in one.cooperators.all()] == [AN_HOA]
    assert acts(one) == ["assigned"]


def test_a_task_of_a_group_is_a_whole_with_a_part_for_each() -> None:
    of = directive(NINH_KIEU)
    take(of, [task(CAI_KHE, AN_HOA, THOI_BINH, every="month", due_on=LAST)], by=None, on=DAY)

    gathers = Obligation.objects.get(parent=None)
    assert (gathers.unit_id, gathers.every) == (NINH_KIEU, "")
    assert {one.unit_id for one in gathers.parts.all()} == {CAI_KHE, AN_HOA, THOI_BINH}
    assert {one.every for one in gathers.parts.all()} == {"month"}


def test_what_was_due_before_the_paper_arrived_is_taken_all_the_same() -> None:
    (one,) = take(directive(NINH_KIEU), [task(CAI_KHE, due_on=date(2026, 5, 1))], by=None, on=DAY)
    assert one.assigned_on == one.due_on == date(2026, 5, 1)


def test_a_target_without_a_figure_is_a_task() -> None:
    given = [task(CAI_KHE, kind="target"), task(CAI_KHE, kind="target", figure=Decimal(95), measure="%")]
    first, second = take(directive(NINH_KIEU), given, by=None, on=DAY)
    assert (first.kind, second.kind) == ("task", "target")


def test_nothing_is_put_on_nobody_or_on_a_unit_that_is_not_there() -> None:
    of = directive(NINH_KIEU)
    for bad, why in (
        (task(), refusals.NothingToHandOn),
        (task(CAI_KHE, matter="  "), refusals.NoMatter),
        (task(uuid4()), refusals.UnitNotThere),
    ):
        with pytest.raises(why):
            take(of, [task(CAI_KHE), bad], by=None, on=DAY)
    assert not Obligation.objects.exists()


def test_taking_leaves_one_line_in_the_record_of_acts() -> None:
    take(directive(NINH_KIEU), [task(CAI_KHE, AN_HOA), task(CAI_KHE)], by=None, on=DAY)
    told = Event.objects.get()
    assert (told.what, told.count) == (["obligation", "assigned"], 4)


def test_a_clerk_of_the_keeper_assigns_by_hand_and_others_do_not() -> None:
    of = directive(NINH_KIEU)
    with hand(CAI_KHE) as ward, pytest.raises(refusals.NoSuchDirective):
        assign(of.pk, task(CAI_KHE), ward)
    with hand(NINH_KIEU, role="reader") as reader, pytest.raises(refusals.MayNotAssign):
        assign(of.pk, task(CAI_KHE), reader)
    with hand(NINH_KIEU) as keeper:
        (one,) = assign(of.pk, task(CAI_KHE), keeper)
    assert one.added_by == keeper.by
