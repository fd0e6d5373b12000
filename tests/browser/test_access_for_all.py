"""Every page can be used by all: contrast, names, order, phone width, dark, and no violation of the CSP."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PAGES = (
    "/?on=2025-07-01",
    "/?on=2025-06-30",
    "/?on=2003-01-01",
    "/compare/?a=2025-06-30&b=2025-07-01",
    "/map/?on=2025-07-01",
    "/decisions/",
    "/decisions/new/",
    "/search/?q=ninh",
)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_no_barrier_that_a_machine_can_find(open_as: Opened, path: str, look: str) -> None:
    page = open_as("lan", width=390 if look == "phone" else 1440, dark=look == "dark")
    page.goto(path)
    page.wait_for_timeout(300)

    found = Axe().run(page, options=WCAG)

    barriers = [
        (rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found.response["violations"]
    ]
    assert barriers == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_off_a_phone(open_as: Opened, path: str) -> None:
    page = open_as("lan", width=390, height=844)
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
