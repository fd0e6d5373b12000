"""Pages of posts, holders, quotas and vacancies: what they say, to whom, and at what cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from tests.cast import make_cast
from tinhgon.core import operations as ops
from tinhgon.core.tests.staff import CHAIR, EXPERTS, HUNG, LAN, OTHER_CHAIR, TAM
from tinhgon.core.tests.world import AN_HOA, BINH_THUY, CAI_KHE, DAY, NINH_KIEU
from tinhgon.register.models import Decision
from tinhgon.register.tests.drafting import client_of
from tinhgon.register.tests.factories import new, signed
from tinhgon.register.tests.staffed import clerk_of, staff_town
from tinhgon.register.tests.test_pages_units import text

pytestmark = pytest.mark.django_db
BUDGET = 15
INNER = ("SAVEPOINT", "RELEASE", "BEGIN", "SELECT set_config")  # of the test's own transaction
HIDDEN = "người ngoài phạm vi xem"
Cast = Mapping[str, AbstractBaseUser]
Visit = Callable[..., HttpResponse]


@pytest.fixture
def cast(db: None) -> dict[str, Any]:
    """Staff the town; add a clerk whose reach is one ward to the known cast."""
    staff_town()
    return {**make_cast([BINH_THUY]), "ward": clerk_of(CAI_KHE)}


@pytest.fixture
def visit(cast: Cast) -> Visit:
    """Open a page as somebody and hold it to the budget of statements."""

    def open_page(path: str, who: str = "lan", *, language: str = "vi") -> HttpResponse:
        client = client_of(cast[who], language)
        with CaptureQueriesContext(connection) as statements:
            answer = client.get(path)
        said = [one["sql"] for one in statements if not one["sql"].startswith(INNER)]
        assert len(said) <= BUDGET, "\n".join(sql[:200] for sql in said)
        return answer

    return open_page


class TestUnitPage:
    def test_posts_holders_quotas(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{CAI_KHE}/"))

        assert "Chủ tịch Ủy ban nhân dân Người đứng đầu 1 TL Trần Thị Lan 01/03/2010" in shown
        assert "Công chức 3 – 2 còn 1" in shown
        assert "còn trống 2 chỗ" in shown
        assert "Lập 3 vị trí" in shown
        assert "Giao biên chế công chức: 3" in shown

    def test_a_holder_out_of_reach_is_one_word(self, visit: Visit) -> None:
        page = visit(f"/units/{AN_HOA}/", "ward").content.decode()

        assert HIDDEN in page
        assert "Phạm Mai" not in page

    def test_in_english(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{CAI_KHE}/", language="en"))

        assert "Chair of the People&#x27;s Committee" in shown
        assert "2 seats vacant" in shown

    def test_before_the_posts_there_are_none(self, visit: Visit) -> None:
        assert "Trần Thị Lan" not in text(visit(f"/units/{CAI_KHE}/?on=2009-01-01"))

    def test_too_many_are_told_in_words(self, visit: Visit) -> None:
        signed(ops.SetQuota(unit=CAI_KHE, staff="civil_servant", number=1), on=DAY)

        assert "vượt 1 người" in text(visit(f"/units/{CAI_KHE}/"))

    def test_a_parent_tells_what_it_gave(self, visit: Visit) -> None:
        assert "Công chức 40 3 0 còn 37" in text(visit(f"/units/{NINH_KIEU}/"))

    def test_who_has_no_role_sees_nothing(self, visit: Visit) -> None:
        unit = f"/units/{CAI_KHE}/"
        for path in (unit, f"/posts/{CHAIR}/", "/vacancies/", f"{unit}chart/posts/", f"{unit}chart.json"):
            answer = visit(path, "khach")
            assert answer.status_code in (403, 404)
            assert "Trần Thị Lan" not in answer.content.decode()


class TestPostPage:
    def test_holders_through_time(self, visit: Visit) -> None:
        signed(ops.Release(person=LAN, post=CHAIR), on=DAY)

        now, then = text(visit(f"/posts/{CHAIR}/")), text(visit(f"/posts/{CHAIR}/?on=2012-01-01"))

        assert "trống 1 chỗ" in now
        assert "Trần Thị Lan 01/03/2010 30/06/2015" in now
        assert "Đủ người" in then

    def test_on_a_phone_each_cell_bears_the_name_of_its_column(self, visit: Visit) -> None:
        page = visit(f"/posts/{CHAIR}/").content.decode()

        assert page.count('class="tbl cards"') == 2
        for column in ("Từ", "Đến hết", "Nhiệm kỳ đến", "Đơn vị", "Khác giai đoạn trước", "Quyết định"):
            assert f'data-title="{column}"' in page

    def test_the_way_up_and_down(self, visit: Visit) -> None:
        shown = text(visit(f"/posts/{EXPERTS}/"))

        assert shown.index("Chủ tịch Ủy ban nhân dân") < shown.index("Phó Chủ tịch Ủy ban nhân dân")
        assert "Phó Chủ tịch" in text(visit(f"/posts/{CHAIR}/"))

    def test_out_of_reach(self, visit: Visit) -> None:
        page = visit(f"/posts/{OTHER_CHAIR}/", "ward").content.decode()

        assert HIDDEN in page
        assert "văn bản ngoài phạm vi xem" in page
        assert "Phạm Mai" not in page

    def test_no_such_post(self, visit: Visit) -> None:
        assert visit(f"/posts/{LAN}/").status_code == 404


class TestVacancies:
    def test_listed_by_unit_and_filtered(self, visit: Visit) -> None:
        signed(ops.Release(person=LAN, post=CHAIR), on=DAY)

        assert "3 chỗ trống 2 vị trí" in text(visit("/vacancies/"))
        shown = text(visit(f"/vacancies/?rank=head&unit={NINH_KIEU}"))
        assert "1 chỗ trống 1 vị trí" in shown
        assert "01/07/2015" in shown

    def test_as_a_workbook(self, visit: Visit) -> None:
        assert visit("/export/vacancies.xlsx").content[:2] == b"PK"


class TestCharts:
    def test_the_chart_tells_who_leads(self, visit: Visit) -> None:
        found = visit(f"/units/{NINH_KIEU}/chart.json", "ward").json()

        boxes = {one["name"]: one for one in found["children"]}
        assert [one["initials"] for one in boxes["Phường Cái Khế"]["people"]] == ["TL", "LH"]
        assert boxes["Phường Cái Khế"]["vacant"] == "2 trống"
        assert boxes["Phường An Hòa"]["people"][0]["name"] == HIDDEN

    def test_by_posts(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{CAI_KHE}/chart/posts/"))

        assert "Trần Thị Lan" in shown
        assert shown.index("Trần Thị Lan") < shown.index("Lê Hùng")


class TestMergers:
    def test_a_merger_is_one_line(self, visit: Visit) -> None:
        merged = new("Phường Mới")
        members = (ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA))
        decision = signed(ops.Merge(members=members, into=merged), on=DAY, title="Hợp nhất").decision

        page = text(visit(f"/decisions/{decision.pk}/"))
        unit = text(visit(f"/units/{merged.id}/"))

        assert "3 vị trí, 2 người chuyển theo" in page
        assert "Nhận 4 vị trí từ Phường Cái Khế và Phường An Hòa" in unit
        assert "Trần Thị Lan" in unit


class TestDecisions:
    def test_of_people_out_of_reach_there_is_no_trace(self, visit: Visit) -> None:
        theirs = Decision.objects.get(title="Về việc bổ nhiệm Võ Tâm")
        ours = Decision.objects.get(title="Về việc bổ nhiệm Trần Thị Lan")

        assert visit(f"/decisions/{theirs.pk}/", "ward").status_code == 404
        assert visit(f"/api/decisions/{theirs.pk}", "ward").status_code == 404
        assert visit(f"/decisions/{ours.pk}/", "ward").status_code == 200
        for path in ("/decisions/", "/search/?q=bổ+nhiệm", "/api/decisions", "/api/events?limit=1000",
                     "/search/decisions/?q=bổ+nhiệm", "/export/register.jsonld"):  # fmt: skip
            page = b"".join(visit(path, "ward")).decode()  # type: ignore[call-overload]
            assert "Võ Tâm" not in page, path
            assert str(TAM) not in page, path

    def test_one_of_several_suffices_but_others_stay_hidden(self, visit: Visit) -> None:
        both = signed(
            ops.ChangeGrade(person=LAN, grade="expert", step=3), ops.ChangeGrade(person=TAM, grade="expert"),
            on=DAY, title="Nâng bậc",
        ).decision  # fmt: skip

        page = text(visit(f"/decisions/{both.pk}/", "ward"))

        assert "Chuyên viên, bậc 3" in page
        assert "và 1 người ngoài phạm vi xem" in page
        assert "Võ Tâm" not in page
        for path in (f"/api/decisions/{both.pk}", f"/api/decisions/{both.pk}/changes"):
            assert str(TAM) not in visit(path, "ward").content.decode()

    def test_whole_reach_sees_all(self, visit: Visit) -> None:
        decision = Decision.objects.get(title="Về việc bổ nhiệm Võ Tâm")

        page = text(visit(f"/decisions/{decision.pk}/"))

        assert "nhận vị trí" in page
        assert "Võ Tâm" in page
        assert "Văn thư – Phường Trà An" in page

    def test_moves_and_terms_in_words(self, visit: Visit) -> None:
        decision = signed(ops.TransferPerson(person=HUNG, post=EXPERTS), on=DAY).decision

        shown = text(visit(f"/decisions/{decision.pk}/"))

        assert "điều động" in shown


class TestTree:
    def test_with_occupants(self, visit: Visit) -> None:
        nodes = visit("/api/tree?occupants=1&on=2015-07-01", "ward").json()["nodes"]

        posts = {post["id"]: post for node in nodes for post in node["posts"]}
        assert posts[str(CHAIR)]["holders"][0]["name"] == "Trần Thị Lan"
        assert posts[str(OTHER_CHAIR)]["holders"] == [
            posts[str(OTHER_CHAIR)]["holders"][0] | {"person": None, "name": None}
        ]
        assert "posts" not in visit("/api/tree").json()["nodes"][0]
