"""The search box and its page, on the real register."""

from __future__ import annotations

import pytest

from tinhgon.register.tests.conftest import Visit
from tinhgon.register.tests.places import CAI_KHE, OLD_CAI_KHE
from tinhgon.register.tests.test_pages_units import text


@pytest.mark.parametrize("wanted", ["cai khe", "CÁI KHẾ", "cái khế", "3112"])
def test_units_are_found_with_and_without_marks_and_by_code(wanted: str, visit: Visit) -> None:
    assert f"/units/{CAI_KHE}/" in visit(f"/search/?q={wanted}").content.decode()


def test_the_living_stand_before_the_ended_and_lead_to_their_days(visit: Visit) -> None:
    answer = visit("/search/?q=cai khe").content.decode()

    assert answer.index(str(CAI_KHE)) < answer.index(f"/units/{OLD_CAI_KHE}/?on=2025-06-30")
    assert "đến hết 30/06/2025" in answer


def test_on_a_day_before_the_merger_the_old_one_lives(visit: Visit) -> None:
    answer = visit("/search/?q=cai khe&on=2025-06-30").content.decode()

    assert answer.index(str(OLD_CAI_KHE)) < answer.index(str(CAI_KHE))


def test_units_of_one_name_are_told_by_what_they_stood_under(visit: Visit) -> None:
    shown = text(visit("/search/?q=phường 1&on=2025-06-30"))

    for parent in ("Thành phố Sóc Trăng", "Thị xã Ngã Năm", "Thị xã Vĩnh Châu"):
        assert f"Phường · {parent}" in shown
    assert "Phường · Quận Ninh Kiều · đến hết 30/06/2025" in text(visit("/search/?q=cai khe"))


def test_documents_are_found_by_number_and_words(visit: Visit) -> None:
    for wanted in ("1668", "sắp xếp các đơn vị hành chính"):
        assert "Nghị quyết 1668/NQ-UBTVQH15" in text(visit(f"/search/?q={wanted}"))


def test_nothing_found_is_said_with_the_day(visit: Visit) -> None:
    shown = text(visit("/search/?q=xyzzy&on=2025-06-30"))

    assert "Không tìm thấy gì khớp với “xyzzy” tại ngày 30/06/2025" in shown


def test_nothing_asked_shows_the_box_only(visit: Visit) -> None:
    assert "khớp với" not in text(visit("/search/"))


def test_the_dialog_gets_a_fragment(visit: Visit) -> None:
    answer = visit("/search/?q=cai khe", headers={"HX-Request": "true", "HX-Target": "results"})

    assert "<html" not in answer.content.decode()
    assert str(CAI_KHE) in answer.content.decode()
