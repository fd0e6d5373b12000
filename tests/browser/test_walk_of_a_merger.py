"""A merger from the first idea to the register and back: planned, proven, staffed, adopted, signed, revoked.

It comes last by its name: what it signs is taken back, but its decisions stay listed.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser
NAME, DAY = "Gộp những xã dưới chuẩn", "01/03/2027"
LONG = 180_000  # ms for a solver's process to begin, solve and end


def begin(page: Page) -> None:
    """Write a scenario in which a unit less is worth little: only what falls short is merged."""
    page.goto("/lab/new/")
    page.locator("#id_name").fill(NAME)
    page.locator("#id_effective_on").fill(DAY)
    page.locator("#id_preset_3").check()
    prices = page.locator("details", has=page.locator("#id_w_units"))
    if not page.locator("#id_w_units").is_visible():
        prices.locator("summary").click()
    page.locator("#id_w_units").fill("1")
    page.locator("#id_terrain").select_option("lowland")
    page.get_by_role("button", name="Lập phương án").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()


def solve(page: Page, trade: str, called: str) -> None:
    page.get_by_role("link", name="Lượt giải", exact=True).click()
    page.locator("#main select[name=trade]").select_option(trade)
    page.get_by_role("button", name="Chạy", exact=True).click()
    run = page.locator("#main section", has=page.get_by_role("heading", name=called, exact=True)).first
    expect(run).to_contain_text("xong", timeout=LONG)
    expect(run).to_contain_text("đã chứng minh tối ưu")


def letterhead(page: Page, number: str) -> None:
    page.locator("#main input[name=number]").fill(number)
    page.locator("#main input[name=issuer]").fill("Ủy ban nhân dân thành phố Cần Thơ")
    page.locator("#main input[name=issued_on]").fill("20/11/2026")


def sign(page: Page, path: str) -> None:
    """Check a draft and sign it; what stands against it is answered."""
    page.goto(path)
    page.get_by_role("button", name=re.compile("Kiểm tra")).first.click()
    page.get_by_role("link", name=re.compile("^Ký")).click()
    for field in page.locator("#main textarea:visible").all():
        field.fill("Bài kiểm thử: người và đơn vị đều là minh họa.")
    page.get_by_role("button", name=re.compile("^Ký")).click()
    expect(page.locator("#main")).to_contain_text("Đã ký")


def test_a_merger_is_planned_signed_and_taken_back(open_as: Opened) -> None:
    clerk, signer = open_as("hung"), open_as("lan")
    begin(clerk)
    solve(clerk, "consolidate", "Gộp đơn vị")
    scenario = re.sub(r"runs/.*", "", clerk.url)
    merged = clerk.request.get(f"{scenario}table.csv").text()
    assert len(merged.splitlines()) < 104, "something below the standard was merged"

    solve(clerk, "place", "Bố trí người")
    clerk.goto(f"{scenario}staff/")
    expect(clerk.locator("ul.staffed li p").first).to_contain_text("vị trí")

    clerk.goto(f"{scenario}adopt/")
    letterhead(clerk, "7/QĐ-UBND")
    clerk.get_by_role("button", name="Lập dự thảo").click()
    drafts = clerk.locator("#main a[href^='/decisions/']")
    expect(drafts.first).to_be_visible()
    paths = [str(one.get_attribute("href")) for one in drafts.all()]
    assert len(paths) >= 4

    for path in paths:
        sign(signer, path)
    signer.goto(f"{paths[0]}")
    expect(signer.locator("#main")).to_contain_text("hợp")

    clerk.goto(f"{scenario}adopt/")
    letterhead(clerk, "8/QĐ-UBND")
    clerk.get_by_role("button", name="Thu hồi tất cả").click()
    sign(signer, re.sub(r"https?://[^/]+", "", clerk.url))
    signer.goto("/map/?on=2027-03-01")
    expect(signer.locator("#main")).to_contain_text("103")
