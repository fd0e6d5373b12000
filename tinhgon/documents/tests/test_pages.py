"""The pages of documents: who may open them, what they say, what their buttons do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.audit.models import Event
from tinhgon.core.reach import EVERYTHING
from tinhgon.core.tests.world import CAI_KHE, CITY
from tinhgon.documents.actions.choosing import choose
from tinhgon.documents.models import Document, Intake, Reference
from tinhgon.documents.tests.ground import HEALTH, TEXT, waiting
from tinhgon.documents.tests.test_confirming import settled
from tinhgon.documents.tests.test_references import paper
from tinhgon.people.tests.town import Visit, visitor

pytestmark = pytest.mark.usefixtures("town")
LISTS = ("/documents/", "/documents/outgoing/")


@pytest.fixture
def cast(town: None) -> dict[str, User]:
    return make_cast(area=[CAI_KHE])


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


@pytest.fixture
def clerk(client: Client, cast: dict[str, User]) -> Client:
    client.force_login(cast["hung"])
    return client


def page(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content[:600]
    return str(answer.content.decode())


class TestReach:
    @pytest.mark.parametrize("path", LISTS)
    def test_readers_open_the_lists_within_the_budget(self, path: str, visit: Visit) -> None:
        assert "Văn bản" in page(visit(path))

    @pytest.mark.parametrize("who", ["khach", "nga", "quy"])
    def test_who_reads_nothing_internal_sees_nothing(
        self, who: str, client: Client, cast: dict[str, User]
    ) -> None:
        made, kept = waiting(), paper("7/QĐ-UBND", date(2026, 1, 7))
        client.force_login(cast[who])
        for path in (*LISTS, "/documents/tray/", f"/documents/intake/{made.pk}/", f"/documents/{kept.pk}/",
                     f"/documents/{kept.pk}/graph/", f"/documents/{kept.pk}/file/"):  # fmt: skip
            assert client.get(path).status_code == 403, path

    def test_a_reader_takes_nothing_in_and_confirms_nothing(
        self, client: Client, cast: dict[str, User]
    ) -> None:
        made = waiting()
        client.force_login(cast["mai"])
        assert "Khay chờ xác nhận" not in page(client.get("/documents/"))
        for path in ("/documents/tray/", f"/documents/intake/{made.pk}/"):
            assert client.get(path).status_code == 403
        for path in ("confirm/", "drop/", "head/", "all/", "add/", "findings/t1/", "findings/t1/mend/"):
            assert client.post(f"/documents/intake/{made.pk}/{path}").status_code == 403

    def test_a_clerk_of_one_ward_neither_sees_nor_confirms_what_the_city_keeps(
        self, client: Client, cast: dict[str, User]
    ) -> None:
        made, kept = waiting(), paper("7/QĐ-UBND", date(2026, 1, 7))
        client.force_login(cast["tam"])
        assert client.get(f"/documents/intake/{made.pk}/").status_code == 404
        assert client.post(f"/documents/intake/{made.pk}/confirm/", {"revision": 1}).status_code == 404
        assert client.get(f"/documents/{kept.pk}/").status_code == 404
        assert "7/QĐ-UBND" not in page(client.get("/documents/"))
        own = paper("8/QĐ-UBND", date(2026, 1, 8), keeper_id=CAI_KHE)
        assert "8/QĐ-UBND" in page(client.get(f"/documents/{own.pk}/"))


class TestTakingIn:
    def test_a_file_is_read_and_waits(self, clerk: Client) -> None:
        answer = clerk.post("/documents/tray/", {"keeper": CITY, "file": sent(TEXT.encode())})
        made = Intake.objects.get()
        assert answer["Location"] == f"/documents/intake/{made.pk}/"
        assert made.reading["head"]["number"]["written"] == "12/KH-UBND"
        assert not Document.objects.exists()
        assert 'name="number" value="12/KH-UBND"' in page(clerk.get(answer["Location"]))

    def test_the_same_file_twice_is_told(self, clerk: Client) -> None:
        for _ in range(2):
            answer = clerk.post("/documents/tray/", {"keeper": CITY, "file": sent(TEXT.encode())})
        assert "đã có trong khay" in page(answer, 422)
        assert Intake.objects.count() == 1

    @pytest.mark.parametrize(
        ("content", "why"), [(b"", "rỗng"), (b"\x89PNG\r\n\x1a\n....", "PNG"), (b"PK\x03\x04xx", "hỏng")]
    )
    def test_what_cannot_be_read_is_kept_and_says_why(self, content: bytes, why: str, clerk: Client) -> None:
        answer = clerk.post("/documents/tray/", {"keeper": CITY, "file": sent(content)}, follow=True)
        assert why in page(answer)
        assert Intake.objects.get().state == Intake.State.UNREADABLE
        assert not Document.objects.exists()

    def test_a_secret_paper_is_thrown_away_and_only_its_name_recorded(self, clerk: Client) -> None:
        secret = f"MẬT\n{TEXT}".encode()
        answer = clerk.post("/documents/tray/", {"keeper": CITY, "file": sent(secret, "kế hoạch.txt")})
        assert "độ mật" in page(answer, 422)
        assert not Intake.objects.exists()
        told = Event.objects.get(what=["intake", "secret"])
        assert (told.note, told.unit) == ("kế hoạch.txt", CITY)

    def test_a_file_that_is_too_large_is_refused_before_it_is_read(self, clerk: Client) -> None:
        answer = clerk.generic(
            "POST", "/documents/tray/", b"x", content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH=str(200 * 1024 * 1024),
        )  # fmt: skip
        assert "quá lớn" in page(answer, 400)

    def test_nobody_takes_in_for_a_unit_out_of_reach(self, client: Client, cast: dict[str, User]) -> None:
        client.force_login(cast["tam"])
        answer = client.post("/documents/tray/", {"keeper": CITY, "file": sent(TEXT.encode())})
        assert answer.status_code == 422
        assert not Intake.objects.exists()


class TestConfirming:
    def test_the_page_shows_each_finding_and_its_place(self, clerk: Client) -> None:
        shown = page(clerk.get(f"/documents/intake/{waiting().pk}/"))
        assert 'data-finding="t2"' in shown
        assert 'data-in="t1' in shown
        assert "5 xã, phường" in shown
        assert "Đài khí tượng: không có trong sổ" in shown

    def test_a_finding_is_accepted_by_itself_and_the_rest_is_told(self, clerk: Client) -> None:
        made = waiting()
        answer = clerk.post(f"/documents/intake/{made.pk}/findings/t1/", {"state": "accepted"}, headers=HTMX)
        assert 'data-state="accepted"' in page(answer)
        assert 'hx-swap-oob="true"' in answer.content.decode()
        made.refresh_from_db()
        assert (made.choices["t1"]["bearers"], made.revision) == ([str(HEALTH)], 2)

    def test_a_task_of_nobody_says_so_on_its_card(self, clerk: Client) -> None:
        path = f"/documents/intake/{waiting().pk}/findings/t3/"
        assert "chưa có đơn vị nào" in page(clerk.post(path, {"state": "accepted"}, headers=HTMX), 422)
        assert clerk.get(path.replace("t3", "t99")).status_code == 404

    def test_a_task_is_mended_in_its_form(self, clerk: Client) -> None:
        path = f"/documents/intake/{waiting().pk}/findings/t3/mend/"
        assert "Thêm đơn vị thực hiện" in page(clerk.get(path))
        typed = {"matter": "Báo cáo mưa", "kind": "report", "due_on": "30/02/2026", "bearer": "Sở Y tế"}
        assert "30/02" in page(clerk.post(path, typed, headers=HTMX), 422)
        unknown = {**typed, "due_on": "28/02/2026", "bearer": "Sở Mưa"}
        assert "Không có đơn vị nào tên như vậy" in page(clerk.post(path, unknown, headers=HTMX), 422)
        shown = page(clerk.post(path, {**typed, "due_on": "28/02/2026"}, headers=HTMX))
        assert "28/02/2026" in shown
        assert "Sở Y tế" in shown
        assert 'data-state="accepted"' in shown

    def test_a_citation_is_mended_in_its_form(self, clerk: Client) -> None:
        made = waiting()
        path = f"/documents/intake/{made.pk}/findings/c1/mend/"
        assert "Quan hệ" in page(clerk.get(path))
        assert "tên gọi" in page(clerk.post(path, {"role": "basis"}, headers=HTMX), 422)
        assert "78/QĐ-UBND" in page(clerk.post(path, {"role": "cites", "number": "78/QĐ-UBND"}, headers=HTMX))

    def test_the_head_is_kept_as_it_is_typed_and_a_day_that_is_none_refused(self, clerk: Client) -> None:
        made = waiting()
        path = f"/documents/intake/{made.pk}/head/"
        assert "Đã lưu" in page(clerk.post(path, {"number": "13/KH-UBND"}, headers=HTMX))
        answer = clerk.post(path, {"issued_on": "30/02/2026"}, headers=HTMX)
        assert answer.status_code == 422
        assert answer["HX-Retarget"] == "#f-head"
        made.refresh_from_db()
        assert made.choices["head"]["number"] == "13/KH-UBND"

    def test_all_are_accepted_one_is_dropped_and_the_paper_is_entered(self, clerk: Client) -> None:
        made = waiting()
        path = f"/documents/intake/{made.pk}/"
        assert clerk.post(f"{path}all/").status_code == 302
        assert "Còn 1 điều" in page(clerk.post(f"{path}confirm/", {"revision": 2}), 422)
        clerk.post(f"{path}findings/t3/", {"state": "dropped"})
        made.refresh_from_db()
        answer = clerk.post(f"{path}confirm/", {"revision": made.revision})
        assert answer["Location"] == f"/documents/{Document.objects.get().pk}/"

    def test_whoever_is_overtaken_is_told_on_the_page(self, clerk: Client) -> None:
        made = settled(waiting())
        choose(made.pk, "c1", state="dropped", reach=EVERYTHING)
        answer = clerk.post(f"/documents/intake/{made.pk}/confirm/", {"revision": made.revision})
        assert "Người khác đã sửa" in page(answer, 422)

    def test_a_task_is_added_from_the_selected_words_and_a_file_dropped(self, clerk: Client) -> None:
        made = waiting()
        path = f"/documents/intake/{made.pk}/"
        answer = clerk.post(f"{path}add/", {"matter": "Vệ sinh", "start": "10", "end": "20"})
        assert answer["Location"].endswith("#f-h1")
        assert "Vệ sinh" in page(clerk.get(path))
        assert "Ghi lý do" in page(clerk.post(f"{path}drop/"), 422)
        assert clerk.post(f"{path}drop/", {"reason": "Gửi nhầm"})["Location"] == "/documents/tray/"
        assert "Gửi nhầm" in page(clerk.get("/documents/tray/"))


class TestRegistry:
    def test_full_text_is_found_without_marks_and_in_its_order(self, clerk: Client) -> None:
        paper("7/QĐ-UBND", date(2026, 1, 7), text="Về phòng chống sốt xuất huyết ở chợ nổi")
        paper("8/QĐ-UBND", date(2026, 1, 8), text="Chợ phiên, nổi tiếng xa gần")
        for words, there in (
            ("sot xuat huyet", "7"), ('"cho noi"', "7"), ("cho noi", "78"), ("7/qd-ubnd", "7"), ("tuyết", ""),
        ):  # fmt: skip
            shown = page(clerk.get("/documents/", {"q": words}))
            assert [one for one in "78" if f">{one}/QĐ-UBND<" in shown] == list(there), words
        assert "<mark>chợ nổi</mark>" in page(clerk.get("/documents/", {"q": '"cho noi"'}))

    def test_filters_narrow_the_list(self, clerk: Client) -> None:
        paper("7/QĐ-UBND", date(2026, 1, 7), type="QĐ")
        paper("8/KH-UBND", date(2026, 2, 8), type="KH", ended_on=date(2026, 3, 1))
        for asked, there in (
            ({"type": "kh"}, "8"), ({"since": "01/02/2026"}, "8"), ({"until": "31/01/2026"}, "7"),
            ({"force_on": "01/03/2026"}, "7"), ({"force_on": "28/02/2026"}, "78"), ({"issuer": "sở"}, ""),
        ):  # fmt: skip
            shown = page(clerk.get("/documents/", asked))
            assert [one for one in "78" if f">{one}/" in shown] == list(there), asked
        assert "30/02" in page(clerk.get("/documents/", {"since": "30/02/2026"}))

    def test_a_documents_page_tells_both_ways_and_what_it_may_end(self, clerk: Client, visit: Visit) -> None:
        old, new = paper("7/QĐ-UBND", date(2026, 1, 7)), paper("8/QĐ-UBND", date(2026, 2, 8), text=TEXT)
        Reference.objects.create(document=new, cited=old, number="7/QĐ-UBND", role="replaces", start=0, end=9)
        shown = page(visit(f"/documents/{new.pk}/"))
        assert f'href="/documents/{old.pk}/end/?by={new.pk}"' in page(clerk.get(f"/documents/{new.pk}/"))
        assert f'<a href="/documents/{old.pk}/">' in shown
        assert "8/QĐ-UBND" in page(clerk.get(f"/documents/{old.pk}/"))
        drawn = page(clerk.get(f"/documents/{old.pk}/graph/"))
        assert drawn.count('class="paper') == 2
        assert "cites-replaces" in drawn

    def test_a_document_is_ended_by_the_one_that_says_so(self, clerk: Client) -> None:
        old, new = paper("7/QĐ-UBND", date(2026, 1, 7)), paper("8/QĐ-UBND", date(2026, 2, 8))
        path = f"/documents/{old.pk}/end/"
        assert "8/QĐ-UBND" in page(clerk.get(path, {"by": str(new.pk)}))
        assert clerk.post(path, {"by_document": str(new.pk)}).status_code == 302
        shown = page(clerk.get(f"/documents/{new.pk}/"))
        assert "Chuỗi thay thế" in shown
        assert "hết hiệu lực từ 08/02/2026" in shown

    def test_a_file_is_only_ever_downloaded(self, clerk: Client) -> None:
        made = waiting(name="a<script>.html", content=b"<script>alert(1)</script>")
        answer = clerk.get(f"/documents/intake/{made.pk}/file/")
        assert answer.content == b"<script>alert(1)</script>"
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["X-Content-Type-Options"] == "nosniff"


HTMX = {"HX-Request": "true"}


def sent(content: bytes, name: str = "kế hoạch.txt") -> SimpleUploadedFile:
    """Make a file to send."""
    return SimpleUploadedFile(name, content)
