"""The list, the dashboard and the search: within reach, as of the day, within the budget."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.undoing import undone
from tinhgon.access import queries
from tinhgon.access.actions.demo import Demo, play
from tinhgon.access.models import User
from tinhgon.audit.models import Event
from tinhgon.core import operations as ops
from tinhgon.core.tests.staff import ARCHIVIST, DEPUTY, HUNG, LAN
from tinhgon.core.tests.world import CAI_KHE, DAY, NINH_KIEU
from tinhgon.people.models import SavedView
from tinhgon.people.tests.town import Visit, make_town, visitor
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import signed

pytestmark = pytest.mark.django_db
NAMES = ("Trần Thị Lan", "Lê Hùng", "Phạm Mai", "Võ Tâm")
NOW = f"?on={DAY}"
PAGES = ("/people/", "/people/dashboard/", "/people/upcoming/", "/people/export.xlsx",
         "/people/upcoming/export.xlsx", f"/people/{LAN}/", "/people/new/", f"/people/{LAN}/name/",
         "/people/units/")  # fmt: skip


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), undone():
        make_town()
        yield


@pytest.fixture
def cast(town: None, db: None) -> dict[str, User]:
    return {one.username: one for one in User.objects.all()}


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


def names_in(answer: object) -> list[str]:
    text = answer.content.decode()  # type: ignore[attr-defined]
    return [name for name in NAMES if name in text]


class TestReach:
    def test_a_signer_sees_all(self, visit: Visit) -> None:
        assert names_in(visit(f"/people/{NOW}")) == list(NAMES)

    def test_a_clerk_of_one_unit_sees_its_people_alone(self, visit: Visit) -> None:
        answer = visit(f"/people/{NOW}", who="tam")

        assert names_in(answer) == ["Trần Thị Lan", "Lê Hùng"]
        assert "<b>2</b> người giữ chức vụ" in answer.content.decode()

    def test_an_export_holds_whom_one_may_export(self, cast: dict[str, User], visit: Visit) -> None:
        play(cast["tam"], Demo("Đặng Minh Tâm", "reader"))
        assert names_in(visit(f"/people/{NOW}", who="tam")) == list(NAMES)
        content = visit(f"/people/export.xlsx{NOW}", who="tam").content
        said = str(CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python())
        assert [name for name in NAMES if name in said] == ["Trần Thị Lan", "Lê Hùng"]

    @pytest.mark.parametrize("page", PAGES)
    @pytest.mark.parametrize("who", ["khach", "nga", "quy"])
    def test_whoever_reaches_nobody_finds_no_page(self, visit: Visit, page: str, who: str) -> None:
        answer = visit(page, who=who)

        assert answer.status_code == 404
        assert not names_in(answer)

    def test_a_reader_may_not_take_lists_away_or_write(self, visit: Visit) -> None:
        for page in ("/people/export.xlsx", "/people/new/", f"/people/{LAN}/name/"):
            assert visit(page, who="mai").status_code == 404

    def test_figures_count_whom_the_reader_reaches(self, visit: Visit) -> None:
        figures = visit(f"/people/dashboard/{NOW}", who="tam").context["figures"]

        assert (figures.people, figures.posts["civil_servant", "head"]) == (2, 1)

    def test_the_search_finds_people_within_reach_alone(self, visit: Visit) -> None:
        assert names_in(visit(f"/search/{NOW}&q=tran+thi+lan", who="tam")) == ["Trần Thị Lan"]
        assert not names_in(visit(f"/search/{NOW}&q=pham+mai", who="tam"))
        assert "Chủ tịch Ủy ban nhân dân · Phường Cái Khế" in visit(f"/search/{NOW}&q=lan").content.decode()

    def test_nothing_is_kept_in_between(self, visit: Visit) -> None:
        assert "no-store" in visit("/people/")["Cache-Control"]
        assert "no-store" in visit(f"/people/{LAN}/")["Cache-Control"]


class TestList:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("q=tran+lan", ["Trần Thị Lan"]),
            (f"unit={CAI_KHE}", ["Trần Thị Lan", "Lê Hùng"]),
            (f"unit={NINH_KIEU}", ["Trần Thị Lan", "Lê Hùng", "Phạm Mai"]),
            ("title=archivist", ["Võ Tâm"]),
            ("rank=head", ["Trần Thị Lan", "Phạm Mai"]),
            ("staff=cadre", []),
            ("how=acting", []),
            ("sex=male", []),
            ("born_from=1985&born_to=1985", list(NAMES)),
            ("born_from=1986", []),
            ("rank=head&sort=unit&down=1", ["Trần Thị Lan", "Phạm Mai"]),
            ("idle=1", []),
            ("unit=x&rank=y&born_from=z&sort=w&page=no&term_before=?", list(NAMES)),
        ],
    )
    @pytest.mark.parametrize("sort", ["", "&sort=unit", "&sort=title&down=1", "&sort=term", "&sort=born"])
    def test_filters(self, visit: Visit, asked: str, found: list[str], sort: str) -> None:
        assert names_in(visit(f"/people/{NOW}&{asked}{sort}")) == found

    def test_names_stand_in_vietnamese_order(self, visit: Visit) -> None:
        rows = [row.name for row in visit(f"/people/{NOW}").context["rows"]]

        assert rows == ["Lê Hùng", "Trần Thị Lan", "Phạm Mai", "Võ Tâm"]

    def test_before_anybody_held_a_post_all_are_idle(self, visit: Visit) -> None:
        assert not names_in(visit("/people/?on=2005-01-01"))
        assert names_in(visit("/people/?on=2005-01-01&idle=1")) == list(NAMES)

    def test_who_holds_two_posts_stands_once_under_the_main_one(self, visit: Visit) -> None:
        signed(ops.Appoint(person=LAN, post=ARCHIVIST, how="acting"), on=DAY)

        (row,) = visit(f"/people/{NOW}&q=lan&col=title&col=how").context["rows"]
        (acting,) = visit(f"/people/{NOW}&how=acting&col=title").context["rows"]

        assert (row.cells[0].text, row.others) == ("Chủ tịch Ủy ban nhân dân", 1)
        assert acting.cells[0].text == "Văn thư"

    def test_a_list_is_kept_under_a_name_by_its_reader(self, visit: Visit, cast: dict[str, User]) -> None:
        visit("/people/views/", who="mai", name=" Người đứng đầu ", arrangement="rank=head&col=unit")

        view = SavedView.objects.get(user=cast["mai"])
        page = visit(f"/people/{NOW}&rank=head&col=unit", who="mai")
        assert (view.name, [one.is_current for one in page.context["kept"]]) == ("Người đứng đầu", [True])
        queries.enter(cast["lan"].pk, on=DAY)
        assert not SavedView.objects.exists()
        queries.leave("system")
        visit(f"/people/views/{view.pk}/forget/", who="lan", sure="1")
        assert SavedView.objects.filter(pk=view.pk).exists()
        visit(f"/people/views/{view.pk}/forget/", who="mai", sure="1")
        assert not SavedView.objects.exists()

    def test_a_workbook_is_taken_on_record(self, visit: Visit) -> None:
        answer = visit(f"/people/export.xlsx{NOW}&rank=head", who="hung")

        rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
        assert [row[1] for row in rows[-2:]] == ["Trần Thị Lan", "Phạm Mai"]
        event = Event.objects.get(act="export")
        assert (event.count, event.classes, event.actor_name) == (2, 1, "hung")

    def test_made_up_people_are_marked_as_such(self, visit: Visit) -> None:
        assert "MINH HỌA" not in visit(f"/people/{NOW}").content.decode()
        Person.objects.filter(pk=HUNG).update(illustrative=True)
        for page in ("/people/", "/people/dashboard/", f"/people/{HUNG}/"):
            assert "MINH HỌA" in visit(f"{page}{NOW}").content.decode()


class TestFigures:
    def test_each_figure_is_the_length_of_its_list(self, visit: Visit) -> None:
        signed(ops.Appoint(person=HUNG, post=ARCHIVIST, how="acting"), on=DAY)
        page = visit(f"/people/dashboard/{NOW}").context
        links = [(row.url, row.all) for row in page["kinds"] if row.all == 4]
        links += [(one.url, one.value) for row in page["kinds"] for one in row.ranks if one.value]
        links += [(one.url, one.value) for one in page["ways"]]
        links += [(one.url, one.people) for one in page["bands"]]
        links += [(page["all_url"], page["figures"].people), (page["women_url"], page["figures"].women)]

        assert [(url, visit(url).context["count"]) for url, _ in links] == links

    def test_vacancies_and_quotas(self, visit: Visit) -> None:
        page = visit(f"/people/dashboard/{NOW}&unit={CAI_KHE}").context
        (kind,) = page["kinds"]

        assert (kind.seats, kind.free, kind.quota, kind.paid) == (4, "2", 3, "2")

    def test_a_deputy_alone_is_no_head(self, visit: Visit) -> None:
        assert visit(f"/people/{NOW}&rank=deputy").context["count"] == 1
        assert visit(f"/posts/{DEPUTY}/{NOW}").status_code == 200
