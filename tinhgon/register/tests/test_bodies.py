"""Bodies that hang from a place in a line without a top of its own: reached from it, and led back to it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import make_cast
from tinhgon.core import operations as ops
from tinhgon.core.rows import GOVERNMENT, TERRITORIAL
from tinhgon.core.tests.world import CAI_KHE, CITY, DAY, NINH_KIEU, unit
from tinhgon.register.queries.bodies import around
from tinhgon.register.tests.factories import new, signed
from tinhgon.register.tests.staffed import staff_town
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db
OFFICE, NAME = unit("Văn phòng phường"), "Văn phòng phường"


@pytest.fixture
def client(db: None) -> Client:
    staff_town()
    signed(ops.Establish(unit=new(NAME, kind="office", parent=CAI_KHE, line=GOVERNMENT)))
    reader = Client()
    reader.force_login(make_cast(area=[CAI_KHE])["mai"])
    return reader


def test_a_body_stands_under_its_place_and_all_above_it(client: Client) -> None:
    found = around(OFFICE, AsOf(DAY), line=TERRITORIAL)

    assert found.name == NAME
    assert [one.id for one in found.above] == [CITY, NINH_KIEU, CAI_KHE]


def test_the_page_of_a_place_lists_its_bodies(client: Client) -> None:
    answer = client.get(f"/units/{CAI_KHE}/?on={DAY}")

    assert [name for name, _, _ in answer.context["bodies"]] == [NAME]
    assert f"/units/{OFFICE}/" in answer.content.decode()


def test_the_page_of_a_body_leads_back_and_does_not_say_that_it_is_not_there(client: Client) -> None:
    shown = client.get(f"/units/{OFFICE}/?on={DAY}").content.decode()

    assert "Phường Cái Khế" in shown
    assert "không đứng trong hệ thống" not in shown
