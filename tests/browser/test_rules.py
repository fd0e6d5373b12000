"""The library in the browser: searched, a rule opened, its day changed, its history drawn; on a phone too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.steps import show_day
from tests.browser.test_access_for_all import COLOURS, NARROW, barriers

pytestmark = pytest.mark.browser
RULE = "/rules/units.commune_size/?on=2024-01-01"
PAGES = (
    "/rules/?on=2026-11-22",
    RULE,
    "/rules/figures/units.commune_standard/?on=2015-01-01",
    "/rules/retirement.month/?on=2026-11-22",
    "/rules/documents/",
    "/rules/documents/qd-294-2025-tw/",
)


def test_a_rule_is_found_without_marks_and_read_on_another_day(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/rules/?on=2024-01-01")
    page.get_by_role("searchbox", name="Tìm theo tên").fill("dien tich cua xa")
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("link", name="Dân số và diện tích của xã", exact=True).click()

    expect(page.locator("#main")).to_contain_text("1211/2016/UBTVQH13")
    expect(page.locator("svg.steps").first).to_be_visible()
    assert page.locator("svg.steps").first.locator("line[class^=tone]").count() > 0

    show_day(page, "24/05/2016")
    expect(page.locator("[data-not-in-force]")).to_contain_text("Không có hiệu lực vào ngày 24/05/2016")


def test_a_value_leads_to_its_document_and_the_chain(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/rules/documents/?q=294-QD")
    page.get_by_role("link", name="294-QĐ/TW").click()

    expect(page.locator(".chain li.current")).to_contain_text("294-QĐ/TW")
    expect(page.locator(".chain li").first).to_contain_text("2016")


@pytest.mark.parametrize("path", PAGES)
def test_no_barrier_that_a_machine_can_find(path: str, open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(path)
    assert barriers(page) == []

    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert barriers(page, COLOURS) == [], "in the dark"


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_the_whole_page(path: str, open_as: Opened) -> None:
    page = open_as("mai", width=390, height=844, touch=True)
    page.goto(path)

    assert _width(page) <= 390
    assert barriers(page, NARROW) == []


def test_print_has_values_and_cases_but_no_search(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(RULE)
    page.emulate_media(media="print")

    expect(page.locator("nav.tabs")).to_be_hidden()
    expect(page.locator("svg.steps").first).to_be_visible()
    cases = page.get_by_role("region", name="Trường hợp kiểm chứng").last
    assert cases.evaluate("one => one.scrollHeight <= one.clientHeight + 2")


def _width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))
