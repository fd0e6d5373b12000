"""What is open follows the lineage of units; what is done stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.tests.staff import LAN
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, THOI_BINH, TRA_AN, TRA_NOC, unit
from tinhgon.directives.actions.succession import follow
from tinhgon.directives.models import Act, Obligation
from tinhgon.directives.tests.ground import DAY, acts, directive, obligation
from tinhgon.register.tests.factories import new, signed

pytestmark = pytest.mark.usefixtures("town")
MERGED = unit("Phường Mới")
ON = date(2026, 7, 1)
EVE = date(2026, 6, 30)


def merge() -> None:
    signed(
        ops.Merge(
            members=(ops.Member(unit=CAI_KHE), ops.Member(unit=THOI_BINH)),
            into=new("Phường Mới", code="31999"),
        ),
        on=ON,
    )


def test_a_merger_passes_on_what_is_open_by_its_decision_and_once() -> None:
    of = directive(NINH_KIEU)
    given, closed = obligation(of, CAI_KHE, person_id=LAN), obligation(of, CAI_KHE, state="done", done_on=DAY)
    helped = obligation(of, AN_HOA, person_id=None)
    for helper in (CAI_KHE, THOI_BINH):
        helped.cooperators.create(unit_id=helper)
    handed_on = obligation(of, AN_HOA, assigner_id=THOI_BINH)
    merge()

    assert follow(on=EVE) == 0
    assert follow(on=ON) == 3
    assert follow(on=ON) == 0

    for one in (given, closed, handed_on):
        one.refresh_from_db()
    assert (given.unit_id, given.person_id, given.state) == (MERGED, LAN, "open")  # her post came along
    assert closed.unit_id == CAI_KHE
    assert handed_on.assigner_id == MERGED
    assert [one.unit_id for one in helped.cooperators.all()] == [MERGED]
    told = given.acts.get()
    assert (told.kind, told.role, told.unit_before_id) == ("passed_on", "bears", CAI_KHE)
    assert told.decision
    assert told.decision.title == "Về việc sắp xếp đơn vị"


def test_a_split_passes_on_to_the_largest_part_and_says_so() -> None:
    given = obligation(directive(NINH_KIEU), THOI_BINH)
    signed(
        ops.Split(unit=THOI_BINH, parts=(
            ops.Part(into=AN_HOA, share_area=Decimal("0.7"), share_population=Decimal("0.4")),
            ops.Part(into=CAI_KHE, share_area=Decimal("0.3"), share_population=Decimal("0.6")),
        )),
        on=ON,
    )  # fmt: skip
    follow(on=ON)
    given.refresh_from_db()
    assert given.unit_id == CAI_KHE
    assert "60,0 %" in given.acts.get().reason


def test_what_nobody_takes_over_falls_back_to_who_gave_it() -> None:
    of = directive(NINH_KIEU)
    given, handed_on = obligation(of, TRA_NOC), obligation(of, AN_HOA, assigner_id=TRA_NOC)
    helped = obligation(of, AN_HOA)
    helped.cooperators.create(unit_id=TRA_NOC)
    signed(ops.Dissolve(unit=TRA_NOC), on=ON)
    assert follow(on=ON) == 3
    given.refresh_from_db()
    handed_on.refresh_from_db()
    assert (given.unit_id, handed_on.assigner_id) == (NINH_KIEU, NINH_KIEU)
    assert not helped.cooperators.exists()
    assert "kế tục" in given.acts.get().reason


def test_lineage_is_followed_through_several_mergers() -> None:
    given = obligation(directive(NINH_KIEU), CAI_KHE)
    merge()
    signed(ops.Absorb(members=(ops.Member(unit=MERGED),), into=AN_HOA), on=date(2026, 8, 1))
    follow(on=date(2026, 8, 1))
    given.refresh_from_db()
    assert given.unit_id == AN_HOA
    assert acts(given) == ["passed_on", "passed_on"]


def test_a_revoked_merger_gives_back_what_it_had_passed_on() -> None:
    of = directive(NINH_KIEU)
    first, second = obligation(of, CAI_KHE), obligation(of, THOI_BINH, assigner_id=CAI_KHE)
    merge()
    follow(on=ON)
    merger = first.acts.get().decision
    assert merger
    signed(ops.Revoke(decision=merger.pk), on=date(2026, 7, 15))
    assert follow(on=date(2026, 7, 15)) == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.unit_id, second.unit_id, second.assigner_id) == (CAI_KHE, THOI_BINH, CAI_KHE)
    assert follow(on=date(2026, 7, 15)) == 0


def test_units_that_live_keep_what_they_have() -> None:
    obligation(directive(NINH_KIEU), TRA_AN)
    assert follow(on=ON) == 0
    assert Obligation.objects.get().unit_id == TRA_AN
    assert not Act.objects.exists()
