"""An appointment that a rule stands against: seen, answered for, signed; and the findings of a day."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.steps import address
from tests.browser.test_access_for_all import COLOURS, NARROW, barriers
from tests.browser.test_people_story import send

pytestmark = pytest.mark.browser
LATE, BORN, DAY = "Đoàn Văn Sắp Nghỉ", "17/03/1966", "2025-08-15"
HEAD = {
    "type": "QĐ", "number": "77/QĐ-UBND", "issuer": "Ủy ban nhân dân thành phố", "issued_on": "10/08/2025",
    "effective_on": "15/08/2025", "title": "Về việc bổ nhiệm (kiểm thử)",
}  # fmt: skip
REASON, BASIS = "Chưa có người thay, đã lấy ý kiến tập thể", "Kết luận 08-KL/TW, mục 2"
LIST, UNIT = "/findings/?on=2026-11-22", "/units/31120@2025-07-01/?on=2026-11-22"


def vacant(page: Page) -> str:
    """Find a leading post whose seat is vacant on the day and still today."""
    free = []
    for on in (DAY, "2026-11-22"):
        page.goto(f"/vacancies/?on={on}&rank=deputy")
        links = page.locator("#main tbody th a").evaluate_all("all => all.map(one => one.pathname)")
        free.append([link.strip("/").rpartition("/")[2] for link in links])
    return str(next(post for post in free[0] if post in free[1]))


def somebody_late(page: Page) -> None:
    """Open the file of somebody born in March 1966, who has fewer than 60 months left."""
    page.goto(f"/vacancies/?on={DAY}&rank=deputy")
    unit = page.locator("#main tbody tr td").first.inner_text().strip()
    titles = ["Số CCCD", "Họ và tên", "Năm sinh", "Giới tính", "Đơn vị công tác"]
    send(page, "people", [titles, ["092066009912", LATE, BORN, "Nam", unit]])
    page.get_by_role("button", name="Xác nhận nhập").click()
    expect(page.locator("#main")).to_contain_text("Lập hồ sơ mới")


def drafted(page: Page) -> str:
    """Draft the appointment and check it; give its address."""
    page.goto(f"/decisions/new/?op=appoint&post={vacant(page)}&on={DAY}")
    for name, value in HEAD.items():
        field = page.locator(f"[name$={name}]").first
        field.select_option(value) if name == "type" else field.fill(value)
    page.locator("[name$='-person']").first.fill(LATE)
    page.get_by_role("button", name=re.compile("Lưu")).first.click()
    page.wait_for_url(re.compile(r"/decisions/[0-9a-f-]{36}/"))
    page.get_by_role("button", name=re.compile("Kiểm tra")).first.click()
    expect(page.locator("#main")).to_contain_text("có thể ký")
    return page.url.split("?")[0]


def test_what_blocks_is_signed_only_with_reason_and_basis(open_as: Opened) -> None:
    page = open_as("lan")
    somebody_late(page)
    decision = drafted(page)
    findings = page.locator("section", has=page.locator("#findings"))
    expect(findings).to_contain_text("cần từ 60 tháng")
    expect(findings).to_contain_text("theo quy định của ngày có hiệu lực, 15/08/2025")

    page.get_by_role("link", name=re.compile("^Ký")).click()
    reason, basis = page.get_by_label("Lý do"), page.get_by_label("Căn cứ pháp lý")
    page.get_by_role("button", name=re.compile("^Ký")).click()
    assert reason.evaluate("one => one.validity.valueMissing")
    expect(page).to_have_url(re.compile("/sign/"))

    reason.fill(REASON)
    basis.fill("   ")
    page.get_by_role("button", name=re.compile("^Ký")).click()
    expect(page.locator("#main")).to_contain_text("chưa được giải trình")
    expect(reason).to_have_value(REASON)
    assert barriers(page) == []

    basis.fill(BASIS)
    page.get_by_role("button", name=re.compile("^Ký")).click()
    expect(page.locator("#main")).to_contain_text("Đã ký và ghi vào sổ")
    page.goto(decision)
    for told in (REASON, BASIS, "Nguyễn Thị Lan"):
        expect(findings).to_contain_text(told)


def test_a_finding_leads_to_its_rule_and_the_article(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(f"{LIST}&rule=units.merged_size")
    link = page.locator("ul.findings .cited a").first
    number, _, article = link.inner_text().partition(", ")
    assert article.startswith("Điều 5")
    link.click()

    expect(page.locator("h1")).to_contain_text("hình thành sau sắp xếp")
    expect(page.locator("#main")).to_contain_text(number)
    expect(page.locator("#main")).to_contain_text(article)
    expect(page.locator("#asof-on")).to_have_value("22/11/2026")


def test_the_list_is_narrowed_by_rule_unit_and_weight(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(LIST)
    by_rule = page.locator("section", has=page.locator("#by-rule"))
    by_rule.locator("tbody a").first.click()
    expect(by_rule.locator("tr[aria-current=true]")).to_have_count(1)
    page.locator("section", has=page.locator("#by-unit")).locator("tbody a").first.click()
    expect(page.locator("#listed")).to_contain_text("phát hiện")

    page.get_by_role("link", name="Bỏ lọc").click()
    expect(by_rule.locator("tr[aria-current=true]")).to_have_count(0)


def test_no_barrier_that_a_machine_can_find(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(LIST)
    assert barriers(page) == []

    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert barriers(page, COLOURS) == [], "in the dark"


def test_a_phone_shows_the_whole_list(open_as: Opened) -> None:
    page = open_as("mai", width=390, height=844, touch=True)
    page.goto(LIST)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert barriers(page, NARROW) == []


def test_the_page_of_a_unit_shows_what_stands(open_as: Opened) -> None:
    page = open_as("mai")
    page.goto(address(page, UNIT))
    card = page.locator("section", has=page.locator("#open-findings"))
    expect(card).to_be_visible()
    expect(card).to_contain_text("theo quy định tại 22/11/2026")

    card.get_by_role("link", name="Mọi phát hiện").click()
    expect(page.locator("h1")).to_contain_text("Phát hiện theo quy định")
