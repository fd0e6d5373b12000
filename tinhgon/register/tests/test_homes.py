"""The unit of the main post keeps the file: after a signature, and on the day when something turns."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tinhgon.core import operations as ops
from tinhgon.core.tests.staff import ARCHIVIST, CHAIR, EXPERTS, LAN, MAI, OTHER_CHAIR
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, DAY, FOUNDED, LATER, THOI_BINH, TRA_AN, unit
from tinhgon.register.actions import come_into_effect
from tinhgon.register.models import Person, Sweep
from tinhgon.register.tests.factories import at_once, found_town, new, next_moment, signed
from tinhgon.register.tests.staffing import appoint, found_staffed_town, home, know_people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SOON, THEN = TODAY + timedelta(days=10), TODAY + timedelta(days=20)
EVE = SOON - timedelta(days=1)
MERGED = unit("Phường Mới")


@pytest.fixture
def _town() -> None:
    found_staffed_town()


def sweep(on: Any) -> int:
    return come_into_effect(on=on, at=next_moment())


@pytest.mark.usefixtures("_town")
class TestAfterASignature:
    def test_who_holds_no_post_has_no_home_yet(self) -> None:
        assert (home(LAN), home(MAI)) == (CAI_KHE, None)

    def test_an_appointment_a_transfer_and_a_move_of_the_post_lead_the_file_along(self) -> None:
        appoint(MAI, EXPERTS, on=DAY)
        assert home(MAI) == CAI_KHE

        signed(ops.TransferPerson(person=MAI, post=ARCHIVIST), on=LATER)
        assert home(MAI) == TRA_AN

        signed(ops.MovePost(post=ARCHIVIST, to=THOI_BINH), on=LATER)
        assert home(MAI) == THOI_BINH

    def test_a_merger_leads_the_files_of_all_whose_posts_it_leads(self) -> None:
        signed(ops.Merge(members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new("Phường Mới")))

        assert set(Person.objects.filter(home=MERGED).values_list("name", flat=True)) == {
            "Lê Hùng", "Trần Thị Lan",
        }  # fmt: skip

    def test_beside_the_main_post_nothing_leads_the_file(self) -> None:
        appoint(LAN, OTHER_CHAIR, on=DAY, how="concurrent")
        signed(ops.Second(person=LAN, post=ARCHIVIST, until=THEN), on=DAY)

        assert home(LAN) == CAI_KHE

    def test_after_the_main_post_what_is_left_keeps_the_file(self) -> None:
        appoint(LAN, OTHER_CHAIR, on=DAY, how="concurrent")
        signed(ops.Release(person=LAN, post=CHAIR), on=LATER)

        assert home(LAN) == AN_HOA

    def test_who_retires_stays_with_the_last_unit(self) -> None:
        signed(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=DAY)
        signed(ops.Retire(person=LAN), on=LATER)

        assert home(LAN) == AN_HOA

    def test_a_revocation_leads_the_file_back(self) -> None:
        decision = signed(ops.TransferPerson(person=LAN, post=OTHER_CHAIR)).decision
        assert home(LAN) == AN_HOA

        signed(ops.Revoke(decision=decision.pk), on=LATER)
        assert home(LAN) == CAI_KHE

    def test_some_unit_keeps_the_file_of_one_who_never_held_a_post_after_all(self) -> None:
        decision = appoint(MAI, EXPERTS, on=DAY).decision
        signed(ops.Revoke(decision=decision.pk), on=LATER)

        assert home(MAI) == CAI_KHE

    def test_of_coming_posts_the_next_one_counts(self) -> None:
        appoint(MAI, EXPERTS, on=SOON)
        signed(ops.TransferPerson(person=MAI, post=ARCHIVIST), on=THEN)

        assert home(MAI) == CAI_KHE

    def test_what_is_to_come_leads_nothing_yet(self) -> None:
        signed(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=SOON)

        assert home(LAN) == CAI_KHE


@pytest.mark.usefixtures("_town")
class TestWhenTheDayTurns:
    def test_an_appointment_that_begins_leads_the_file_on_its_day(self) -> None:
        signed(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=SOON)

        homes = [(sweep(day), home(LAN))[1] for day in (TODAY, EVE, SOON)]

        assert homes == [CAI_KHE, CAI_KHE, AN_HOA]

    def test_a_post_that_moves_leads_its_holders_on_its_day(self) -> None:
        signed(ops.Merge(members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new("Phường Mới")),
               on=SOON)  # fmt: skip

        homes = [(sweep(day), home(LAN))[1] for day in (EVE, SOON)]

        assert homes == [CAI_KHE, MERGED]

    def test_an_end_that_no_decision_of_the_day_states_turns_too(self) -> None:
        """The main post ends with a correction made long before; the concurrent one is left."""
        appoint(LAN, OTHER_CHAIR, on=DAY, how="concurrent")
        signed(ops.CorrectAppointment(person=LAN, post=CHAIR, recorded_since=FOUNDED, since=FOUNDED,
                                      until=SOON, reason="Ghi sai"))  # fmt: skip

        homes = [(sweep(day), home(LAN))[1] for day in (EVE, SOON)]

        assert homes == [CAI_KHE, AN_HOA]

    def test_a_sweep_that_slept_for_long_catches_up(self) -> None:
        sweep(TODAY)
        signed(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=SOON)

        sweep(THEN + timedelta(days=400))

        assert home(LAN) == AN_HOA
        assert Sweep.objects.get().swept_to == THEN + timedelta(days=400)

    def test_an_earlier_day_undoes_nothing(self) -> None:
        signed(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=SOON)
        sweep(THEN)

        sweep(TODAY)

        assert (home(LAN), Sweep.objects.get().swept_to) == (AN_HOA, THEN)

    def test_a_second_sweep_of_a_day_costs_one_statement(self) -> None:
        sweep(TODAY)

        with CaptureQueriesContext(connection) as captured:
            sweep(TODAY)

        assert [one["sql"] for one in captured if "register_settle_homes" in one["sql"]] == []
        frames = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
        assert len([one for one in captured if not one["sql"].startswith(frames)]) <= 4


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_sweeps_at_once_settle_once() -> None:
    found_staffed_town()
    signed(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=SOON)

    outcomes = at_once(*(lambda: sweep(THEN) for _ in range(4)))

    assert sorted(outcomes) == [0, 0, 0, 1]
    assert (home(LAN), Sweep.objects.count()) == (AN_HOA, 1)


def test_before_anybody_is_known_a_sweep_finds_nothing() -> None:
    found_town()
    know_people()

    sweep(TODAY)

    assert Person.objects.filter(home__isnull=False).count() == 0
