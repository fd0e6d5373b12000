"""The pages on which documents are written: what they keep, whom they let, where they lead."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest

from tinhgon.access.models import User
from tinhgon.core.tests.world import CAI_KHE, CITY
from tinhgon.documents.actions.drafting import mend_draft
from tinhgon.documents.actions.keeping import stamp_of
from tinhgon.documents.models import Book, Document
from tinhgon.documents.tests.ground import HEALTH
from tinhgon.documents.tests.test_issuing import SIGNER, draft
from tinhgon.documents.tests.writing import NEW, page, report, written
from tinhgon.office.letters.tests.samples import pages
from tinhgon.people.tests.town import Visit, visitor
from tinhgon.texts.files import open_file

pytestmark = pytest.mark.usefixtures("town")
HOSTILE = "<script>alert(\"1\")</script>\x00 & 'x'"


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


class TestWriting:
    def test_the_pages_stay_within_the_budget(self, visit: Visit) -> None:
        made = draft("report", keeper=CITY)
        for path in ("/documents/write/", NEW, f"/documents/write/{made.pk}/", "/documents/books/",
                     "/documents/templates/", "/documents/books/open/"):  # fmt: skip
            page(visit(path))

    def test_what_was_filled_in_becomes_a_draft_and_no_number_comes_of_the_form(self, as_user: Any) -> None:
        made = written(as_user("hung"), number="99", day="2020-01-01", watermark="GIẢ")
        assert made.letter["sections"] == [
            {"title": "Kết quả", "text": "Đã sắp xếp xong.\n- Giảm 9 đầu mối", "caption": "", "columns": "",
             "rows": ""}
        ]  # fmt: skip
        assert not {"number", "day", "watermark"} & set(made.letter)
        assert made.state == "draft"

    def test_more_rows_keep_every_word_and_write_nothing(self, as_user: Any) -> None:
        client = as_user("hung")
        text = page(client.post(NEW, report(more="sections", abstract="Chưa xong ở đây", signer="")))
        assert "Chưa xong ở đây" in text
        assert "Giảm 9 đầu mối" in text
        assert text.count('name="sections-') // 5 == 1 + 3
        assert not Document.objects.exists()
        made = written(client)
        text = page(client.post(f"/documents/write/{made.pk}/", report(more="sections", abstract="Đang sửa")))
        assert 'value="Đang sửa"' in text
        made.refresh_from_db()
        assert made.abstract != "Đang sửa"

    def test_a_refusal_loses_nothing(self, as_user: Any) -> None:
        text = page(as_user("hung").post(NEW, report(abstract="", opening="Mở đầu rất dài")), 422)
        assert "Còn thiếu: Trích yếu" in text
        assert "Mở đầu rất dài" in text
        assert "Giảm 9 đầu mối" in text

    def test_pressing_enter_saves_and_never_issues(self, as_user: Any) -> None:
        client = as_user("lan")
        made = written(client)
        form = page(client.get(f"/documents/write/{made.pk}/")).partition('id="written"')[2]
        first = re.search(r"<button[^>]*>", form)
        assert first
        assert "formaction" not in first.group()
        assert "name=" not in first.group()

    def test_signs_of_mark_up_stay_text(self, as_user: Any) -> None:
        client = as_user("hung")
        made = written(client, abstract=HOSTILE, signer=HOSTILE)
        raw = client.get(f"/documents/write/{made.pk}/").content.decode()
        assert "<script>alert" not in raw
        assert "\x00" not in made.abstract
        paper = client.get(f"/documents/{made.pk}/paper.docx").content
        assert '<script>alert("1")</script>' in open_file(paper).text

    def test_a_symbol_too_long_or_a_text_too_long_is_named(self, as_user: Any) -> None:
        client = as_user("hung")
        assert "dài quá 60" in page(client.post(NEW, report(symbol="Q" * 61)), 422)
        assert "tối đa 400000" in page(client.post(NEW, report(closing="a " * 200_001)), 422)

    def test_an_unknown_kind_or_unit_is_not_there(self, as_user: Any) -> None:
        client = as_user("hung")
        for path in (f"/documents/write/new/novel/?keeper={CITY}", "/documents/write/new/report/",
                     f"/documents/write/{uuid4()}/", f"/documents/{uuid4()}/paper.pdf",
                     f"/documents/{'-' * 36}/paper.pdf", "/documents/books/99999/",
                     "/documents/templates/report/odd/mau.docx"):  # fmt: skip
            assert client.get(path).status_code == 404, path
        made = written(client)
        assert client.get(f"/documents/{made.pk}/paper.exe").status_code == 404

    @pytest.mark.parametrize("act", ["publish", "discard"])
    def test_nothing_is_done_by_opening_an_address(self, act: str, as_user: Any) -> None:
        made = draft("report", keeper=CITY)
        assert as_user("lan").get(f"/documents/write/{made.pk}/{act}/").status_code == 405

    def test_a_new_document_begins_as_the_last_one_of_its_unit(self, as_user: Any) -> None:
        client = as_user("hung")
        written(client, signer="Lê Thị Một", symbol="BC-UBND", place="Cần Thơ")
        text = page(client.get(f"/documents/write/new/plan/?keeper={CITY}&abstract=Sẵn+có"))
        for value in ("Lê Thị Một", "KH-UBND", "Cần Thơ", "Sẵn có"):
            assert f'value="{value}"' in text
        assert "Giảm 9 đầu mối" not in text
        assert '<details class="card written-frame">' in text


class TestTogether:
    def test_a_page_that_somebody_overtook_is_refused_with_all_its_words(self, as_user: Any) -> None:
        client = as_user("hung")
        made = written(client)
        seen = stamp_of(made.letter)
        mend_draft(made.pk, data=made.letter | {"signer": "Người Khác"}, reach=SIGNER)
        mine = report(seen=seen, closing="Câu của tôi")
        text = page(client.post(f"/documents/write/{made.pk}/", mine), 422)
        assert "Người khác vừa sửa dự thảo này" in text
        assert "Kết thúc, " in text or "Người ký" in text
        assert "Câu của tôi" in text
        made.refresh_from_db()
        assert made.signer == "Người Khác"
        again = re.search(r'name="seen" value="(\w+)"', text)
        assert again
        assert client.post(f"/documents/write/{made.pk}/", mine | {"seen": again[1]}).status_code == 302

    def test_nobody_issues_another_text_than_he_saw(self, as_user: Any) -> None:
        lan = as_user("lan")
        made = written(lan)
        seen = stamp_of(made.letter)
        mend_draft(made.pk, data=made.letter | {"signer": "Người Khác"}, reach=SIGNER)
        page(lan.post(f"/documents/write/{made.pk}/publish/", report(seen=seen)), 422)
        made.refresh_from_db()
        assert made.state == "draft"
        assert not Book.objects.exists()

    def test_what_the_signer_mended_last_is_what_is_issued(self, as_user: Any) -> None:
        lan = as_user("lan")
        made = written(lan)
        sent = report(seen=stamp_of(made.letter), abstract="Lời cuối")
        assert lan.post(f"/documents/write/{made.pk}/publish/", sent).url == f"/documents/{made.pk}/"
        made.refresh_from_db()
        assert (made.abstract, made.number) == ("Lời cuối", "01/BC-UBND")
        assert lan.post(f"/documents/write/{made.pk}/publish/", sent).status_code == 302  # pressed twice
        assert Book.objects.get().last == 1

    def test_words_for_a_draft_that_was_issued_meanwhile_are_shown_again(self, as_user: Any) -> None:
        lan = as_user("lan")
        made = written(lan)
        sent = report(seen=stamp_of(made.letter))
        lan.post(f"/documents/write/{made.pk}/publish/", sent)
        text = page(lan.post(f"/documents/write/{made.pk}/", sent | {"closing": "Câu đến muộn"}), 422)
        assert "đã vào sổ" in text
        assert "Câu đến muộn" in text


class TestReach:
    def test_khach_opens_nothing(self, as_user: Any) -> None:
        made, client = draft("report", keeper=CITY), as_user("khach")
        for path in ("/documents/write/", NEW, f"/documents/write/{made.pk}/", "/documents/books/",
                     f"/documents/{made.pk}/paper.pdf", f"/documents/{made.pk}/paper.png",
                     "/documents/templates/", "/documents/books/open/"):  # fmt: skip
            assert client.get(path).status_code == 403, path

    def test_a_clerk_of_one_ward_neither_reads_nor_writes_for_others(self, as_user: Any) -> None:
        made, tam = draft("report", keeper=HEALTH, signer="Chỉ Sở Y tế biết"), as_user("tam")
        for path in (f"/documents/write/{made.pk}/", f"/documents/{made.pk}/paper.pdf",
                     f"/documents/{made.pk}/paper.png", f"/documents/{made.pk}/paper.docx",
                     f"/documents/write/new/report/?keeper={HEALTH}"):  # fmt: skip
            assert tam.get(path).status_code == 404, path
        for path in (f"write/{made.pk}/", f"write/{made.pk}/publish/", f"write/{made.pk}/discard/",
                     f"write/new/report/?keeper={HEALTH}"):  # fmt: skip
            assert tam.post(f"/documents/{path}", report()).status_code == 404, path
        text = page(tam.get("/documents/write/"))
        assert str(CAI_KHE) in text
        assert str(HEALTH) not in text

    def test_a_reader_sees_the_paper_and_not_the_form(self, as_user: Any) -> None:
        made, mai = draft("report", keeper=CITY), as_user("mai")
        assert mai.get(f"/documents/{made.pk}/paper.png").status_code == 200
        assert mai.get(f"/documents/write/{made.pk}/").status_code == 403

    def test_a_clerk_issues_nothing_and_loses_nothing(self, as_user: Any) -> None:
        hung = as_user("hung")
        made = written(hung)
        text = page(hung.post(f"/documents/write/{made.pk}/publish/", report(closing="Còn đây")), 422)
        assert "không được ban hành" in text
        assert "Còn đây" in text
        assert "Ban hành ngày" not in text

    def test_books_of_other_units_are_not_there(self, as_user: Any) -> None:
        book = Book.objects.create(
            unit_id=HEALTH, type="QĐ", symbol="QĐ-SYT", series="2026", began_on="2026-01-01"
        )
        tam = as_user("tam")
        assert tam.get(f"/documents/books/{book.pk}/").status_code == 404
        assert "QĐ-SYT" not in page(tam.get("/documents/books/"))


class TestIssued:
    @pytest.mark.parametrize(
        ("back", "leads"),
        [("/directives/", "/directives/?document="), ("/directives/?a=1", "/directives/?a=1&document="),
         ("//evil.example/", "/documents/"), ("https://evil.example/", "/documents/"),
         ("/\\evil.example", "/documents/"), ("javascript:alert(1)", "/documents/"),
         ("///evil.example", "/documents/"), ("evil.example", "/documents/"),
         ("\t//evil.example", "/documents/"), ("/\t/evil.example", "/documents/"), ("", "/documents/")],
    )  # fmt: skip
    def test_it_leads_back_within_this_house_only(self, back: str, leads: str, as_user: Any) -> None:
        made = draft("report", keeper=CITY)
        answer = as_user("lan").post(f"/documents/write/{made.pk}/publish/", query_params={"back": back})
        assert answer.status_code == 302
        assert answer.url.startswith(leads)
        assert str(made.pk) in answer.url
        assert "evil" not in answer.url

    def test_its_papers_bear_number_and_day_and_no_watermark(self, as_user: Any) -> None:
        lan = as_user("lan")
        made = written(lan)
        assert "DỰ THẢO" in "".join(pages(lan.get(f"/documents/{made.pk}/paper.pdf").content))
        lan.post(f"/documents/write/{made.pk}/publish/")
        made.refresh_from_db()
        answer = lan.get(f"/documents/{made.pk}/paper.pdf")
        text = "".join(pages(answer.content))
        assert "Số: 01/BC-UBND" in text
        assert "DỰ THẢO" not in text
        assert answer.headers["Content-Disposition"] == 'attachment; filename="1-bc-ubnd.pdf"'
        assert f"/documents/{made.pk}/paper.pdf" in page(lan.get(f"/documents/{made.pk}/"))

    def test_letters_that_no_font_draws_are_named_not_a_fault(self, as_user: Any) -> None:
        client = as_user("hung")
        made = written(client, abstract="Chữ lạ \U0001f600")
        assert "không in được" in page(client.get(f"/documents/{made.pk}/paper.pdf"), 400)

    def test_rules_of_numbering_warn_and_stop_nothing(self, as_user: Any) -> None:
        lan = as_user("lan")
        made = written(lan, symbol="XX-UBND")
        assert "Đối chiếu quy định về số" in page(lan.get(f"/documents/write/{made.pk}/"))
        lan.post(f"/documents/write/{made.pk}/publish/")
        made.refresh_from_db()
        assert made.number == "01/XX-UBND"
