"""From a messy workbook to an appointment on a unit's page; the merger in a career; who must find nobody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Opened
from tests.browser.house import House
from tests.browser.steps import address
from tinhgon.exchange.tests.workbooks import cells, rewritten

pytestmark = pytest.mark.browser
NEWCOMER, BORN, FIRST, EVE = "Đoàn Thị Kiểm Thử", "17/03/1985", "2026-11-01", "2026-10-31"
ASKED = {"type": "QĐ", "number": "15/QĐ-BTC", "issuer": "Ban Thường vụ", "issued_on": "25/10/2026"}


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def send(page: Page, kind: str, rows: Sequence[Sequence[Any]]) -> None:
    """Send a workbook whose rows hold from 15/10/2026 unless they say otherwise."""
    page.goto("/imports/")
    page.locator("select[name=kind]").select_option(kind)
    page.locator("input[name=on]").fill("15/10/2026")
    file: FilePayload = {"name": "ds.xlsx", "mimeType": "application/octet-stream", "buffer": rewritten(rows)}
    page.locator("input[name=file]").set_input_files(file)
    page.get_by_role("button", name="Nạp và xem trước").click()


def vacant(page: Page) -> tuple[str, str]:
    """Find a unit whose name no other bears and in which a specialist's seat is vacant; give its page too."""
    page.goto(f"/vacancies/?on={EVE}&rank=specialist")
    rows = page.locator("#main tbody tr").filter(has_text="Ban Xây dựng Đảng phường")
    unit = rows.filter(has_text="Chuyên viên").first.locator("td").first
    return unit.inner_text().strip(), (unit.locator("a").get_attribute("href") or "").split("?")[0]


def mended(page: Page, place: Path, unit: str) -> list[list[Any]]:
    """Mend the faults that the error workbook names, in that workbook."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp lỗi").click()
    download.value.save_as(place)
    rows = cells(place.read_bytes())
    assert "ngày 31/02/2019 không có" in rows[3][0]
    assert unit in rows[3][0]  # proposed instead of what is not there
    return [*rows[:3], [*rows[3][:3], unit, *rows[3][4:6], "01/11/2026"]]


def draft(page: Page) -> None:
    """Say under which document the workbook stands, confirm, and check the draft that it becomes."""
    for name, value in ASKED.items():
        field = page.locator(f"[name$={name}]").first
        field.select_option(value) if name == "type" else field.fill(value)
    page.locator("[name$=title]").first.fill("Bổ nhiệm (kiểm thử)")
    page.get_by_role("button", name="Xác nhận nhập").click()
    page.get_by_role("link", name=ASKED["number"]).click()
    page.get_by_role("button", name="Kiểm tra").click()
    expect(page.locator("#main")).to_contain_text("có thể ký")


def sign(page: Page, decision: str) -> None:
    page.goto(decision)
    page.get_by_role("link", name=re.compile("^Ký")).click()
    page.get_by_role("button", name=re.compile("^Ký")).click()
    expect(page.locator("#main")).to_contain_text("Đã ký và ghi vào sổ")


def test_a_messy_workbook_becomes_an_appointment_for_the_right_days(open_as: Opened, tmp_path: Path) -> None:
    signer, clerk = open_as("lan"), open_as("hung")
    unit, page = vacant(signer)
    titles = ["Số CCCD", "Họ và tên", "Năm sinh", "Giới tính", "Đơn vị công tác"]
    # A number lost the zero in front of it, as spreadsheets lose them.
    send(signer, "people", [titles, [93085009911, "Đoàn  Thị Kiểm Thử", BORN, "Nữ", unit]])
    signer.get_by_role("button", name="Xác nhận nhập").click()
    expect(signer.locator("#main")).to_contain_text("Lập hồ sơ mới")

    blank = [""] * 5
    row = [decomposed("Chuyên viên"), "", f"{decomposed(unit)} Q1", BORN, decomposed(NEWCOMER), "31/02/2019"]
    send(clerk, "appointments", [
        ["ỦY BAN NHÂN DÂN", *blank], ["Danh sách bổ nhiệm", *blank],
        ["Chức vụ", "Ghi chú", "Đơn vị", "Ngày sinh", "Họ và tên", "Từ ngày"], row,
    ])  # fmt: skip
    expect(clerk.locator("h1")).to_contain_text("2 lỗi")
    send(clerk, "appointments", mended(clerk, tmp_path / "loi.xlsx", unit))
    expect(clerk.locator("h1")).to_contain_text("không có lỗi")
    expect(clerk.locator("#main")).to_contain_text(f"Chuyên viên – {unit}")
    draft(clerk)
    sign(signer, clerk.url)

    signer.goto(f"{page}?on={EVE}")
    expect(signer.locator("#posts")).to_be_visible()
    expect(signer.locator("#main")).not_to_contain_text(NEWCOMER)
    signer.goto(f"{page}?on={FIRST}")
    expect(signer.get_by_role("link", name=NEWCOMER)).to_be_visible()
    expect(signer.locator(".illustrative")).to_be_visible()


def test_a_career_leads_to_the_merger(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/people/?on=2025-07-01&q=an&title=statistics_officer")
    for link in [one.get_attribute("href") for one in page.locator("#main tbody th a").all()]:
        page.goto(link or "")
        if page.locator(".timeline a", has_text="1668/NQ-UBTVQH15").count():
            break
    expect(page.locator("#main")).to_contain_text("Chuyển theo sáp nhập")
    page.locator(".timeline a", has_text="1668/NQ-UBTVQH15").first.click()

    expect(page.locator("h1")).to_contain_text("1668/NQ-UBTVQH15")


def test_the_clerk_of_one_area_cannot_find_anybody_of_another(open_as: Opened, house: House) -> None:
    everywhere, page = open_as("lan"), open_as("tam")
    everywhere.goto(address(everywhere, "/people/?on=2026-10-15&unit=31471@2026-10-15"))
    other = everywhere.locator("#main tbody th a").first
    name, dossier = other.inner_text(), other.get_attribute("href") or ""

    assert page.request.get(dossier).status == 404
    for path in ("/people/?q=", "/search/?q=", "/search/people/?q="):
        answer = page.request.get(f"{path}{name}", headers={"HX-Request": "true"})
        assert dossier.split("?")[0] not in answer.text(), path

    page.goto("/accounts/reauthenticate/")
    page.locator("input[name=password]").fill(house.passwords["tam"])
    page.locator("#main form button").first.click()
    page.wait_for_url(lambda address: "reauthenticate" not in address)
    taken = cells(page.request.get("/people/export.xlsx?on=2026-10-15").body())
    assert len(taken) > 100
    assert not any(name in row and "Phường Long Mỹ" in str(row) for row in taken)
