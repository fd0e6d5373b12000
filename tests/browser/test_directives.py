"""Tasks through the browser: done, confirmed, extended; the calendar, a leader's phone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.test_access_for_all import COLOURS, NARROW, barriers

pytestmark = pytest.mark.browser
PAGES = (
    "", "list/", "calendar/", "heat/", "heat/?by=directive", "leading/", "lateness/", "cascades/",
    "review/2026/",
)  # fmt: skip


def first_task(page: Page, asked: str = "standing=pending&kind=task") -> str:
    """Open the first task of a list; give its address."""
    page.goto(f"/directives/list/?{asked}")
    page.locator("table.cards tbody th a").first.click()
    expect(page.locator("#story")).to_be_visible()
    return re.sub(r"[?#].*", "", page.url)


def test_a_clerk_reports_it_done_and_a_signer_confirms(open_as: Opened) -> None:
    page = open_as("hung")
    address = first_task(page)
    page.get_by_role("link", name="Báo cáo hoàn thành").click()
    page.get_by_label("Kết quả thực hiện").fill("Đã thực hiện xong, có biên bản kèm theo.")
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    expect(page.locator("#main")).to_contain_text("Đã báo cáo hoàn thành.")

    signer = open_as("lan")
    signer.goto(address)
    done = signer.get_by_role("link", name="Xác nhận hoàn thành")
    if done.count():  # what a unit gave itself is done by its own word
        done.click()
        signer.get_by_role("button", name="Xác nhận hoàn thành").click()
        expect(signer.locator("#main")).to_contain_text("Đã xác nhận hoàn thành.")
    expect(signer.locator("h1 .status")).to_contain_text("Xong")
    expect(signer.locator(".timeline")).to_contain_text("có biên bản kèm theo")


def test_a_day_is_put_off_with_a_reason_alone(open_as: Opened) -> None:
    page = open_as("hung")
    first_task(page, "standing=overdue")
    page.get_by_role("link", name="Gia hạn", exact=True).click()
    later = f"{timezone.localdate() + timedelta(days=45):%d/%m/%Y}"
    page.get_by_label("Hạn mới").fill(later)
    page.get_by_role("button", name="Gia hạn").click()
    expect(page.locator("[data-error-summary]")).to_contain_text("Lý do")
    assert barriers(page) == []

    page.get_by_label("Lý do").fill("Chờ văn bản hướng dẫn của bộ.")
    page.get_by_role("button", name="Gia hạn").click()
    expect(page.locator(".facts")).to_contain_text(later)
    expect(page.locator(".timeline")).to_contain_text("Chờ văn bản hướng dẫn của bộ.")


def test_a_day_of_the_calendar_opens_its_list_in_place(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/directives/calendar/")
    for _ in range(6):
        if page.locator(".month .whole").count():
            break
        page.get_by_role("link", name="Tháng trước").click()
    page.locator(".month .whole").first.click()
    expect(page.locator("#day-title")).to_contain_text("Đến hạn ngày")
    expect(page.locator("#day tbody tr").first).to_be_visible()


def test_a_column_shows_more_in_place_and_a_branch_opens(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto("/directives/")
    more = page.get_by_role("link", name="Xem thêm")
    if more.count():
        column = page.locator(".column", has=more.first)
        before = column.locator(".task").count()
        more.first.click()
        expect(column.locator(".task").nth(before)).to_be_visible()
    page.goto("/directives/cascades/")
    for link in page.locator("table tbody th a").all()[:8]:
        address = link.get_attribute("href") or ""
        if (answer := page.request.get(address).text()) and "<details hx-get" in answer:
            page.goto(address)
            page.locator(".cascade summary").first.click(position={"x": 5, "y": 12})
            expect(page.locator(".cascade .cascade .line").first).to_be_visible()
            break


def test_a_leader_opens_what_is_late_by_one_tap_on_a_phone(open_as: Opened) -> None:
    page = open_as("lan", width=390, height=844, touch=True)
    page.goto("/directives/leading/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert barriers(page, NARROW) == []
    page.locator(".lead-list a").first.tap()
    expect(page.locator("#story")).to_be_visible()


def test_the_leaders_page_is_one_sheet(open_as: Opened) -> None:
    page = open_as("lan")
    page.goto("/directives/leading/")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("path", PAGES)
def test_no_barrier_that_a_machine_can_find(open_as: Opened, path: str) -> None:
    page = open_as("lan")
    page.goto(f"/directives/{path}")
    assert barriers(page) == []

    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert barriers(page, COLOURS) == [], "in the dark"


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_the_whole_page(open_as: Opened, path: str) -> None:
    page = open_as("lan", width=390, height=844, touch=True)
    page.goto(f"/directives/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert barriers(page, NARROW) == []
