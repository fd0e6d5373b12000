"""The page of all findings, and the parts of a unit's and a person's page; each within the reader's reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.undoing import undone
from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.tests.staff import HUNG, LAN, MAI
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, NOBODY, unit
from tinhgon.people.tests.town import BUDGET, Visit, make_town, visitor
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import new, signed

pytestmark = pytest.mark.django_db
DAY = "?on=2024-06-01"
LIST = f"/findings/{DAY}"
SMALL = 60  # wards of 900 people
ADDRESSES = ("/findings/", f"/findings/units/{CAI_KHE}/", f"/findings/people/{LAN}/")
REACHED, WARDS = "retirement.reached", "units.ward_size"


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A town with sixty wards that are too small; Lan, Hùng and Mai have reached the age."""
    with django_db_blocker.unblock(), undone():
        _found()
        yield


@pytest.fixture
def cast(town: None, db: None) -> dict[str, User]:
    return {one.username: one for one in User.objects.all()}


def _found() -> None:
    make_town()
    wards = (new(f"Phường Nhỏ {number:02}", population=900, area_km2=Decimal(1)) for number in range(SMALL))
    signed(*(ops.Establish(unit=one) for one in wards), on=date(2021, 1, 1))
    Person.objects.filter(pk__in=[LAN, HUNG, MAI]).update(
        born=date(1966, 3, 1), born_precision="month", sex="female"
    )


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def listed(page: str) -> list[str]:
    """Give the names of the list, without the tables above it."""
    return re.findall(r'<li><a href="[^"]*"><b>([^<]*)</b>', page)


def count(page: str) -> int:
    found = re.search(r'id="listed">.*?<small>([\d.]+) phát hiện', page, re.DOTALL)
    return int(found[1].replace(".", "")) if found else 0


class TestTheList:
    def test_it_counts_by_rule_and_by_unit(self, visit: Visit) -> None:
        page = text(visit(LIST))

        assert "Đến tuổi nghỉ hưu mà còn giữ chức vụ" in page
        assert "Quận Ninh Kiều" in page
        assert "1211/2016/UBTVQH13" in page
        assert f"/rules/{WARDS}/?on=2024-06-01" in page

    def test_it_goes_by_pages(self, visit: Visit) -> None:
        first, second = (text(visit(f"{LIST}&rule={WARDS}&page={page}")) for page in (1, 2))

        assert count(first) == count(second) >= 2 * SMALL
        assert len(listed(first)) == 50
        assert listed(first) != listed(second)
        assert listed(text(visit(f"{LIST}&page=999"))) == []

    def test_by_rule(self, visit: Visit) -> None:
        page = text(visit(f"{LIST}&rule={REACHED}"))

        assert sorted(listed(page)) == ["Lê Hùng", "Phạm Mai", "Trần Thị Lan", "Võ Tâm"]
        assert "Bỏ lọc" in page
        assert listed(text(visit(f"{LIST}&rule={REACHED}&weight=unknown"))) == ["Võ Tâm"], "a year alone"
        assert text(visit(f"{LIST}&rule=khong.co")).count("Bỏ lọc") == 0, "an unknown rule filters nothing"

    @pytest.mark.parametrize("weight", ["block", "warn", "note", "unknown"])
    def test_by_weight(self, weight: str, visit: Visit) -> None:
        page = text(visit(f"{LIST}&weight={weight}"))
        assert count(page) <= count(text(visit(LIST)))
        if weight == "block":
            assert "Không có phát hiện nào như vậy." in page
        if weight == "warn":
            assert {one[:11] for one in listed(page)} == {"Phường Nhỏ "}

    def test_the_weights_make_up_the_whole(self, visit: Visit) -> None:
        parts = [
            count(text(visit(f"{LIST}&weight={weight}"))) for weight in ("block", "warn", "note", "unknown")
        ]
        assert sum(parts) == count(text(visit(LIST)))

    def test_by_unit(self, visit: Visit) -> None:
        page = text(visit(f"{LIST}&unit={NINH_KIEU}&rule={REACHED}"))

        assert sorted(listed(page)) == ["Lê Hùng", "Phạm Mai", "Trần Thị Lan"]
        assert count(text(visit(f"{LIST}&unit={NOBODY}"))) == 0
        assert count(text(visit(f"{LIST}&unit=x"))) == count(text(visit(LIST)))

    def test_before_the_first_rule_it_is_empty_and_says_so(self, visit: Visit) -> None:
        assert "Không có phát hiện nào vào ngày này" in text(visit("/findings/?on=2015-01-01"))

    def test_a_day_that_is_none_is_refused(self, visit: Visit) -> None:
        assert visit("/findings/?on=31/02/2026").status_code < 500

    def test_in_english(self, cast: dict[str, User]) -> None:
        client = Client()
        client.force_login(cast["lan"])
        client.cookies["django_language"] = "en"
        page = text(client.get(LIST))

        assert "Findings by the rules" in page
        assert "Reached the retirement age in" in text(client.get(f"{LIST}&rule={REACHED}"))
        assert not [word for word in ("Phải dừng", "Danh sách", "Theo quy tắc") if word in page]


