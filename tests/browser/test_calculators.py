"""A calculator in the browser: filled in, its result read, shared, printed; on a phone too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.test_access_for_all import COLOURS, barriers

pytestmark = pytest.mark.browser
EARLY = "/rules/calculators/severance.early_retirement/?on=2025-05-01"
PAGES = (
    "/rules/calculators/",
    f"{EARLY}&salary=15.356.250&retires_on=01/11/2027&restructured_on=01/03/2025&insured_years=22",
    f"{EARLY}&salary=nhiều",
    "/rules/calculators/classification.ward/?on=2026-01-01",
)


def fill(page: Page, **facts: str) -> None:
    """Write facts into the form."""
    for name, value in facts.items():
        page.locator(f"#id_{name}").fill(value)


def test_an_allowance_is_calculated_shared_and_printed(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/rules/calculators/?on=2025-05-01")
    page.get_by_role("link", name="Trợ cấp nghỉ hưu trước tuổi").click()
    fill(page, salary="nhiều", retires_on="01/11/2027", restructured_on="01/03/2025", insured_years="22")
    page.get_by_role("button", name="Tính", exact=True).click()
    expect(page.locator(".field.wrong")).to_contain_text("“nhiều” không phải là số")

    fill(page, salary="15.356.250")
    page.get_by_role("button", name="Tính", exact=True).click()
    expect(page.locator("[data-headline]")).to_have_text("744.778.125")
    expect(page.locator(".working li").nth(2)).to_contain_text("178/2024/NĐ-CP")

    shared = open_as("lan")
    shared.goto(page.url)
    expect(shared.locator("[data-headline]")).to_have_text("744.778.125")
    page.emulate_media(media="print")
    expect(page.locator("form.asking")).to_be_hidden()
    expect(page.locator("#result")).to_contain_text(re.compile("Tiền lương tháng.*15.356.250", re.DOTALL))


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
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
