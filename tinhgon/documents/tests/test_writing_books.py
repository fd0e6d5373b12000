"""Books, templates and decisions of the register on the pages of writing."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.tests.world import CITY
from tinhgon.documents.actions.drafting import write_draft
from tinhgon.documents.models import Book, Document
from tinhgon.documents.pages.of_decision import rows_of
from tinhgon.documents.tests.test_issuing import SIGNER, draft
from tinhgon.documents.tests.writing import page, written
from tinhgon.office.letters.kinds import KINDS, register
from tinhgon.office.letters.kinds.fields import Given
from tinhgon.register.models import Decision

pytestmark = pytest.mark.usefixtures("town")


class TestBooks:
    def test_a_partys_letter_gets_its_book_from_the_page_of_the_draft(self, as_user: Any) -> None:
        lan = as_user("lan")
        made = draft("letter", keeper=CITY, layout="party", symbol="CV/BTGDVTU")
        text = page(lan.get(f"/documents/write/{made.pk}/"))
        link = re.search(r'href="(/documents/books/open/[^"]+)"', text)
        assert link
        form = page(lan.get(link[1]))
        assert 'value="CV/BTGDVTU"' in form
        assert "Ban hành ngày" not in text
        sent = {"unit": str(CITY), "type": "", "symbol": "CV/BTGDVTU", "began_on": "2025-10-01", "last": "7"}
        assert lan.post("/documents/books/open/", sent).status_code == 302
        lan.post(f"/documents/write/{made.pk}/publish/")
        made.refresh_from_db()
        assert made.number == "08-CV/BTGDVTU"

    def test_a_year_that_began_on_paper_runs_on(self, as_user: Any) -> None:
        lan = as_user("lan")
        sent = {"unit": str(CITY), "type": "BC", "symbol": "bc-ubnd", "began_on": "2026-01-01",
                "ends_on": "2027-01-01", "last": "125"}  # fmt: skip
        lan.post("/documents/books/open/", sent)
        assert Book.objects.get().series == "2026"
        made = written(lan)
        lan.post(f"/documents/write/{made.pk}/publish/")
        made.refresh_from_db()
        assert made.number == "126/BC-UBND"

    def test_a_faulty_book_is_refused_by_field(self, as_user: Any) -> None:
        sent = {"unit": str(CITY), "type": "KL", "symbol": "KL/TU", "began_on": "2026-01-01",
                "ends_on": "2025-01-01", "last": "9999999999"}  # fmt: skip
        text = page(as_user("lan").post("/documents/books/open/", sent), 422)
        assert "Sổ sau phải bắt đầu sau" in text
        assert not Book.objects.exists()

    def test_a_clerk_opens_none(self, as_user: Any) -> None:
        assert as_user("hung").get("/documents/books/open/").status_code == 403


class TestTemplates:
    def test_a_template_goes_out_and_comes_back(self, as_user: Any) -> None:
        lan = as_user("lan")
        content = lan.get("/documents/templates/report/state/mau.docx").content
        file = io.BytesIO(content)
        file.name = "mau.docx"
        answer = lan.post(
            "/documents/templates/report/state/bring/", {"file": file, "note": "có\x00"}, follow=True
        )
        assert "Đã dùng mẫu mới, lần 1" in page(answer)
        assert "của cơ quan, lần 1" in page(lan.get("/documents/templates/"))
        lan.post("/documents/templates/report/state/withdraw/")
        assert "của cơ quan, lần 1" not in page(lan.get("/documents/templates/"))

    def test_what_is_no_template_is_refused_by_name(self, as_user: Any) -> None:
        lan = as_user("lan")
        answer = lan.post("/documents/templates/report/state/bring/", follow=True)
        assert "không phải là mẫu Word" in page(answer)

    def test_a_clerk_changes_none(self, as_user: Any) -> None:
        assert as_user("hung").post("/documents/templates/report/state/bring/").status_code == 403


def test_a_draft_of_plain_data_needs_no_page() -> None:
    made = write_draft(
        kind="letter", data={"issuer": " Sở A ", "abstract": "x", "paragraphs": ["y"], "symbol": "QÐ - SNV"},
        keeper=CITY, by=None, reach=SIGNER,
    )  # fmt: skip
    assert (made.issuer, made.letter["symbol"]) == ("Sở A", "QĐ-SNV")


class TestDecision:
    def test_a_signed_decision_of_the_register_becomes_a_paper(self, as_user: Any) -> None:
        lan = as_user("lan")
        decision = Decision.objects.filter(state="signed", operations__contains=[{"op": "establish"}]).first()
        assert decision
        link = f"/documents/write/?decision={decision.pk}"
        assert link in page(lan.get(f"/decisions/{decision.pk}/"))
        chosen = page(lan.get(link))
        assert f'name="decision" value="{decision.pk}"' in chosen
        assert "/documents/write/new/register_decision/" in chosen
        assert "/documents/write/new/report/" not in chosen
        address = f"/documents/write/new/register_decision/?keeper={CITY}&decision={decision.pk}"
        text = page(lan.get(address))
        assert f'value="{decision.effective_on.isoformat()}"' in text
        assert '<option value="establish" selected>' in text
        filled = KINDS["register_decision"].sample("state")
        sent = {name: value for name, value in filled.items() if isinstance(value, str)}
        sent |= {"executors": "Sở Nội vụ", "operations-0-do": "dissolve", "operations-0-units": "Phòng A"}
        answer: Any = lan.post(address, sent)
        made = Document.objects.get(pk=answer.url.split("/")[3])
        assert made.decision == decision
        lan.post(f"/documents/write/{made.pk}/publish/")
        made.refresh_from_db()
        assert str(made.effective_on) == filled["effective"]

    def test_a_decision_that_is_not_signed_fills_nothing_in(self, as_user: Any) -> None:
        lan = as_user("lan")
        for wanted in (uuid4(), "không phải"):
            assert "/documents/write/new/report/" in page(lan.get(f"/documents/write/?decision={wanted}"))

    def test_every_operation_on_units_has_a_row(self) -> None:
        a, b, c = uuid4(), uuid4(), uuid4()
        called = {a: "Phòng A", b: "Phòng B", c: "Sở C"}
        new = ops.NewUnit(id=uuid4(), name="Phòng D", kind="division", parent=c)
        half = Decimal("0.5")
        ordered: list[ops.Operation] = [
            ops.Establish(unit=new), ops.Rename(unit=a, name="Phòng X"), ops.Move(unit=a, to=c),
            ops.Merge(members=(ops.Member(unit=a), ops.Member(unit=b)), into=new),
            ops.Absorb(members=(ops.Member(unit=a, share_area=half),), into=b),
            ops.Split(unit=a, parts=(
                ops.Part(into=new, share_area=half, share_population=half),
                ops.Part(into=b, share_area=half, share_population=half),
            )),
            ops.Dissolve(unit=a), ops.Restore(unit=a, parent=c), ops.ChangeMandate(unit=a, mandate="x"),
        ]  # fmt: skip
        rows = list(rows_of(ordered, called))
        columns = register.OPERATIONS.columns
        assert [register.sentence(Given(row, columns)) for row in rows] == [
            "Thành lập Phòng D trực thuộc Sở C.",
            "Đổi tên Phòng A thành Phòng X.",
            "Chuyển Phòng A về trực thuộc Sở C.",
            "Hợp nhất Phòng A và Phòng B thành Phòng D trực thuộc Sở C.",
            "Sáp nhập một phần Phòng A vào Phòng B.",
            "Chia Phòng A thành Phòng D và Phòng B.",
            "Giải thể Phòng A.",
            "Lập lại Phòng A trực thuộc Sở C.",
        ]
