"""A paper dropped on the page: read, answered by mouse and keys, confirmed, found again; on a phone too."""

from __future__ import annotations

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.test_access_for_all import COLOURS, NARROW, barriers

pytestmark = pytest.mark.browser
PAPER = """ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ
Số: {number}/KH-UBND
Cần Thơ, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Phòng, chống ngập mùa mưa
Căn cứ Quyết định số 77/QĐ-UBND ngày 02 tháng 02 năm 2026 của Ủy ban nhân dân thành phố;
1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ xây dựng kịch bản, hoàn thành trước ngày 15/4/2026.
2. Sở Xây dựng có trách nhiệm nạo vét cống trước ngày 30/4/2026.
"""


def take_in(page: Page) -> str:
    """Drop a new paper on the tray; give its number."""
    number = str(uuid4().int % 9000 + 1000)
    page.goto("/documents/tray/")
    content = PAPER.format(number=number).encode()
    page.locator("input[name=file]").set_input_files(
        {"name": f"{number}.txt", "mimeType": "text/plain", "buffer": content}
    )
    page.locator("select[name=keeper]").select_option(label="Thành phố Cần Thơ")
    page.get_by_role("button", name="Nạp và đọc").click()
    expect(page.locator("input[name=number]")).to_have_value(f"{number}/KH-UBND")
    return number


def test_a_paper_is_answered_by_mouse_and_keys_and_entered(open_as: Opened) -> None:
    page = open_as("hung")
    number = take_in(page)
    first = page.locator("#f-t1")
    first.locator(".matter").click()
    expect(page.locator("#source .pointed").first).to_be_visible()
    page.locator('#source [data-in~="t2"]').first.click()
    expect(page.locator("#f-t2")).to_be_focused()
    first.focus()
    page.keyboard.press("a")
    expect(first).to_have_attribute("data-state", "accepted")
    expect(page.locator("#f-t2")).to_be_focused()
    page.keyboard.press("e")
    page.locator("#f-t2 input[name=due_on]").fill("29/04/2026")
    page.get_by_role("button", name="Lưu và nhận").click()
    expect(page.locator("#f-t2")).to_contain_text("29/04/2026")
    page.get_by_role("button", name="Nhận tất cả").click()
    expect(page.locator("#progress")).to_contain_text("Đã xem cả")
    page.get_by_role("button", name="Xác nhận, vào sổ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{number}/KH-UBND")
    expect(page.locator(".obliged")).to_contain_text("Sở Y tế")
    page.goto("/documents/?q=%22chong+ngap%22+" + number)
    expect(page.get_by_role("link", name=f"{number}/KH-UBND")).to_be_visible()
    expect(page.locator("mark")).to_have_text("chống ngập")


def test_no_barrier_that_a_machine_can_find_in_light_dark_and_on_a_phone(open_as: Opened) -> None:
    page = open_as("hung")
    take_in(page)
    assert barriers(page) == []
    page.emulate_media(color_scheme="dark")
    assert barriers(page, COLOURS) == []
    phone = open_as("hung", width=390, height=844, touch=True)
    phone.goto(page.url)
    assert barriers(phone, NARROW) == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("tab", name="Văn bản").click()
    expect(phone.locator("#source")).to_be_visible()
    expect(phone.locator("#findings")).to_be_hidden()
