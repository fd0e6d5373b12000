"""The calculators on the country's packs: what they ask, what comes of it, and what of bad input."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.access.tests.ground import unit
from tinhgon.rules.facts import facts_of
from tinhgon.rules.forms import FactsForm
from tinhgon.rules.library import book

PLEASANT = (
    "retirement.month", "appointment.age", "severance.early_retirement", "severance.resignation",
    "severance.ordinary", "confidence.outcome", "classification.commune", "classification.ward",
)  # fmt: skip
# The published case of early retirement, as the command and the API calculate it too.
EARLY = (
    "/rules/calculators/severance.early_retirement/?on=2025-05-01&reason=restructuring&salary=15.356.250"
    "&retires_on=01/11/2027&restructured_on=01/03/2025&insured_years=22&leaves_on=&scheduled="
)
RETIREMENT = "/rules/calculators/retirement.month/?on=2026-01-01"


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    cache.clear()
    return make_cast([unit()])


@pytest.fixture
def mai(cast: dict[str, User]) -> Client:
    return as_(cast["mai"])


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def said(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("path", ["/rules/calculators/", "/rules/calculators/retirement.month/", EARLY])
def test_every_role_calculates_and_a_stranger_does_not(path: str, cast: dict[str, User]) -> None:
    seen = {name: as_(user).get(path).status_code for name, user in cast.items()}

    assert seen == {name: 403 if name == "khach" else 200 for name in cast}
    assert Client().get(path).status_code == 302


def test_all_are_listed_and_each_asks(mai: Client) -> None:
    listed = said(mai, "/rules/calculators/")
    for name in book().calculations:
        assert f'href="/rules/calculators/{name}/"' in listed
        page = said(mai, f"/rules/calculators/{name}/?on=2026-01-01")
        assert "data-headline" not in page
        assert "error-summary" not in page


class TestResult:
    def test_the_published_case_of_early_retirement(self, mai: Client) -> None:
        page = said(mai, EARLY)

        assert "data-headline>744.778.125</p>" in page
        assert "(5 + 0,5 × 2) × 15.356.250 = 92.137.500 đồng" in page
        assert 'href="/rules/documents/nd-178-2024/?on=2025-05-01">178/2024/NĐ-CP</a>' in page
        assert 'value="15.356.250"' in page

    def test_it_speaks_english(self, mai: Client) -> None:
        mai.cookies["django_language"] = "en"
        page = said(mai, EARLY)

        assert "data-headline>744,778,125</p>" in page
        assert "Article 7, clause 1" in page

    def test_the_month_of_retirement(self, mai: Client) -> None:
        page = said(mai, f"{RETIREMENT}&born=15/01/1966&sex=male")

        assert "data-headline>10/2027</p>" in page
        assert "01/11/2027" in page

    @pytest.mark.parametrize(
        ("path", "headline"),
        [
            ("appointment.age/?on=2022-11-15&born=01/1966&sex=male&move=higher"
             "&reference_day=01/11/2022", "đủ"),
            ("confidence.outcome/?on=2025-07-01&system=party&low=40&ballots=60", "miễn nhiệm"),
            ("severance.ordinary/?on=2025-07-01&kind=civil_servant&ground=none&salary=10000000"
             "&insured_years=10", "180.000.000"),
            ("severance.resignation/?on=2025-01-01&kind=civil_servant&salary=10000000&insured_years=10"
             "&restructured_on=15/12/2024&reason=restructuring", "660.000.000"),
        ],
    )  # fmt: skip
    def test_others(self, path: str, headline: str, mai: Client) -> None:
        assert f"data-headline>{headline}" in said(mai, f"/rules/calculators/{path}")

    def test_a_class_is_a_range_where_facts_are_missing(self, mai: Client) -> None:
        page = said(mai, "/rules/calculators/classification.commune/?on=2026-01-01&population=16.000")

        assert "data-headline" in page
        assert "Chưa rõ" in page


class TestBadInput:
    @pytest.mark.parametrize(
        ("query", "words"),
        [
            ("born=31/02/1966&sex=male", "tháng 2/1966 chỉ có 28 ngày"),
            ("born=&sex=male", "Cần dữ kiện này để tính"),
            ("born=1966&sex=male", "Cần dữ kiện này để tính"),
            ("born=01/1966&sex=x", "Giới tính: "),
            ("born=01/1950&sex=male", "Người sinh 01/1950 nghỉ hưu theo quy định trước"),
        ],
    )
    def test_it_is_told_beside_the_field(self, query: str, words: str, mai: Client) -> None:
        page = said(mai, f"{RETIREMENT}&{query}")

        assert "data-error-summary" in page
        assert words in page
        assert "data-headline" not in page

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (("15.356.250", "-5"), "phải từ 0 trở lên"),
            (("15.356.250", "nhiều"), "“nhiều” không phải là số"),
            (("15.356.250", "9" * 80), "60"),
            (("01/11/2027", "01/06/2025"), "nghỉ sớm"),
            (("2025-05-01", "2020-05-01"), "chưa có hoặc không còn hiệu lực"),
        ],
    )
    def test_what_the_law_does_not_cover(self, change: tuple[str, str], words: str, mai: Client) -> None:
        page = said(mai, EARLY.replace(*change))

        assert words in page
        assert "data-headline" not in page

    def test_an_unknown_calculation(self, mai: Client) -> None:
        assert "Không có quy tắc “no.such”" in said(mai, "/rules/calculators/no.such/", 404)

    def test_what_is_typed_is_shown_as_text(self, mai: Client) -> None:
        assert "<script>alert" not in said(mai, f"{RETIREMENT}&born=<script>alert(1)</script>&sex=male")


@pytest.mark.parametrize("language", [0, 1], ids=["vi", "en"])
@pytest.mark.parametrize("name", sorted(book().calculations))
def test_every_fact_and_choice_has_a_name(name: str, language: int) -> None:
    names, asked = book().names(name), facts_of(book().calculations[name].facts)
    words = {one for fact in asked for one in (fact.name, *fact.choices) if one.islower()}

    assert words - set(names) == set()
    assert all((names[word].vi, names[word].en)[language] for word in words)


@pytest.mark.parametrize("name", PLEASANT)
def test_the_pack_groups_every_fact_once(name: str) -> None:
    form = FactsForm(book().calculations[name], book(), "vi")
    grouped = [field.name for group in form.groups for field in group.fields]

    assert sorted(grouped) == sorted(form.fields)
    assert len(form.groups) == len(book().calculations[name].asks)
