"""One browser and one running program for all browser tests; a page for each user of the cast."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.house import House

Opened = Callable[..., Page]


@pytest.fixture(scope="package")
def house() -> Iterator[House]:
    """Start the demonstration once."""
    opened = House()
    try:
        yield opened.open()
    finally:
        opened.close()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium, or Playwright's own."""
    path = os.environ.get("TINHGON_CHROMIUM") or None
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture
def open_as(house: House, browser: Browser) -> Iterator[Opened]:
    """Log a user in and give the page; at the end nothing may have gone wrong in its console."""
    contexts, said = [], []

    def log_in(username: str | None, *, width: int = 1440, height: int = 960, dark: bool = False) -> Page:
        context = browser.new_context(
            base_url=house.address, viewport={"width": width, "height": height}, locale="vi-VN",
            color_scheme="dark" if dark else "light",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        if username:
            page.goto("/accounts/login/")
            page.locator("input[name=login]").fill(username)
            page.locator("input[name=password]").fill(house.passwords[username])
            page.locator("form:has(input[name=password]) button[type=submit]").click()
            page.wait_for_url(lambda address: "login" not in address)
        return page

    yield log_in
    for context in contexts:
        context.close()
    # A refusal (403, 404, 422) is an answer the tests ask for; the browser logs it as a failed load.
    assert [text for text in said if "Failed to load resource" not in text] == []
