"""The list of decisions, the page of one, and what is done with drafts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tinhgon.register.actions import sign
from tinhgon.register.models import Change, Decision
from tinhgon.register.queries import units
from tinhgon.register.tests import places
from tinhgon.register.tests.conftest import Visit
from tinhgon.register.tests.drafting import Cast, client_of, row, save
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db

CAI_KHE = "31120"
MISPRINT = {
    "field": "population",
    "value": "57.689",
    "since": "01/07/2025",
    "line": "territorial",
    "reason": "In sai",
}
LIST = "/decisions/"


@pytest.fixture
def clerk(demo: Cast, db: None) -> Client:
    return client_of(demo["hung"])


@pytest.fixture
def signer(demo: Cast, db: None) -> Client:
    return client_of(demo["lan"])


def numbered(text: str) -> Decision:
    return Decision.objects.get(number__startswith=text)


def address(decision: Decision, act: str = "") -> str:
    return f"/decisions/{decision.pk}/{act}"


def renaming(client: Client, number: str = "5/QĐ-UBND", name: str = "Phường Cái Khế Mới") -> Decision:
    return save(client, row("rename", unit=CAI_KHE, name=name), number=number)


def name_on(day: date) -> str:
    key = units.holders([CAI_KHE], on=day)[CAI_KHE]
    return units.names([key], on=day, as_of=AsOf(day))[key]


def text_of(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def test_a_reader_sees_the_list_and_no_drafts(visit: Visit, clerk: Client) -> None:
    renaming(clerk)
    page = text_of(visit(LIST))
    assert "1668/NQ-UBTVQH15" in page
    assert "danh mục quốc gia" in page
    assert "minh họa" in page
    assert "5/QĐ-UBND" not in page
    assert "Lập quyết định" not in page


def test_an_outsider_sees_nothing(visit: Visit) -> None:
    assert visit(LIST, who="khach").status_code == 403
    assert visit(address(numbered("1668")), who="khach").status_code == 403


def test_somebody_unknown_is_asked_to_log_in(visit: Visit) -> None:
    assert visit(LIST, who=None)["Location"].startswith("/accounts/login/")


def test_drafts_of_the_office_come_first(visit: Visit, clerk: Client) -> None:
    renaming(clerk)
    page = text_of(visit(LIST, who="hung"))
    assert page.index("5/QĐ-UBND") < page.index("1668/NQ-UBTVQH15")


@pytest.mark.parametrize(
    ("query", "found", "left_out"),
    [
        ("q=1668", "1668/NQ-UBTVQH15", "655/NQ-UBTVQH14"),
        ("q=cấp+tỉnh", "202/2025/QH15", "1668/NQ-UBTVQH15"),
        ("type=DM", "2024-11-01/DM", "1668/NQ-UBTVQH15"),
        ("source=list", "2024-11-01/DM", "1668/NQ-UBTVQH15"),
        ("source=act", "1668/NQ-UBTVQH15", "2024-11-01/DM"),
        ("type=NOPE", "Không có quyết định nào như vậy", "1668/NQ-UBTVQH15"),
        ("state=future&on=2025-06-30", "1668/NQ-UBTVQH15", "655/NQ-UBTVQH14"),
        ("known=2025-07-15T08:10", "655/NQ-UBTVQH14", "1668/NQ-UBTVQH15"),
        ("page=2", "Trang trước", "1668/NQ-UBTVQH15"),
        ("page=x", "1668/NQ-UBTVQH15", "nothing of the kind"),
    ],
)
def test_the_list_is_filtered(query: str, found: str, left_out: str, visit: Visit) -> None:
    page = text_of(visit(f"{LIST}?{query}")).partition('id="signed"')[2]
    assert found in page
    assert left_out not in page


def test_what_has_not_begun_on_the_day_in_view_says_so(visit: Visit) -> None:
    decision = numbered("1668")
    assert "Có hiệu lực từ <b>01/07/2025</b>" in text_of(visit(address(decision) + "?on=2025-06-30"))
    assert "Có hiệu lực từ <b>" not in text_of(visit(address(decision) + "?on=2025-07-01"))


def test_a_decision_not_signed_at_the_moment_of_knowledge_is_not_there(visit: Visit) -> None:
    assert visit(address(numbered("1668")) + "?known=2025-07-01T00:00").status_code == 404
    assert visit("/decisions/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_the_great_resolution_is_told_by_pages(visit: Visit) -> None:
    decision = numbered("1668")
    page = text_of(visit(address(decision)))
    assert "139 thao tác" in page
    assert "24,86 %" in page
    assert "ước tính" in page
    assert 'id="op-100"' in page
    assert 'id="op-101"' not in page
    assert page.count('scope="rowgroup"') == 50
    last = text_of(visit(address(decision) + "?ops=2&units=2"))
    assert 'id="op-139"' in last
    assert 'id="op-100"' not in last


def test_units_are_linked_on_a_day_on_which_they_live(visit: Visit) -> None:
    page = text_of(visit(address(numbered("1668"))))
    assert "?on=2025-06-30" in page
    assert "?on=2025-07-01" in page


def test_an_illustration_says_that_it_is_one(visit: Visit) -> None:
    page = text_of(visit(address(numbered("01/QĐ-MH"))))
    assert "minh họa" in page
    assert "đính chính" in page
    assert "24.020" in page


def test_the_page_speaks_english(demo: Cast, db: None) -> None:
    page = text_of(client_of(demo["mai"], "en").get(address(numbered("1668"))))
    assert "139 operations" in page
    assert "estimate" in page
    assert "thao tác" not in page


def test_a_reader_has_no_buttons_and_no_way_around_them(visit: Visit, clerk: Client, demo: Cast) -> None:
    draft, signed = renaming(clerk), numbered("1668")
    page = text_of(visit(address(signed)))
    assert "Thu hồi" not in page
    assert "Đính chính" not in page
    reader = client_of(demo["mai"])
    for act in ("", "check/", "sign/", "discard/", "edit/"):
        assert reader.post(address(draft, act)).status_code in (403, 405)
    assert visit(address(draft)).status_code == 403
    assert Decision.objects.get(pk=draft.pk).state == "draft"


def test_a_clerk_checks_and_cannot_sign(clerk: Client) -> None:
    draft = renaming(clerk)
    page = text_of(clerk.post(address(draft, "check/"), follow=True))
    assert "có thể ký" in page
    assert address(draft, "sign/") not in page
    assert clerk.get(address(draft, "sign/")).status_code == 403
    assert clerk.post(address(draft, "sign/")).status_code == 403
    assert Decision.objects.get(pk=draft.pk).state == "checked"


def test_a_draft_shows_what_it_would_do(clerk: Client) -> None:
    page = text_of(clerk.get(address(renaming(clerk))))
    assert "Nếu ký, từng đơn vị sẽ thay đổi" in page
    assert "Phường Cái Khế Mới" in page


def test_a_signer_signs_and_the_register_changes(clerk: Client, signer: Client) -> None:
    draft, on = renaming(clerk), date(2026, 12, 1)
    clerk.post(address(draft, "check/"))
    confirm = text_of(signer.get(address(draft, "sign/")))
    assert "Nguyễn Thị Lan ký văn bản này, hiệu lực từ 01/12/2026?" in confirm
    assert name_on(on) == "Phường Cái Khế"
    page = text_of(signer.post(address(draft, "sign/"), follow=True))
    assert "Đã ký và ghi vào sổ" in page
    assert "Nguyễn Thị Lan" in page
    assert name_on(on) == "Phường Cái Khế Mới"
    assert name_on(on - timedelta(days=1)) == "Phường Cái Khế"


def test_an_unchecked_draft_is_not_signed(clerk: Client, signer: Client) -> None:
    draft = renaming(clerk)
    answer = signer.post(address(draft, "sign/"))
    assert answer.status_code == 422
    assert "chưa được kiểm tra" in text_of(answer)


def test_a_draft_without_a_number_is_not_signed(clerk: Client, signer: Client) -> None:
    draft = renaming(clerk, number="")
    signer.post(address(draft, "check/"))
    answer = signer.post(address(draft, "sign/"))
    assert answer.status_code == 422
    assert "chưa có số" in text_of(answer)


def test_who_was_overtaken_is_told_by_whom_and_may_check_again(
    demo: Cast, clerk: Client, signer: Client
) -> None:
    late, first = renaming(clerk), renaming(clerk, number="6/QĐ-UBND", name="Phường Người Trước")
    for draft in (late, first):
        clerk.post(address(draft, "check/"))
    sign(decision=first, actor=demo["lan"], at=timezone.now())
    answer = signer.post(address(late, "sign/"))
    page = text_of(answer)
    assert answer.status_code == 422
    assert "6/QĐ-UBND" in page
    assert "Phường Người Trước" in page
    assert "Kiểm tra lại" in page
    assert not Decision.objects.get(pk=late.pk).is_signed


def test_a_draft_that_cannot_be_is_refused_at_its_operation(clerk: Client) -> None:
    draft = save(clerk, row("merge", {"unit": CAI_KHE}, {"unit": CAI_KHE}, name="Phường A", kind="ward",
                            line="territorial", children="follow"))  # fmt: skip
    answer = clerk.post(address(draft, "check/"))
    assert answer.status_code == 422
    assert 'href="#op-1"' in text_of(answer)
    assert "được nêu hai lần" in text_of(answer)


def test_an_empty_draft_is_kept_and_not_passed(clerk: Client) -> None:
    draft = save(clerk, {})
    assert "chưa có thao tác nào" in text_of(clerk.post(address(draft, "check/")))


def test_a_draft_is_thrown_away_after_one_question(clerk: Client) -> None:
    draft = renaming(clerk)
    assert "Sổ không đổi gì" in text_of(clerk.get(address(draft, "discard/")))
    clerk.post(address(draft, "discard/"))
    assert not Decision.objects.filter(pk=draft.pk).exists()


def test_a_signed_decision_is_not_thrown_away(clerk: Client) -> None:
    answer = clerk.post(address(numbered("01/QĐ-MH"), "discard/"))
    assert answer.status_code == 422
    assert "đã ký, không thể sửa" in text_of(answer)


def test_a_decision_is_taken_back(clerk: Client, signer: Client, demo: Cast) -> None:
    draft = renaming(clerk)
    clerk.post(address(draft, "check/"))
    signer.post(address(draft, "sign/"))
    form = text_of(signer.get(f"/decisions/new/?op=revoke&decision={draft.pk}"))
    assert "Thu hồi Quyết định 5/QĐ-UBND" in form
    revoking = save(signer, row("revoke", decision="5/QĐ-UBND"), number="7/QĐ-UBND")
    signer.post(address(revoking, "check/"))
    signer.post(address(revoking, "sign/"))
    assert name_on(date(2026, 12, 1)) == "Phường Cái Khế"
    old = text_of(signer.get(address(draft)))
    assert "Đã được thu hồi bởi" in old
    assert address(revoking) in old
    assert address(draft) in text_of(signer.get(address(revoking)))
    assert "đã thu hồi" in text_of(signer.get(LIST))

    again = save(signer, row("revoke", decision="7/QĐ-UBND"), number="8/QĐ-UBND")
    signer.post(address(again, "check/"))
    signer.post(address(again, "sign/"))
    assert name_on(date(2026, 12, 1)) != "Phường Cái Khế"
    assert "Đã được thu hồi bởi" not in text_of(signer.get(address(draft)))
    assert "Đã được thu hồi bởi" in text_of(signer.get(address(revoking)))
    story = text_of(signer.get(f"/units/{places.CAI_KHE}/"))
    assert story.count("đã bị thu hồi bởi") == 1
    assert "đã bị thu hồi bởi Quyết định 8/QĐ-UBND" in story


def test_the_register_is_corrected_by_those_who_may(clerk: Client, signer: Client) -> None:
    about = numbered("1668")
    assert "Đính chính" in text_of(signer.get(address(about)))
    assert "Đính chính" not in text_of(clerk.get(address(about)))
    assert clerk.get(f"/decisions/new/?op=correct&decision={about.pk}").status_code == 403
    form = text_of(signer.get(f"/decisions/new/?op=correct&decision={about.pk}"))
    assert "Đính chính Nghị quyết 1668/NQ-UBTVQH15" in form
    correcting = save(
        signer,
        row("correct", unit=CAI_KHE, **MISPRINT),
        corrects=str(about.pk),
    )
    signer.post(address(correcting, "check/"))
    signer.post(address(correcting, "sign/"))
    page = text_of(signer.get(address(correcting)))
    assert "57.688" in page
    assert "57.689" in page
    assert "Đính chính cho" in page
    assert address(about) in page


def test_a_page_of_every_decision_keeps_the_budget(visit: Visit) -> None:
    for decision in Decision.objects.only("pk"):
        assert visit(address(decision), who="lan").status_code == 200


def test_every_change_of_the_great_resolution_can_be_told(visit: Visit) -> None:
    decision = numbered("1668")
    changed = Change.objects.filter(decision=decision, unit__isnull=False).values("unit").distinct().count()
    pages = -(-changed // 50)
    shown = sum(
        text_of(visit(f"{address(decision)}?units={page}")).count('scope="rowgroup"')
        for page in range(1, pages + 1)
    )
    assert shown == changed
