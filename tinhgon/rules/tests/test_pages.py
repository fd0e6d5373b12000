"""The pages of the library, opened by those who may and those who may not."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache
from django.template import Context, Template
from django.test import Client

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.access.tests.ground import unit
from tinhgon.core.rulebook import Book
from tinhgon.rules.tests.sample import Team

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelved")]
PAGES = (
    "/rules/",
    "/rules/sample.size/",
    "/rules/figures/sample.least/",
    "/rules/sample.months/",
    "/rules/documents/",
    "/rules/documents/nd-2-2023/",
)


@pytest.fixture
def cast() -> dict[str, User]:
    cache.clear()
    return make_cast([unit()])


@pytest.fixture
def mai(cast: dict[str, User]) -> Client:
    """Somebody who only reads."""
    return as_(cast["mai"])


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def said(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


class TestWhoMayRead:
    @pytest.mark.parametrize("path", PAGES)
    def test_every_role_reads_and_a_stranger_does_not(self, path: str, cast: dict[str, User]) -> None:
        seen = {name: as_(user).get(path).status_code for name, user in cast.items()}

        assert seen == {name: 403 if name == "khach" else 200 for name in cast}

    @pytest.mark.parametrize("path", PAGES)
    def test_nobody_reads_without_logging_in(self, path: str, client: Client) -> None:
        assert client.get(path).status_code == 302

    def test_the_menu_leads_there(self, mai: Client) -> None:
        assert '<a href="/rules/" aria-current="page">' in said(mai, "/rules/")


class TestLibrary:
    def test_it_shows_each_kind_with_its_value_on_the_day(self, mai: Client) -> None:
        page = said(mai, "/rules/?on=2025-01-01")

        for words in ("Tổ mẫu", "Tổ có đủ thành viên", "Thời hạn của tổ", "1.200 người", "7 mục"):
            assert words in page

    @pytest.mark.parametrize(
        ("query", "found", "hidden"),
        [
            ("q=thanh+vien", "sample.size", "sample.term"),
            ("q=2/2023/ND-CP", "sample.deputies", "sample.term"),
            ("kind=calculation", "sample.months", "sample.size"),
            ("show=provisional", "sample.deputies", "sample.least"),
            ("show=changed&on=2024-06-01", "sample.least", "sample.term"),
            ("show=planned&on=2025-01-01", "sample.least", "sample.area"),
        ],
    )
    def test_it_is_searched_and_filtered(self, query: str, found: str, hidden: str, mai: Client) -> None:
        page = said(mai, f"/rules/?{query}")

        assert f'<span class="code">{found}</span>' in page
        assert f'<span class="code">{hidden}</span>' not in page

    def test_nothing_found_is_said(self, mai: Client) -> None:
        assert "Không có mục nào như vậy" in said(mai, "/rules/?q=khong+co+gi")

    def test_what_changes_within_a_year_is_told(self, mai: Client) -> None:
        section = said(mai, "/rules/?on=2026-11-22").partition('id="upcoming"')[2].partition("</section>")[0]

        assert "01/01/2027" in section
        assert "bãi bỏ" in section
        assert "01/03/2027" in section
        assert "dự kiến" in section

    def test_no_change_within_a_year_is_told_too(self, mai: Client) -> None:
        assert "Không có số liệu nào thay đổi" in said(mai, "/rules/?on=2025-01-01")

    def test_the_ends_of_the_calendar_are_days_too(self, mai: Client) -> None:
        for day in ("0001-01-02", "9999-12-30"):
            for path in PAGES:
                said(mai, f"{path}?on={day}")

    def test_a_day_that_does_not_exist_is_refused(self, mai: Client) -> None:
        assert "Không có ngày “31/02/2025”" in said(mai, "/rules/?on=31/02/2025", 400)
        assert "Không có ngày “hôm qua”" in said(mai, "/rules/sample.size/?on=hôm+qua", 400)


class TestEntry:
    def test_a_rule_shows_value_article_rival_and_cases(self, mai: Client) -> None:
        page = said(mai, "/rules/sample.size/?on=2025-01-01")

        for words in (
            "So số thành viên với số tối thiểu.",
            "1.200 <small>người</small>",
            "Điều 6, khoản 2, điểm a",
            "đến hết 31/12/2026",
            "Nguồn khác, không dùng",
            "Báo ghi khác",
            "example.org",
            "Thiếu một người",
            "Có 9 người, phải có từ 10 người.",
            "Thiếu dữ kiện: số thành viên.",
            "khi có người hỏi",
        ):
            assert words in page
        assert "khác với trường hợp đã ghi" not in page

    def test_history_is_drawn_and_told_as_a_table(self, mai: Client) -> None:
        page = said(mai, "/rules/figures/sample.least/?on=2025-01-01")

        assert '<svg class="steps"' in page
        assert page.count('class="tone-1') == 3  # ten, the rise, one thousand two hundred
        for words in ("01/01/2020", "01/01/2024", "01/01/2027", "2/2023/NĐ-CP", "bãi bỏ"):
            assert words in page

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            ("2019-12-31", "Không có hiệu lực vào ngày 31/12/2019."),
            ("2027-01-01", "Có hiệu lực từ 01/01/2020 đến hết 31/12/2026."),
        ],
    )
    def test_a_day_outside_force_is_said_plainly(self, day: str, words: str, mai: Client) -> None:
        page = said(mai, f"/rules/sample.size/?on={day}")

        assert "data-not-in-force" in page
        assert words in page

    def test_bands_and_tables_are_readable(self, mai: Client) -> None:
        assert "<td>1</td>" in said(mai, "/rules/figures/sample.deputies/?on=2025-01-01")
        page = said(mai, "/rules/sample.area/?on=2025-01-01")
        assert '<th scope="row">miền núi</th><td>50</td>' in page
        assert '<th scope="row">nơi khác</th><td>30,5</td>' in page

    def test_what_is_provisional_says_so(self, mai: Client) -> None:
        assert "tạm thời – chưa đối chiếu văn bản gốc" in said(
            mai, "/rules/sample.deputies_of/?on=2025-01-01"
        )
        assert "dự kiến" in said(mai, "/rules/sample.deputies_of/?on=2027-03-01")

    def test_a_figure_names_the_rules_that_use_it(self, mai: Client) -> None:
        assert 'href="/rules/sample.size/"' in said(mai, "/rules/figures/sample.least/")
        assert "số liệu chỉ để tra cứu" in said(mai, "/rules/sample.area/")

    def test_a_calculation_tells_what_it_gives(self, mai: Client) -> None:
        page = said(mai, "/rules/sample.months/?on=2025-01-01")

        assert "Số tháng: 60" in page
        assert "Lấy số tháng của nhiệm kỳ." in page

    def test_it_speaks_english(self, mai: Client) -> None:
        mai.cookies["django_language"] = "en"
        page = said(mai, "/rules/sample.size/?on=2025-01-01")

        for words in ("1,200 <small>people</small>", "Article 6, clause 2, point a", "There are 9 people"):
            assert words in page

    def test_a_figure_has_an_address_even_where_a_rule_has_its_name(self, mai: Client) -> None:
        assert "Diện tích" in said(mai, "/rules/sample.area/")
        assert "Không có quy tắc “sample.size”" in said(mai, "/rules/figures/sample.size/", 404)

    @pytest.mark.parametrize("name", ["sample.gone", "khong-co", "sample"])
    def test_an_unknown_rule_is_named(self, name: str, mai: Client) -> None:
        assert f"Không có quy tắc “{name}”" in said(mai, f"/rules/{name}/", 404)


class TestDocuments:
    def test_they_are_listed_with_their_state(self, mai: Client) -> None:
        page = said(mai, "/rules/documents/?on=2025-01-01")

        for words in ("1/2019/NĐ-CP", "đã bị thay thế", "còn hiệu lực", "chưa có hiệu lực", "3 văn bản"):
            assert words in page

    def test_they_are_searched(self, mai: Client) -> None:
        assert "1 văn bản" in said(mai, "/rules/documents/?q=bai+bo")
        assert "Không có văn bản nào như vậy" in said(mai, "/rules/documents/?q=zzz")

    def test_a_chain_is_drawn_in_order(self, mai: Client) -> None:
        page = said(mai, "/rules/documents/nd-2-2023/?on=2025-01-01").partition('id="chain"')[2]

        places = [page.index(number) for number in ("1/2019/NĐ-CP", "2/2023/NĐ-CP", "3/2026/NĐ-CP")]
        assert places == sorted(places)
        assert "Điều 6, khoản 2, điểm a" in page

    def test_an_unknown_document_is_named(self, mai: Client) -> None:
        assert "Không có văn bản “nd-9-2099”" in said(mai, "/rules/documents/nd-9-2099/", 404)


def test_a_finding_is_shown_with_its_rule_and_article(shelved: Book) -> None:
    (found,) = shelved.check("sample.size", Team(members=3), on=date(2025, 1, 1))
    template = Template("{% load rulewords %}{% finding found day %}")
    html = " ".join(template.render(Context({"found": found, "day": date(2025, 1, 1)})).split())

    assert "Phải dừng" in html
    assert "Có 3 người, phải có từ 1.200 người." in html
    assert '<a href="/rules/sample.size/?on=2025-01-01">2/2023/NĐ-CP, Điều 6, khoản 2, điểm a</a>' in html
