"""A paper confirmed: what was accepted is entered, all of it or nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tinhgon.audit.models import Event
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EVERYTHING, Reach
from tinhgon.core.tests.world import AN_HOA, CITY
from tinhgon.documents.actions.choosing import accept_all, add_task, choose, current, save_head
from tinhgon.documents.actions.confirming import confirm
from tinhgon.documents.actions.tray import drop
from tinhgon.documents.findings import ACCEPTED, DROPPED, OPEN
from tinhgon.documents.models import Document, Intake, Reference
from tinhgon.documents.refusals import (
    DuplicateInRegistry,
    FindingsLeft,
    HeadIncomplete,
    IntakeOvertaken,
    IntakeSettled,
    MayNotTakeIn,
    NoSuchFinding,
    ReasonMissing,
    TaskWithoutBearer,
    TaskWithoutMatter,
)
from tinhgon.documents.tests.ground import HEALTH, HOME, TEXT, place, reading, waiting
from tinhgon.documents.tests.taking import TAKEN

pytestmark = pytest.mark.usefixtures("town")
ALL = EVERYTHING


def settled(intake: Intake) -> Intake:
    """Accept all that is clear, and drop the task that is nobody's here."""
    accept_all(intake.pk, reach=ALL)
    return choose(intake.pk, "t3", state=DROPPED, reach=ALL)


def entered(**values: Any) -> Document:
    """Confirm a paper."""
    made = settled(waiting(**values))
    return confirm(made.pk, revision=made.revision, by=None, reach=ALL)


def test_a_confirmed_paper_is_in_the_registry_with_its_head_and_its_text() -> None:
    made = entered()
    assert (made.number, made.number_key, made.issuer) == (
        "12/KH-UBND", "12-kh-ubnd", "Ủy ban nhân dân thành phố",
    )  # fmt: skip
    assert made.issued_on == date(2026, 3, 5)
    assert made.issuer_unit_id == CITY
    assert (made.direction, made.state, made.keeper_id) == ("in", "registered", CITY)
    assert made.text == TEXT
    assert made.recipients == ["Sở Y tế", "Lưu: VT"]
    assert Intake.objects.get().state == Intake.State.CONFIRMED
    assert Event.objects.filter(what=["intake", "confirmed"]).count() == 1


def test_its_tasks_go_to_their_bearers_with_their_days() -> None:
    entered()
    first, second = TAKEN
    assert (first.bearers, first.cooperators, first.due_on) == ((HEALTH,), (HOME,), date(2026, 4, 14))
    assert (first.kind, first.due_words, first.place) == ("issue", "trước ngày 15/4/2026", "1")
    assert TEXT[first.start : first.end] == first.matter
    assert second.every == "month"


def test_a_long_task_is_handed_over_whole() -> None:
    found = reading()
    found["tasks"][0]["words"] = "1. Sở Y tế chủ trì …"
    entered(reading=found)
    assert TAKEN[0].matter.endswith("trước ngày 15/4/2026.")


def test_a_group_expands_to_every_commune_of_the_province() -> None:
    entered()
    assert len(TAKEN[1].bearers) == 5
    assert AN_HOA in TAKEN[1].bearers


def test_what_nobody_has_looked_at_keeps_the_paper_out() -> None:
    made = waiting()
    with pytest.raises(FindingsLeft) as refused:
        confirm(made.pk, revision=made.revision, by=None, reach=ALL)
    assert refused.value.facts["count"] == 5
    assert not Document.objects.exists()


def test_a_task_of_nobody_stays_open_when_all_are_accepted() -> None:
    made = accept_all(waiting().pk, reach=ALL)
    assert [one.code for one in current(made).all if one.state == OPEN] == ["t3"]
    with pytest.raises(TaskWithoutBearer):
        choose(made.pk, "t3", state=ACCEPTED, reach=ALL)


def test_a_task_is_mended_before_it_is_accepted() -> None:
    made = settled(waiting())
    values = {"bearers": [str(HOME)], "due_on": "2026-05-01", "matter": "Báo cáo", "weight": "2.5"}
    made = choose(made.pk, "t3", state=ACCEPTED, values=values, reach=ALL)
    confirm(made.pk, revision=made.revision, by=None, reach=ALL)
    last = TAKEN[-1]
    assert (last.bearers, last.due_on, last.matter) == ((HOME,), date(2026, 5, 1), "Báo cáo")
    assert str(last.weight) == "2.5"


