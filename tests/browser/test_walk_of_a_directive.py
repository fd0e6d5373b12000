"""A plan arrives, is confirmed, and binds; a task passes its day; the reply is written, and read back.

It comes late by its name: what it enters stays on the board.
"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tinhgon.texts.files import open_file
from tinhgon.texts.reading import read

pytestmark = pytest.mark.browser
TODAY = timezone.localdate()
ISSUED, PASSED, AHEAD = (TODAY + timedelta(days=days) for days in (-40, -10, 60))
NUMBER = "987/KH-UBND"
LATE = "lập danh mục hồ sơ còn tồn"
PLAN = f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {NUMBER}
Cần Thơ, ngày {ISSUED:%d} tháng {ISSUED.month:02} năm {ISSUED.year}

KẾ HOẠCH
Chỉnh lý hồ sơ cán bộ sau sắp xếp

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;

I. NHIỆM VỤ

1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính {LATE}, hoàn thành trước ngày {PASSED:%d/%m/%Y}.

2. Sở Tư pháp rà soát văn bản có liên quan, báo cáo Ủy ban nhân dân thành phố trước ngày {AHEAD:%d/%m/%Y}.

Nơi nhận:
- Các sở, ban, ngành thành phố;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Thử Nghiệm
"""


def take_in(page: Page) -> None:
    """Drop the plan on the tray of the city and look at what was read."""
    page.goto("/documents/tray/")
    plan = {"name": "ke-hoach.txt", "mimeType": "text/plain", "buffer": PLAN.encode()}
    page.locator("input[type=file]").set_input_files([plan])  # type: ignore[list-item]
    page.locator("select[name=keeper]").select_option(index=0)
    page.get_by_role("button", name="Nạp và đọc").click()
    expect(page.locator("#main")).to_contain_text("Chờ xác nhận")


def confirm(page: Page) -> None:
    page.get_by_role("button", name="Nhận tất cả").click()
    expect(page.locator("#confirming")).to_contain_text("Đã xem cả")
    page.get_by_role("button", name="Xác nhận, vào sổ").click()
    expect(page.get_by_role("heading", name=NUMBER)).to_be_visible()


def write_reply(page: Page) -> str:
    """Draft a report of the department; give the address of the draft."""
    page.goto("/documents/write/")
    office = page.locator("select[name=keeper] option", has_text=re.compile(r"^Sở Nội vụ")).first
    page.locator("select[name=keeper]").select_option(value=office.get_attribute("value"))
    page.get_by_role("button", name="Báo cáo", exact=True).click()
    fill(page, "abstract", f"Kết quả thực hiện Kế hoạch số {NUMBER}")
    fill(page, "sections-0-title", "Kết quả")
    fill(page, "sections-0-text", "Đã lập xong danh mục 1.204 hồ sơ.")
    for name, value in (("superior", "Ủy ban nhân dân thành phố Cần Thơ"), ("symbol", "BC-SNV"),
                        ("place", "Cần Thơ"), ("signer_title", "Giám đốc"), ("signer", "Lê Thử Nghiệm"),
                        ("recipients", "Như trên"), ("filing", "Lưu: VT")):  # fmt: skip
        fill(page, name, value)
    page.get_by_role("button", name="Ghi dự thảo").last.click()
    expect(page.locator("#main")).to_contain_text("dự thảo")
    return page.url


def fill(page: Page, name: str, value: str) -> None:
    """Fill a field in, wherever the page has folded it away."""
    field = page.locator(f"#main [name='{name}']")
    if not field.is_visible():
        page.locator("#main details", has=page.locator(f"[name='{name}']")).locator("summary").first.click()
    field.fill(value)


def test_a_plan_becomes_tasks_and_the_reply_is_read_back(open_as: Opened) -> None:
    clerk, leader, signer = open_as("hung"), open_as("lan", width=390, height=844, touch=True), open_as("lan")
    take_in(clerk)
    confirm(clerk)
    duties = clerk.locator("#main section", has_text="Nhiệm vụ từ văn bản này")
    expect(duties).to_contain_text(re.compile("Sở Nội vụ"))
    expect(duties).to_contain_text(f"{AHEAD - timedelta(days=1):%d/%m/%Y}")

    leader.goto("/directives/leading/")
    leader.locator("#main a", has_text="quá hạn").first.click()
    expect(leader.locator("#main")).to_contain_text(LATE)

    draft = write_reply(clerk)
    signer.goto(draft)
    issuing = signer.locator("#main details.written-issue")
    issuing.locator("summary").click()
    issuing.get_by_role("button", name=re.compile("^Ban hành")).click()
    expect(signer.locator("#main")).to_contain_text(re.compile(r"Đã ban hành và vào sổ: \d+/BC-SNV"))

    issued = re.sub(r".*/documents/(?:write/)?([0-9a-f-]{36}).*", r"\1", signer.url)
    for form in ("pdf", "docx"):
        paper = signer.request.get(f"/documents/{issued}/paper.{form}").body()
        head = read(open_file(paper).text).head
        assert head.number is not None
        assert head.number.written.endswith("/BC-SNV")
        assert head.issuer.startswith("Sở Nội vụ")
        assert head.day == TODAY
        assert NUMBER in head.abstract
