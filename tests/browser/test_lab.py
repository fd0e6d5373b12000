"""The lab on the real case: opened, changed by hand on the map, compared; by all who use a browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.test_access_for_all import COLOURS, NARROW, barriers

pytestmark = pytest.mark.browser
ENACTED = "Đã ban hành: Nghị quyết 1668/NQ-UBTVQH15"
TABS = ("", "impact/", "chart/", "table/", "map/", "staff/", "runs/")


def open_enacted(page: Page, tab: str = "") -> str:
    """Open the enacted scenario by its name in the list; give its address."""
    page.goto("/lab/")
    page.get_by_role("link", name=ENACTED, exact=True).click()
    path = re.sub(r"[?#].*", "", page.url)
    if tab:
        page.goto(f"{path}{tab}")
    for drawing in page.locator("[data-map], [data-chart]:visible").all():
        expect(drawing.locator("svg, .canvas").first).to_be_attached()
    return path


def total(page: Page, key: str) -> str:
    return page.locator(f"[data-total={key}] dd").first.inner_text()


def test_the_real_case_says_what_it_comes_to(open_as: Opened) -> None:
    page = open_as("lan")
    open_enacted(page)

    assert total(page, "units").startswith("103")
    expect(page.locator("#main")).to_contain_text("hợp thành Phường Cái Khế")
    page.get_by_role("link", name="Bảng", exact=True).click()
    expect(page.locator("#main table tbody tr")).to_have_count(103)


def test_a_unit_moved_by_the_boxes_moves_every_figure(open_as: Opened) -> None:
    page = open_as("hung")
    path = open_enacted(page, "map/")
    before = total(page, "travel")
    page.locator("#lab-unit").select_option(label="Phường An Hòa (Quận Ninh Kiều)")
    page.locator("#lab-to").select_option(label="Phường Ninh Kiều")
    page.get_by_role("button", name="Chuyển", exact=True).click()

    expect(page.locator("[data-lab-told]")).to_contain_text("1 bước chưa lưu")
    assert total(page, "travel") != before
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("[data-lab-told]")).to_contain_text("Chưa chuyển đơn vị nào.")
    assert total(page, "travel") == before
    assert path in page.url


def test_a_unit_is_dragged_and_its_pieces_are_named(open_as: Opened) -> None:
    page = open_as("hung", height=1200)
    open_enacted(page, "map/")
    shapes = page.locator(".map path")
    here, there = shapes.nth(50).bounding_box(), shapes.nth(120).bounding_box()
    assert here is not None
    assert there is not None
    page.mouse.move(here["x"] + here["width"] / 2, here["y"] + here["height"] / 2)
    page.mouse.down()
    page.mouse.move(there["x"] + there["width"] / 2, there["y"] + there["height"] / 2, steps=12)
    page.mouse.up()

    expect(page.locator("[data-lab-told]")).to_contain_text("không liền nhau")
    assert barriers(page) == []


def test_what_was_drawn_is_kept_as_a_branch_of_the_locked_one(open_as: Opened) -> None:
    page = open_as("hung")
    path = open_enacted(page, "map/")
    first, second = page.locator(".map path").nth(10), page.locator(".map path").nth(11)
    first.focus()
    page.keyboard.press("Enter")
    second.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-lab-told]")).to_contain_text("1 bước chưa lưu")
    page.get_by_role("button", name="Lưu thành nhánh").click()

    expect(page.locator("h1")).to_contain_text("sửa tay")
    assert path not in page.url
    expect(page.locator("#main")).to_contain_text("phương án gốc không đổi")


def test_scenarios_are_compared_and_a_point_opens_one(open_as: Opened) -> None:
    page = open_as("lan")
    page.goto("/lab/")
    for box in page.locator("input[name=s]").all()[-2:]:
        box.check()
    page.get_by_role("button", name="So sánh").click()

    expect(page.locator("#main")).to_contain_text("Điều phòng lập phương án không thấy")
    expect(page.locator(".compare thead th")).to_have_count(3)
    page.locator(".compare thead a").first.click()
    expect(page).to_have_url(re.compile(r"/lab/[0-9a-f-]{36}/$"))
    page.go_back()
    points = page.locator(
        "[data-chart=scatter] svg path[fill-opacity='0.85'], [data-chart=scatter] svg circle"
    )
    points.last.click(force=True)
    expect(page).to_have_url(re.compile(r"/lab/[0-9a-f-]{36}/$"))


@pytest.mark.parametrize("tab", TABS)
def test_no_barrier_that_a_machine_can_find(open_as: Opened, tab: str) -> None:
    page = open_as("lan")
    open_enacted(page, tab)
    assert barriers(page) == []

    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert barriers(page, COLOURS) == [], "in the dark"


@pytest.mark.parametrize("tab", TABS)
def test_a_phone_shows_the_whole_page(open_as: Opened, tab: str) -> None:
    page = open_as("lan", width=390, height=844, touch=True)
    open_enacted(page, tab)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert barriers(page, NARROW) == []


@pytest.mark.parametrize("path", ["/lab/", "/lab/new/", "/lab/compare/"])
def test_the_other_pages_have_no_barrier(open_as: Opened, path: str) -> None:
    page = open_as("lan")
    page.goto(path)
    assert barriers(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
