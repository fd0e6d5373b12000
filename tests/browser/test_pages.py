"""Each page under the reader's hand: the day, comparison, map, chart, search, and what is refused."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.steps import EVE, MERGER, address, show_day, visit

pytestmark = pytest.mark.browser


def outlines(page: Page) -> int:
    return page.locator(".map path[role=link]").count()


def item(name: str) -> str:
    return f"[role=treeitem]:has(.name:text-is('{name}'))"


def test_a_day_that_does_not_exist_is_said_and_the_page_stays_usable(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/?on={MERGER}")

    page.locator("#asof-on").fill("31/02/2025")
    page.locator("#asof-on").press("Enter")
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("Không có ngày “31/02/2025”")
    expect(page.locator("h1")).to_contain_text("Thành phố Cần Thơ")
    expect(page.locator("#asof-on")).to_have_value("31/02/2025")

    show_day(page, "30/06/2025")
    expect(page.locator("#problem")).to_be_hidden()
    expect(page.locator("#main")).to_contain_text("263")


def test_the_slider_moves_by_keyboard(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/?on={MERGER}")
    page.locator("#asof-slider").press("ArrowLeft")

    expect(page).to_have_url(re.compile("on=30%2F06%2F2025"))
    expect(page.locator("#main")).to_contain_text("263")


def test_the_branches_a_reader_opened_stay_open_on_another_day(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/?on={EVE}")
    district = page.locator(item("Quận Ninh Kiều"))
    if not district.count():
        page.locator(f"{item('Thành phố Cần Thơ')} .twist").click()
    district.locator(".twist").click()
    expect(page.locator(item("Phường Cái Khế"))).to_be_visible()

    show_day(page, "29/06/2025")
    expect(page.locator(item("Phường Cái Khế"))).to_be_visible()


def test_a_comparison_marks_what_became_otherwise(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/compare/")
    page.locator("#compare-a").fill("30/06/2025")
    page.locator("#compare-b").fill("01/07/2025")
    page.locator("#compare-b").press("Enter")

    expect(page.locator("h1")).to_contain_text("Từ 30/06/2025 đến 01/07/2025")
    expect(page.locator(item("Phường Bình Thủy")).first.locator(".mark")).to_have_text("sáp nhập")
    expect(page.locator(item("Quận Ninh Kiều")).locator(".mark")).to_have_text("kết thúc")

    page.get_by_role("link", name=re.compile("^Chia tách 3")).click()
    expect(page.locator("#main tbody th")).to_have_count(3)
    expect(page.locator("#main tbody")).to_contain_text("Phường Bùi Hữu Nghĩa")


def test_the_map_shows_both_days_and_names_what_is_pointed_at(open_as: Opened) -> None:
    page = open_as("mai")
    visit(page, f"/map/?on={MERGER}")
    expect(page.locator(".map path[role=link]")).to_have_count(103)

    shape = page.get_by_role("link", name=re.compile("^Xã Vị Thủy")).and_(page.locator("path"))
    shape.hover()
    expect(page.locator(".leaflet-tooltip")).to_contain_text("32.394 người")

    page.get_by_role("button", name="Trước", exact=True).click()
    expect(page.locator(".map path[role=link]")).to_have_count(263)
    expect(page.get_by_role("button", name="Trước", exact=True)).to_have_attribute("aria-pressed", "true")


def test_a_row_of_the_table_chooses_its_outline_and_the_outline_opens_its_unit(open_as: Opened) -> None:
    page = open_as("mai")
    visit(page, f"/map/?on={MERGER}")
    shape = page.locator("path[aria-label^='Phường Cái Khế']")
    expect(shape).to_have_attribute("stroke-width", "1")

    page.locator("tr[data-map-unit]").filter(has_text="31120").hover()
    expect(shape).to_have_attribute("stroke-width", "2")

    shape.press("Enter")
    expect(page.locator("h1")).to_contain_text("Phường Cái Khế")


def test_the_chart_opens_by_keyboard_and_leads_to_the_unit(open_as: Opened) -> None:
    page = open_as("mai")
    visit(page, f"/units/92@{EVE}/chart/?on={EVE}")
    chart = page.locator(".orgchart svg[role=tree]")
    district = chart.locator(".node").filter(has_text="Quận Ninh Kiều").first
    expect(district).to_have_attribute("aria-expanded", "false")

    chart.press("ArrowRight")
    for _ in range(2):
        chart.press("ArrowDown")
    expect(district).to_have_attribute("aria-selected", "true")
    chart.press(" ")
    expect(district).to_have_attribute("aria-expanded", "true")
    expect(chart.locator(".node").filter(has_text="Phường Cái Khế")).to_be_visible()

    chart.press("Enter")
    expect(page.locator("h1")).to_contain_text("Quận Ninh Kiều")


def test_where_a_unit_came_from_is_drawn(open_as: Opened) -> None:
    page = open_as("mai")
    visit(page, f"/units/31120@{MERGER}/?on={MERGER}")

    drawing = page.locator("[data-chart=sankey] svg")
    for origin in ("Phường An Hòa", "Phường Bùi Hữu Nghĩa", "Phường Cái Khế"):
        expect(drawing.get_by_text(origin).first).to_be_visible()


def test_search_leads_to_a_unit_without_a_mouse(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/?on={MERGER}")
    page.keyboard.press("Control+k")
    page.keyboard.type("cai khe")
    expect(page.locator("#results")).to_contain_text("Phường Cái Khế")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("Cái Khế")
    expect(page.locator("#asof-on")).to_have_value("01/07/2025")


def test_a_decision_file_with_a_fault_is_refused_in_plain_words(open_as: Opened) -> None:
    page = open_as("hung")
    page.goto("/decisions/upload/")
    for content, sentence in (
        (b"{", "không phải JSON: dòng 1"),
        (renaming("code:00000"), "mã 00000 vào ngày 15/03/2026"),
    ):
        page.locator("#id_file").set_input_files(
            {"name": "đổi-tên.json", "mimeType": "application/json", "buffer": content}
        )
        page.get_by_role("button", name="Nạp thành dự thảo").click()

        expect(page.get_by_role("alert").filter(visible=True)).to_contain_text(sentence)
        expect(page.locator("#id_file")).to_be_visible()


def test_a_merger_is_previewed_before_anything_is_written(open_as: Opened) -> None:
    page = open_as("hung")
    page.goto("/decisions/new/?op=merge")
    page.locator("[name=issuer]").fill("Hội đồng nhân dân thành phố")
    page.locator("[name=title]").fill("Hợp nhất hai phường")
    page.locator("[name=effective_on]").fill("01/04/2026")
    for box, name in zip(
        page.locator("[name$='-unit']").all(), ("Phường Cái Khế", "Phường Ninh Kiều"), strict=True
    ):
        box.press_sequentially(name.removeprefix("Phường ").lower(), delay=10)
        page.get_by_role("option").filter(visible=True).filter(has_text=name).first.click()
    page.locator("[name$='-name']").fill("Phường Bến Ninh Kiều")
    page.locator("[name$='-kind']").select_option(label="Phường")
    page.get_by_role("button", name="Xem trước kết quả").click()

    preview = page.locator("#preview")
    expect(preview).to_contain_text("Phường Bến Ninh Kiều")
    expect(preview).to_contain_text("Phường Cái Khế")
    assert "Bến Ninh Kiều" not in page.request.get("/decisions/").text()


def test_a_reader_cannot_draft(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/decisions/")
    expect(page.get_by_role("link", name="Lập quyết định")).to_have_count(0)

    answer = page.goto("/decisions/new/")
    assert answer is not None
    assert answer.status == 403
    expect(page.locator("#main")).to_contain_text("không có quyền")


def test_the_dark_look_is_remembered(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/search/")
    page.get_by_role("button", name="Đổi nền sáng hoặc tối").click()
    page.reload()

    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_a_phone_opens_the_menu_with_the_tree(open_as: Opened) -> None:
    page = open_as("mai", width=390, height=844, touch=True)
    page.goto(f"/?on={MERGER}")
    expect(page.locator("#side")).to_be_hidden()
    page.get_by_role("button", name="Mở trình đơn").tap()

    expect(page.locator("#side")).to_be_visible()
    expect(page.get_by_role("link", name="Quyết định").first).to_be_visible()


def test_the_page_speaks_english_by_a_switch_and_stays_where_it_is(open_as: Opened) -> None:
    page = open_as("mai")
    here = address(page, f"/units/31120@{MERGER}/?on={MERGER}")
    page.goto(here)
    page.get_by_role("button", name=re.compile("English")).click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile(re.escape(here)))
    expect(page.locator("#asof label").first).to_have_text("Viewing the past, on")
    page.get_by_role("button", name=re.compile("Tiếng Việt")).click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def renaming(unit: str) -> bytes:
    """Write a decision file that renames a unit."""
    head = {"type": "NQ", "number": "99", "issuer": "HĐND", "title": "Đổi tên", "issued_on": "2026-03-01",
            "effective_on": "2026-03-15"}  # fmt: skip
    rename = {"op": "rename", "unit": unit, "name": "Phường Mới"}
    return json.dumps({"format": "tinhgon/decision@1", "decision": head, "operations": [rename]}).encode()