class TestReach:
    def test_a_clerk_of_one_ward_sees_and_counts_its_people_only(self, visit: Visit) -> None:
        page = text(visit(f"{LIST}&rule={REACHED}", who="tam"))

        assert sorted(listed(page)) == ["Lê Hùng", "Trần Thị Lan"]
        assert count(page) == 2
        assert "Phạm Mai" not in page
        assert f"/people/{MAI}/" not in page

    def test_who_reads_names_sees_all(self, visit: Visit) -> None:
        assert count(text(visit(f"{LIST}&rule={REACHED}", who="mai"))) == 4

    @pytest.mark.parametrize(
        "path", ["/findings/", f"/findings/units/{CAI_KHE}/", f"/findings/people/{LAN}/"]
    )
    @pytest.mark.parametrize("who", ["khach", "nga", "quy"])
    def test_who_may_read_nothing_gets_nothing(self, path: str, who: str, visit: Visit) -> None:
        answer = visit(path, who=who)

        assert answer.status_code in (403, 404)
        assert "Lan" not in answer.content.decode().replace("Nguyễn Thị Lan", "")

    def test_somebody_unknown_is_asked_to_log_in(self, cast: dict[str, User]) -> None:
        for path in ADDRESSES:
            answer = Client().get(path)
            assert (answer.status_code, "login" in answer["Location"]) == (302, True)

    @pytest.mark.parametrize("person", [MAI, NOBODY])
    def test_of_a_stranger_there_is_no_page(self, person: UUID, visit: Visit) -> None:
        assert visit(f"/findings/people/{person}/{DAY}", who="tam").status_code == 404


@pytest.fixture(params=[f"/findings/units/{AN_HOA}/", f"/findings/people/{LAN}/"])
def part(request: pytest.FixtureRequest) -> Iterator[str]:
    yield f"{request.param}{DAY}"


class TestParts:
    def asked(self, cast: dict[str, User], path: str) -> str:
        client = Client()
        client.force_login(cast["lan"])
        return text(client.get(path, headers={"HX-Request": "true"}))

    def test_a_part_is_a_card_and_alone_it_is_a_page(
        self, part: str, cast: dict[str, User], visit: Visit
    ) -> None:
        card, page = self.asked(cast, part), text(visit(part))

        assert card.lstrip().startswith("<section")
        assert "<html" not in card
        assert "<html" in page
        assert "theo quy định tại 01/06/2024" in card
        assert "theo quy định tại 01/06/2024" in page

    def test_of_a_unit(self, cast: dict[str, User]) -> None:
        card = self.asked(cast, f"/findings/units/{unit('Phường Nhỏ 00')}/{DAY}")

        assert "Dân số 900 người" in card
        assert "1211/2016/UBTVQH13" in card

    def test_of_a_person(self, cast: dict[str, User]) -> None:
        assert "Đủ tuổi nghỉ hưu trong tháng" in self.asked(cast, f"/findings/people/{LAN}/{DAY}")

    def test_where_nothing_is_found_it_says_so(self, cast: dict[str, User]) -> None:
        card = self.asked(cast, f"/findings/units/{CAI_KHE}/?on=2015-01-01")
        assert "Các quy tắc đang được xét không nêu điều gì." in card

    def test_a_unit_that_never_was(self, visit: Visit) -> None:
        assert visit(f"/findings/units/{NOBODY}/").status_code == 404

    def test_the_pages_of_unit_and_person_fetch_theirs(self, visit: Visit) -> None:
        assert f'hx-get="/findings/units/{CAI_KHE}/' in text(visit(f"/units/{CAI_KHE}/{DAY}"))
        assert f'hx-get="/findings/people/{LAN}/' in text(visit(f"/people/{LAN}/{DAY}"))

    def test_they_cost_little(self, part: str, visit: Visit) -> None:
        assert visit(part).status_code == 200, f"within {BUDGET} statements"
