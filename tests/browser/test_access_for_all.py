"""All can use every page: contrast, names, order, phone, dark, print; none breaks the content policy."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.steps import address, visit

pytestmark = pytest.mark.browser

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"runOnly": ["color-contrast"]}
NARROW = {
    "runOnly": [
        "color-contrast",
        "target-size",
        "scrollable-region-focusable",
        "aria-hidden-focus",
        "link-name",
    ]
}  # what a narrow page may break
PAGES = (
    "/?on=2025-07-01",
    "/?on=2025-06-30",
    "/?on=2003-01-01",
    "/units/31120@2025-07-01/?on=2025-07-01",
    "/units/31117@2025-06-30/?on=2025-07-01&known=2025-07-15",
    "/units/92@2025-06-30/chart/?on=2025-06-30",
    "/compare/?a=2025-06-30&b=2025-07-01&kind=split",
    "/map/?on=2025-07-01",
    "/decisions/",
    "/decisions/number:1668/",
    "/decisions/new/?op=merge",
    "/decisions/upload/",
    "/search/?q=ninh",
    "/accounts/password/change/",
    "/?on=31/02/2025",
)


@pytest.mark.parametrize("path", PAGES)
def test_no_barrier_that_a_machine_can_find(open_as: Opened, path: str) -> None:
    page = open_as("lan")
    visit(page, path)
    assert barriers(page) == []

    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert barriers(page, COLOURS) == [], "in the dark"


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_the_whole_page(open_as: Opened, path: str) -> None:
    page = open_as("lan", width=390, height=844, touch=True)
    visit(page, path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert barriers(page, NARROW) == []


def test_the_page_of_login_has_no_barrier(open_as: Opened) -> None:
    page = open_as(None)
    page.goto("/accounts/login/")

    assert barriers(page) == []


def test_a_breach_of_the_content_policy_would_be_noticed(open_as: Opened, troubles: list[str]) -> None:
    page = open_as("mai")
    page.goto("/search/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'let a'}))")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b style=\"color: red\">red</b>')")

    page.wait_for_timeout(100)
    assert len([told for told in troubles if "Content Security Policy" in told]) == 2
    troubles.clear()


@pytest.mark.parametrize(
    "path", ["/units/92@2025-07-01/?on=2025-07-01", "/compare/?a=2025-06-30&b=2025-07-01"]
)
def test_print_has_the_content_and_no_navigation(open_as: Opened, path: str) -> None:
    page = open_as("mai")
    page.goto(address(page, path))
    page.emulate_media(media="print")

    for part in (".topbar", "#side", ".asof-slider", ".asof-steps", ".heading .actions", "nav.pages"):
        assert not any(found.is_visible() for found in page.locator(part).all()), part
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#asof-on")).to_have_value("01/07/2025")
    assert page.locator(".scroll").evaluate_all(
        "all => all.every(one => one.scrollHeight <= one.clientHeight + 2)"
    )
    assert page.pdf().count(b"/Type /Page\n") > 1


def barriers(page: Page, rules: dict[str, Any] = WCAG) -> list[tuple[str, list[Any]]]:
    """Give the rules that a page breaks, with the first places."""
    found = Axe().run(page, options=rules | {"resultTypes": ["violations"]}).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]
