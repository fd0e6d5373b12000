"""The library of a day as a document, in Word and in PDF, in both languages."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation
from docx import Document

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.access.tests.ground import unit
from tinhgon.core.rulebook import Book
from tinhgon.office.forms.form import Form
from tinhgon.rules.library import book
from tinhgon.rules.pages.printing import library_form

DAY = date(2025, 7, 1)


def form(on: date = DAY, language: str = "vi", of: Book | None = None) -> Form:
    with translation.override(language):
        return library_form(of or book(), on, language, printed="In lúc 08:00")


def cells(of: Form, title: str) -> list[str]:
    (section,) = (one for one in of["sections"] if one["title"] == title)
    return [cell for row in section["table"]["rows"] for cell in row]


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    cache.clear()
    return make_cast([unit()])


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


class TestForm:
    def test_a_figure_stands_with_value_document_article_and_status(self, small: Book) -> None:
        told = cells(form(date(2025, 1, 1), of=small), "Tổ mẫu: số liệu")

        assert told[:4] == [
            "Số thành viên tối thiểu\nsample.least",
            "1.200 người",
            "2/2023/NĐ-CP, Điều 6, khoản 2, điểm a\ntừ 01/01/2024",
            "đã đối chiếu",
        ]
        assert "tạm thời – chưa đối chiếu văn bản gốc" in told

    def test_what_is_not_in_force_is_left_out(self, small: Book) -> None:
        told = cells(form(date(2027, 3, 1), of=small), "Tổ mẫu: số liệu")

        assert not any("sample.least" in cell for cell in told)
        assert "dự kiến" in told

    def test_rules_stand_with_their_text_and_documents_with_their_state(self, small: Book) -> None:
        made = form(date(2025, 1, 1), of=small)

        (rules,) = (one for one in made["sections"] if one["title"] == "Tổ mẫu: quy tắc")
        assert ("Tổ có đủ thành viên", "So số thành viên với số tối thiểu.") in rules["pairs"]
        assert "đã bị thay thế" in cells(made, "Văn bản")

    def test_it_speaks_english(self, small: Book) -> None:
        told = cells(form(date(2025, 1, 1), "en", small), "Sample teams: figures")

        assert "1,200 people" in told
        assert "2/2023/NĐ-CP, Article 6, clause 2, point a\nfrom 01/01/2024" in told

    def test_before_all_law_it_is_a_title_alone(self) -> None:
        made = form(date(1, 1, 2))

        assert [one["title"] for one in made["sections"]] == ["Văn bản"]


class TestFiles:
    @pytest.mark.parametrize("kind", ["docx", "pdf"])
    def test_every_role_takes_it_and_a_stranger_does_not(self, kind: str, cast: dict[str, User]) -> None:
        path = f"/rules/library.{kind}"

        assert as_(cast["khach"]).get(path).status_code == 403
        assert Client().get(path).status_code == 302
        assert as_(cast["nga"]).get(path).status_code == 200

    def test_word_holds_the_law_of_the_day(self, cast: dict[str, User]) -> None:
        answer = as_(cast["mai"]).get("/rules/library.docx?on=2025-07-01")
        made = Document(io.BytesIO(answer.content))
        told = "\n".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)

        assert 'filename="quy-dinh-2025-07-01.docx"' in answer["Content-Disposition"]
        assert next(one.text for one in made.paragraphs if one.text) == "THƯ VIỆN QUY TẮC"
        assert 'w:type="page"' in made.element.xml
        for words in ("retirement.age", "135/2020/NĐ-CP, Phụ lục I", "tạm thời", "Ngày"):
            assert words in told

    def test_pdf_is_one_that_archives_keep(self, cast: dict[str, User]) -> None:
        answer = as_(cast["mai"]).get("/rules/library.pdf?on=2025-07-01")

        assert answer.content.startswith(b"%PDF-")
        assert b"<pdfaid:part>2<" in answer.content

    def test_the_library_leads_there(self, cast: dict[str, User]) -> None:
        page = as_(cast["mai"]).get("/rules/?on=2025-07-01").content.decode()

        for kind in ("docx", "pdf"):
            assert f'href="/rules/library.{kind}?on=2025-07-01"' in page