def test_a_task_added_by_hand_goes_along() -> None:
    made = settled(waiting())
    span = place("vệ sinh môi trường")
    made, code = add_task(made.pk, {"matter": "Vệ sinh", "span": span}, reach=ALL)
    made = choose(made.pk, code, state=ACCEPTED, values={"bearers": [str(HEALTH)]}, reach=ALL)
    confirm(made.pk, revision=made.revision, by=None, reach=ALL)
    assert (TAKEN[-1].start, TAKEN[-1].end, TAKEN[-1].bearers) == (*span, (HEALTH,))
    with pytest.raises(TaskWithoutMatter):
        add_task(waiting(text="khác").pk, {"matter": " "}, reach=ALL)


def test_who_opened_the_page_before_another_changed_it_is_told() -> None:
    made = settled(waiting())
    choose(made.pk, "c1", state=DROPPED, reach=ALL)
    with pytest.raises(IntakeOvertaken):
        confirm(made.pk, revision=made.revision, by=None, reach=ALL)
    assert not Document.objects.exists()


def test_a_head_without_issuer_or_day_is_not_enough() -> None:
    bare = {**reading(), "head": {}}
    made = settled(waiting(reading=bare))
    with pytest.raises(HeadIncomplete) as refused:
        confirm(made.pk, revision=made.revision, by=None, reach=ALL)
    assert "cơ quan ban hành" in refused.value.message("vi")
    made = save_head(
        made.pk, {"issuer": "Sở X", "issued_on": "2026-02-28", "abstract": "Về việc Y"}, reach=ALL
    )
    assert confirm(made.pk, revision=made.revision, by=None, reach=ALL).issuer == "Sở X"


def test_if_who_takes_the_tasks_refuses_nothing_is_written(settings: Any) -> None:
    settings.DOCUMENT_TAKERS = [*settings.DOCUMENT_TAKERS, "tinhgon.documents.tests.taking.refuse"]
    made = settled(waiting())
    with pytest.raises(Refused):
        confirm(made.pk, revision=made.revision, by=None, reach=ALL)
    assert not Document.objects.exists()
    assert not Reference.objects.exists()
    assert Intake.objects.get().state == Intake.State.WAITING


def test_numbers_of_arrival_run_on_within_a_year_and_begin_anew_in_the_next() -> None:
    numbers = []
    for day in ("2025-12-30", "2026-01-02", "2026-01-05"):
        head = {**reading()["head"], "number": {"written": f"{day}/KH"}}
        made = settled(waiting(text=f"{TEXT}\n{day}", reading={**reading(), "head": head}))
        made = save_head(made.pk, {"arrived_on": day}, reach=ALL)
        numbers.append(confirm(made.pk, revision=made.revision, by=None, reach=ALL).arrival_number)
    assert numbers == [1, 1, 2]


def test_the_same_document_is_not_entered_twice() -> None:
    entered()
    made = settled(waiting(text=f"{TEXT} bản khác"))
    with pytest.raises(DuplicateInRegistry):
        confirm(made.pk, revision=made.revision, by=None, reach=ALL)
    assert Document.objects.count() == 1


def test_a_file_without_text_can_be_entered_by_hand() -> None:
    made = waiting(text="", reading={}, state="unreadable", fault={"vi": "ảnh quét", "en": "scanned"})
    made = save_head(
        made.pk, {"issuer": "Sở X", "issued_on": "2026-02-28", "abstract": "Về việc Y"}, reach=ALL
    )
    assert confirm(made.pk, revision=made.revision, by=None, reach=ALL).text == ""


def test_a_file_is_dropped_with_a_reason_and_then_stays_so() -> None:
    made = waiting()
    with pytest.raises(ReasonMissing):
        drop(made.pk, reason=" ", by=None, reach=ALL)
    assert drop(made.pk, reason="Gửi nhầm", by=None, reach=ALL).state == Intake.State.DROPPED
    for act in (
        lambda: choose(made.pk, "c1", state=ACCEPTED, reach=ALL),
        lambda: accept_all(made.pk, reach=ALL),
    ):
        with pytest.raises(IntakeSettled):
            act()


def test_only_a_clerk_of_the_unit_may() -> None:
    made = waiting()
    for act in (
        lambda: confirm(made.pk, revision=1, by=None, reach=Reach()),
        lambda: choose(made.pk, "c1", state=ACCEPTED, reach=Reach()),
        lambda: drop(made.pk, reason="x", by=None, reach=Reach()),
    ):
        with pytest.raises(MayNotTakeIn):
            act()
    with pytest.raises(NoSuchFinding):
        choose(made.pk, "c99", state=ACCEPTED, reach=ALL)
