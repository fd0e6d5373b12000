"""Who may open the register's pages, and what wrong addresses answer."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tinhgon.register.tests.conftest import Visit
from tinhgon.register.tests.places import CAI_KHE, HAU_GIANG

PAGES = [
    "/",
    f"/units/{CAI_KHE}/",
    f"/units/{HAU_GIANG}/branch/?on=2025-06-30",
    f"/units/{HAU_GIANG}/chart/?on=2025-06-30",
    f"/units/{HAU_GIANG}/chart.json?on=2025-06-30",
    "/compare/?a=2025-06-30&on=2025-07-01",
    "/map/",
    "/map/outlines/after.geojson",
    "/search/?q=cai+khe",
]
DATED = [page for page in PAGES if "outlines" not in page]


def with_point(page: str, point: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}{point}"


@pytest.mark.parametrize("page", PAGES)
class TestWhoMayRead:
    def test_a_reader_sees_it(self, page: str, visit: Visit) -> None:
        assert visit(page).status_code == 200

    def test_an_outsider_is_refused(self, page: str, visit: Visit) -> None:
        assert visit(page, who="khach").status_code == 403

    def test_a_stranger_is_sent_to_the_login(self, page: str, visit: Visit) -> None:
        answer = visit(page, who=None)

        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("page", DATED)
class TestWrongPoints:
    def test_a_day_that_does_not_exist_is_refused_plainly(self, page: str, visit: Visit) -> None:
        answer = visit(with_point(page, "on=31/02/2019"))

        assert answer.status_code == 400
        assert "Không có ngày “31/02/2019”" in answer.content.decode()

    def test_a_moment_that_does_not_exist_is_refused_plainly(self, page: str, visit: Visit) -> None:
        answer = visit(with_point(page, "known=hôm+qua"))

        assert answer.status_code == 400
        assert "Không có thời điểm “hôm qua”" in answer.content.decode()


@pytest.mark.parametrize("path", ["/units/{}/", "/units/{}/chart.json"])
def test_an_unknown_unit_is_not_found(path: str, visit: Visit) -> None:
    assert visit(path.format(uuid4())).status_code == 404


def test_an_unknown_line_is_refused_plainly(visit: Visit) -> None:
    answer = visit("/?line=secret")

    assert answer.status_code == 400
    assert "Không có hệ thống “secret”" in answer.content.decode()
