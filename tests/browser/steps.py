"""What several browser tests do on the way to what they are about."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

EVE, MERGER = "2025-06-30", "2025-07-01"


def address(page: Page, path: str) -> str:
    """Write out an address that names a unit by a code and a day, or a decision by its number."""
    if named := re.search(r"(\d+)@([\d-]+)", path):
        unit = page.request.get(f"/api/units/{named[1]}?on={named[2]}").json()
        return path.replace(named[0], unit["id"])
    if number := re.search(r"number:(\w+)", path):
        listed = page.request.get(f"/decisions/?q={number[1]}").text()
        return path.replace(number[0], re.findall(r"/decisions/([0-9a-f-]{36})/", listed)[0])
    return path


def visit(page: Page, path: str) -> None:
    """Open an address and wait until its drawings stand, if it has any."""
    page.goto(address(page, path))
    for drawing in page.locator("[data-map], [data-chart], [data-orgchart]").all():
        expect(drawing.locator("svg, .canvas").first).to_be_attached()


def show_day(page: Page, day: str) -> None:
    """Type a day into the box that governs the page, and wait for the page of that day."""
    page.locator("#asof-on").fill(day)
    page.locator("#asof-on").press("Enter")
    expect(page.locator("#asof-slider")).to_have_attribute("aria-valuetext", day)
