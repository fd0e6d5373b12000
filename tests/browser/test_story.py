"""The story that the first page of the README tells, walked on the real data."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.steps import EVE, MERGER, show_day

pytestmark = pytest.mark.browser


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def test_the_slider_of_days_governs_the_whole_page(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/?on={MERGER}")
    expect(page.locator("h1")).to_contain_text("Thành phố Cần Thơ")
    expect(page.locator("#main")).to_contain_text("31 phường, 72 xã")

    page.locator("#asof-previous").click()

    expect(page.locator("#asof-on")).to_have_value("30/06/2025")
    expect(page.locator("#main")).to_contain_text("263")
    expect(page.locator("#side")).to_contain_text("Tỉnh Sóc Trăng")
    assert page.locator("#asof").evaluate("bar => bar.classList.contains('asof-past')")


def test_a_commune_is_followed_to_the_decision_that_made_it(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/search/?q=bui+huu+nghia&on={EVE}")
    page.locator("#main").get_by_role("link", name=re.compile("Phường Bùi Hữu Nghĩa")).first.click()
    expect(page.locator("h1")).to_contain_text("Phường Bùi Hữu Nghĩa")

    show_day(page, "01/07/2025")
    expect(page.locator("#main")).to_contain_text("Phường Bình Thủy")
    page.locator("#main").get_by_role("link", name="Phường Cái Khế").first.click()
    expect(page.locator("h1")).to_contain_text("Phường Cái Khế")
    expect(page.locator("#main")).to_contain_text("24,9 %")

    page.locator("#main").get_by_role("link", name="1668/NQ-UBTVQH15").first.click()
    expect(page.locator("h1")).to_contain_text("1668/NQ-UBTVQH15")
    expect(page.locator("#main")).to_contain_text("139")


def test_what_was_known_before_the_correction_can_still_be_read(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/search/?q=31492&on=2025-12-01")
    page.locator("#main").get_by_role("link", name=re.compile("Xã Lương Tâm")).first.click()
    expect(page.locator("#main")).to_contain_text("24.020")

    moments = page.locator("#asof-known option").all_inner_texts()
    before = next(text for text in moments if text.startswith("15/07/2025"))
    page.locator("#asof-known").select_option(label=before)

    expect(page.locator("#main")).to_contain_text("2.402")
    expect(page.locator("#main")).not_to_contain_text("24.020")


def test_two_days_are_compared_in_words(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/compare/?a={EVE}&b={MERGER}")

    expect(page.locator("h1")).to_contain_text("30/06/2025")
    expect(page.locator("#main")).to_contain_text("Phường An Hòa")
    expect(page.locator("#main")).to_contain_text("Quận Ninh Kiều")


def test_the_tree_opens_and_closes_by_keyboard(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"/?on={EVE}")
    first = page.locator("[role=tree] [role=treeitem]").first
    first.focus()

    page.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[role=group] [role=treeitem]:visible").first).to_contain_text("Quận")
    page.keyboard.press("ArrowDown")
    assert "Quận" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(first).to_have_attribute("aria-expanded", "false")


def test_search_opens_by_keyboard_and_needs_no_marks(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("ninh kieu", delay=20)

    expect(page.locator("dialog")).to_contain_text("Phường Ninh Kiều")


def test_one_drafts_another_signs_and_the_register_changes(open_as: Opened) -> None:
    clerk = open_as("hung")
    clerk.goto("/search/?q=31147&on=2026-03-01")
    clerk.locator("#main").get_by_role("link", name=re.compile("Phường Tân An")).first.click()
    unit = clerk.url.split("?")[0].rstrip("/").rsplit("/", 1)[1]
    clerk.goto(f"/decisions/new/?unit={unit}&op=rename")
    clerk.locator("[name$=type]").first.select_option("NQ")
    clerk.locator("[name$=number]").first.fill("07/NQ-HĐND")
    clerk.locator("[name$=issuer]").first.fill("Hội đồng nhân dân thành phố")
    clerk.locator("[name$=issued_on]").first.fill("01/03/2026")
    clerk.locator("[name$=effective_on]").first.fill("15/03/2026")
    clerk.locator("[name$=title]").first.fill("Đổi tên phường Tân An (kiểm thử)")
    clerk.locator("[name$='-name']").first.fill("Phường Tân An Mới")
    clerk.get_by_role("button", name=re.compile("Lưu")).first.click()
    clerk.wait_for_url(re.compile(r"/decisions/[0-9a-f-]{36}/"))
    clerk.get_by_role("button", name=re.compile("Kiểm tra")).first.click()
    expect(clerk.locator("#main")).to_contain_text("Phường Tân An Mới")
    decision = re.search(r"[0-9a-f-]{36}", clerk.url)
    assert decision is not None
    assert clerk.get_by_role("link", name=re.compile("^Ký")).count() == 0

    signer = open_as("lan")
    signer.goto(f"/decisions/{decision.group()}/sign/")
    signer.get_by_role("button", name=re.compile("Ký")).first.click()
    expect(signer.locator("#main")).to_contain_text(re.compile("[Đđ]ã ký"))

    signer.goto(f"/units/{unit}/?on=2026-03-15")
    assert "Phường Tân An Mới" in heading(signer)
    signer.goto(f"/units/{unit}/?on=2026-03-14")
    assert "Mới" not in heading(signer)


def test_who_has_no_role_sees_nothing(open_as: Opened) -> None:
    page = open_as("khach")
    for address in ("/", "/decisions/", "/compare/", "/map/", "/search/?q=can+tho", "/api/tree?on=2025-07-01",
                    "/export/register.csv"):  # fmt: skip
        answer = page.request.get(address)
        assert answer.status == 403, address
        assert "Ninh Kiều" not in answer.text()


def test_who_is_not_logged_in_is_asked_to(open_as: Opened) -> None:
    page = open_as(None)
    page.goto("/decisions/")

    expect(page).to_have_url(re.compile("/accounts/login/"))
