"""The pages of directives: who may open them, what they say, how many statements they take."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core.tests.world import AN_HOA, BINH_THUY, CAI_KHE, NINH_KIEU, NOBODY, THOI_BINH
from tinhgon.directives.models import Act, Obligation
from tinhgon.directives.pages.board import CARDS
from tinhgon.directives.tests.ground import directive, obligation
from tinhgon.people.tests.town import Visit, visitor

pytestmark = pytest.mark.django_db
WARDS = (CAI_KHE, AN_HOA, THOI_BINH)
MANY = 240
PAGES = (
    "", "?mine=1", "?due=month", "list/", "list/?sort=-late&standing=late", "calendar/", "heat/",
    "heat/?by=directive", "leading/", "lateness/", "lateness/?by=person", "lateness/?by=directive",
    "cascades/", "mine/", "column/overdue/?page=2",
)  # fmt: skip


def today() -> date:
    return timezone.localdate()


def ahead(days: int) -> date:
    return today() + timedelta(days=days)


@pytest.fixture
def cast(town: None) -> dict[str, User]:
    return make_cast(area=[CAI_KHE])


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


@pytest.fixture
def late(cast: dict[str, User]) -> Obligation:
    """Cái Khế is ten days late with what Ninh Kiều gave."""
    of = directive(NINH_KIEU, on=ahead(-40))
    made = obligation(
        of, CAI_KHE, matter="Rà soát quy chế làm việc", due_on=ahead(-10), first_due_on=ahead(-10),
        assigned_on=ahead(-40), place="Đ2.1",
    )  # fmt: skip
    Act.objects.create(obligation=made, kind="assigned", unit_after_id=CAI_KHE)
    return made


def many() -> None:
    """Put a few hundred obligations on the wards, some in parts, in every state."""
    of = [
        directive(NINH_KIEU, on=ahead(-300), number=f"{n}/KH-UBND", number_key=f"{n}-kh") for n in (1, 2, 3)
    ]
    rows = []
    for n in range(MANY):
        due = ahead(n % 200 - 150)
        state = ("open", "open", "reported", "done", "returned", "cancelled")[n % 6]
        done = min(due, today()) if state in ("reported", "done") else None
        rows.append(
            Obligation(
                directive=of[n % 3], assigner_id=NINH_KIEU, unit_id=WARDS[n % 3], matter=f"Việc số {n}",
                assigned_on=ahead(-300), due_on=due, first_due_on=due, state=state, done_on=done,
                kind=("task", "issue", "report")[n % 3], parent=rows[0] if 0 < n < 40 else None,
            )
        )  # fmt: skip
    Obligation.objects.bulk_create(rows)


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer.content[:400]
    return str(answer.content.decode())


class TestReach:
    @pytest.mark.parametrize("page", PAGES)
    def test_every_page_keeps_within_the_budget(self, page: str, visit: Visit) -> None:
        many()
        text(visit(f"/directives/{page}"))

    def test_so_do_the_pages_of_one(self, visit: Visit, late: Obligation) -> None:
        many()
        whole = Obligation.objects.exclude(parts=None).first()
        assert whole is not None
        for path in (
            f"cascades/{whole.directive_id}/", f"of/{whole.directive_id}/", f"{whole.pk}/",
            f"{whole.pk}/branch/", f"{late.pk}/?do=divide", f"{late.pk}/?do=name", f"review/{today().year}/",
        ):  # fmt: skip
            text(visit(f"/directives/{path}"))

    @pytest.mark.parametrize("who", ["khach", "nga", "quy"])
    def test_who_reads_nothing_internal_sees_nothing(self, who: str, visit: Visit, late: Obligation) -> None:
        pages = (
            *PAGES,
            f"{late.pk}/",
            f"cascades/{late.directive_id}/",
            "review/2026/",
            "list.csv",
            "list.xlsx",
        )
        for page in pages:
            answer = visit(f"/directives/{page}", who=who)
            assert answer.status_code == 403, page
            assert "Rà soát quy chế" not in answer.content.decode()
        assert visit(f"/directives/{late.pk}/report/", who=who, done_on="x").status_code == 403

    def test_a_clerk_of_one_ward_sees_its_own_alone(self, visit: Visit, late: Obligation) -> None:
        other = obligation(late.directive, AN_HOA, matter="Việc của An Hòa", due_on=ahead(3))
        for page in ("", "list/", f"cascades/{late.directive_id}/", f"of/{late.directive_id}/"):
            shown = text(visit(f"/directives/{page}", who="tam"))
            assert "Rà soát quy chế" in shown, page
            assert "Việc của An Hòa" not in shown, page
        assert visit(f"/directives/{other.pk}/", who="tam").status_code == 404
        assert visit(f"/directives/{other.pk}/report/", who="tam", done_on="x").status_code == 404
        assert "Việc của An Hòa" not in text(visit("/directives/list.csv", who="tam"))

    def test_who_only_reads_is_offered_nothing_to_do(self, visit: Visit, late: Obligation) -> None:
        page = text(visit(f"/directives/{late.pk}/", who="mai"))
        assert "Việc có thể làm" not in page
        assert visit(f"/directives/{late.pk}/report/", who="mai", done_on="x").status_code == 403
        assert visit("/directives/list.csv", who="mai").status_code == 403

    def test_somebody_unknown_is_asked_to_log_in(self, late: Obligation) -> None:
        answer = Client().get(f"/directives/{late.pk}/")
        assert (answer.status_code, "login" in answer["Location"]) == (302, True)


class TestShown:
    def test_the_board_says_by_how_many_days_in_words(self, visit: Visit, late: Obligation) -> None:
        obligation(late.directive, AN_HOA, matter="Báo cáo quý", due_on=today())
        page = text(visit("/directives/"))
        assert "quá hạn 10 ngày" in page
        assert "hạn hôm nay" in page
        assert re.search(r'id="column-overdue".*?<span class="count">1</span>', page, re.DOTALL)

    def test_an_empty_board_says_where_tasks_come_from(self, visit: Visit) -> None:
        assert "Chưa có nhiệm vụ nào" in text(visit("/directives/"))
        assert "Không có nhiệm vụ nào như vậy" in text(visit("/directives/?q=gì"))

    def test_it_is_narrowed_by_unit_with_what_is_below(self, visit: Visit, late: Obligation) -> None:
        assert "Rà soát quy chế" in text(visit(f"/directives/?unit={NINH_KIEU}"))
        assert "Rà soát quy chế" not in text(visit(f"/directives/?unit={NINH_KIEU}&alone=1"))
        assert "Rà soát quy chế" not in text(visit(f"/directives/?unit={BINH_THUY}"))

    @pytest.mark.parametrize(
        ("asked", "found"),
        [("q=quy+chế", 1), ("q=157", 1), ("kind=issue", 0), ("kind=task", 1), ("standing=overdue", 1),
         ("standing=late", 1), ("standing=done", 0), ("mine=1", 0), ("due=week", 0), ("unit=x", 1),
         ("person=%00", 1), ("kind=x&standing=y&due=z&page=9x", 1)],
    )  # fmt: skip
    def test_the_list_has_what_is_asked_for(
        self, asked: str, found: int, visit: Visit, late: Obligation
    ) -> None:
        page = text(visit(f"/directives/list/?{asked}"))
        assert page.count("Rà soát quy chế") == found

    def test_a_day_that_does_not_exist_is_refused_in_words(self, visit: Visit) -> None:
        answer = visit("/directives/list/?from=30/02/2026")
        assert answer.status_code == 400
        assert "30/02/2026" in answer.content.decode()

    def test_the_list_goes_out_as_csv_and_xlsx(self, visit: Visit, late: Obligation) -> None:
        csv = text(visit("/directives/list.csv", who="tam"))
        assert "Rà soát quy chế làm việc" in csv
        assert f"{late.due_on:%d/%m/%Y}" in csv
        assert visit("/directives/list.xlsx").content[:2] == b"PK"
        assert visit("/directives/lateness.xlsx").content[:2] == b"PK"
        assert visit(f"/directives/review/{today().year}.xlsx").content[:2] == b"PK"
        assert "Phường Cái Khế" in text(visit("/directives/lateness.csv"))

    def test_the_calendar_begins_on_monday_and_names_days_off(self, visit: Visit, late: Obligation) -> None:
        page = text(visit("/directives/calendar/?month=2026-09"))
        assert page.index("Thứ Hai") < page.index("Chủ Nhật")
        assert "Quốc khánh" in page
        day = late.due_on
        shown = text(visit(f"/directives/calendar/?month={day:%Y-%m}&day={day:%Y-%m-%d}"))
        assert "Rà soát quy chế" in shown
        assert text(visit("/directives/calendar/?month=2026-13&day=30/02/2026"))

    def test_the_cascade_tells_who_is_late_in_words(self, visit: Visit, late: Obligation) -> None:
        obligation(late.directive, CAI_KHE, parent=late, assigner_id=CAI_KHE, matter="Phần một",
                   due_on=ahead(-2), weight=3)  # fmt: skip
        obligation(late.directive, CAI_KHE, parent=late, assigner_id=CAI_KHE, matter="Phần hai",
                   state="done", done_on=today(), weight=1)  # fmt: skip
        page = text(visit(f"/directives/cascades/{late.directive_id}/"))
        assert "1 phần quá hạn" in page
        assert "25 %" in page
        assert "Phần một" not in page, "a branch is fetched when it is opened"
        assert "Phần một" in text(visit(f"/directives/{late.pk}/branch/"))
        assert visit(f"/directives/cascades/{NOBODY}/").status_code == 404

    def test_what_gathers_parts_is_nobodys_to_do(self, visit: Visit, late: Obligation) -> None:
        whole = obligation(
            late.directive, NINH_KIEU, matter="Giao các phường", due_on=ahead(-5), gathers=True
        )
        obligation(late.directive, AN_HOA, parent=whole, matter="Phần của An Hòa", due_on=ahead(-5))
        assert "Giao các phường" not in text(visit("/directives/"))
        assert "Báo cáo hoàn thành" not in text(visit(f"/directives/{whole.pk}/"))
        assert "Giao các phường" in text(visit(f"/directives/cascades/{late.directive_id}/"))

    def test_a_cell_of_the_heat_map_opens_what_it_counts(self, visit: Visit, late: Obligation) -> None:
        page = text(visit("/directives/heat/"))
        cell = re.search(r'<td class="heat-cell heat-4"><a href="([^"]+)"><b>1</b>', page)
        assert cell is not None
        assert "Rà soát quy chế" in text(visit(cell[1].replace("&amp;", "&")))
        assert "Chưa có nhiệm vụ nào đến hạn" in text(visit("/directives/heat/?q=gì"))

    def test_the_leader_sees_what_is_overdue_by_unit_and_directive(
        self, visit: Visit, late: Obligation
    ) -> None:
        page = text(visit("/directives/leading/"))
        assert "lâu nhất 10 ngày" in page
        assert "157/KH-UBND" in page
        assert page.index("Quá hạn lâu nhất") < page.index('id="l-week"')

    def test_a_figure_of_lateness_opens_its_records(self, visit: Visit, late: Obligation) -> None:
        page = text(visit("/directives/lateness/"))
        figures = re.findall(r'href="(/directives/lateness/records/[^"]*figure=overdue[^"]*)">1<', page)
        assert len(figures) == 2, "of the unit, and of all"
        for url in figures:
            assert "Rà soát quy chế" in text(visit(url.replace("&amp;", "&")))
        assert visit("/directives/lateness/?from=02/01/2026&to=01/01/2026").status_code == 400

    def test_the_review_of_a_year_counts_by_unit(self, visit: Visit, late: Obligation) -> None:
        assert "Phường Cái Khế" in text(visit(f"/directives/review/{late.due_on.year}/"))
        assert "Năm này chưa có nhiệm vụ nào" in text(visit("/directives/review/2001/"))
        assert visit("/directives/review/99999/").status_code == 404

    def test_the_first_page_fetches_what_is_due_today(self, visit: Visit, late: Obligation) -> None:
        client = Client()
        client.force_login(User.objects.get(username="tam"))
        assert 'hx-get="/directives/mine/"' in text(client.get("/"))
        assert "Rà soát quy chế" in text(visit("/directives/mine/", who="tam"))

    def test_a_document_tells_what_it_obliges_to(self, visit: Visit, late: Obligation) -> None:
        assert "Nhiệm vụ từ văn bản này" in text(visit(f"/directives/of/{late.directive_id}/"))
        assert text(visit(f"/directives/of/{NOBODY}/")).strip() == ""

    def test_more_of_a_column_comes_until_there_is_none(self, visit: Visit) -> None:
        many()
        first = text(visit("/directives/"))
        more = re.search(r'hx-get="(/directives/column/overdue/[^"]+)"', first)
        assert more is not None
        seen, address = CARDS, more[1].replace("&amp;", "&")
        while address:
            part = text(visit(address))
            seen += part.count('class="task ')
            found = re.search(r'hx-get="([^"]+)"', part)
            address = found[1].replace("&amp;", "&") if found else ""
        assert seen == Obligation.objects.filter(state="open", due_on__lt=today()).count()
        assert visit("/directives/column/x/").status_code == 404

    def test_in_english(self, cast: dict[str, User], late: Obligation) -> None:
        client = Client()
        client.force_login(cast["lan"])
        client.cookies["django_language"] = "en"
        for page in ("", "leading/", f"{late.pk}/"):
            shown = text(client.get(f"/directives/{page}"))
            assert "10 days overdue" in shown
            assert not [word for word in ("Quá hạn", "Chờ xác nhận", "Việc có thể làm") if word in shown]
