"""A messy list of people in the browser: faults, the error workbook, mended, confirmed; on a phone too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tinhgon.exchange.tests.workbooks import cells, rewritten

pytestmark = pytest.mark.browser
DAY = "01/09/2025"
TITLES = ["STT", "CCCD", "Họ và tên", "Đơn vị công tác", "Năm sinh"]
MESSY = [
    ["DANH SÁCH CÁN BỘ", "", "", "", ""],
    TITLES,
    [1, 92085009901, "Nguyễn  Thị   Bình", "P. Cái Khế", "1985"],
    [2, "092090009902", "TRẦN VĂN AN", "Phường Cái Khế Q1", "31/02/1990"],
]


def send(page: Page, content: bytes) -> None:
    """Send a list of people."""
    page.goto("/imports/")
    page.locator("select[name=kind]").select_option("people")
    page.locator("input[name=on]").fill(DAY)
    file = {"name": "danh-sach.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    page.locator("input[name=file]").set_input_files(file)
    page.get_by_role("button", name="Nạp và xem trước").click()


def test_a_messy_list_is_mended_by_its_error_workbook(open_as: Opened, tmp_path: Path) -> None:
    page = open_as("lan")
    send(page, rewritten(MESSY))
    expect(page.get_by_role("heading", name="Nhập từ Excel: Người")).to_contain_text("2 lỗi")
    expect(page.get_by_role("row").filter(has_text="E4")).to_contain_text("31/02/1990")
    expect(page.get_by_role("row").filter(has_text="D4")).to_contain_text("Phường Cái Khế")

    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp lỗi").click()
    download.value.save_as(place := tmp_path / "errors.xlsx")
    rows = cells(place.read_bytes())
    rows[3][4:6] = ["Phường Cái Khế", "28/02/1990"]
    send(page, mended := rewritten(rows))
    expect(page.get_by_text("không có lỗi")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Nguyễn Thị Bình")).to_contain_text("Phường Cái Khế")
    expect(page.locator("body")).not_to_contain_text("092085009901")

    page.get_by_role("button", name="Xác nhận nhập").click()
    expect(page.get_by_text("nội dung tệp đã hủy")).to_be_visible()
    send(page, mended)
    expect(page.get_by_text("Tệp này đã được nhập lúc")).to_be_visible()
    send(page, rewritten([["", "", "Sao lại"], *rows]))
    expect(page.get_by_text("Mọi dòng đã đúng như trong sổ")).to_be_visible()


def test_the_page_fits_a_phone(open_as: Opened) -> None:
    page = open_as("lan", width=390, height=844)
    page.goto("/imports/")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    expect(page.get_by_role("link", name="Tải tệp mẫu: Bổ nhiệm")).to_be_visible()


def test_a_stranger_finds_no_such_page(open_as: Opened) -> None:
    page = open_as("khach")
    answer = page.goto("/imports/")
    assert answer is not None
    assert answer.status == 404
