"""One browser and one running program for all browser tests; a page for each user of the cast."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, StorageState, sync_playwright

from tests.browser.house import House

Opened = Callable[..., Page]
# A refusal is an answer that tests ask for; `answered` below knows which answers are faults.
REFUSAL = re.compile(r"^Failed to load resource|^Response Status Error Code 4\d\d")
PARTS = {"script", "stylesheet", "font", "image", "manifest"}


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


@pytest.fixture(scope="package")
def logged_in(house: House, browser: Browser) -> Callable[[str], StorageState]:
    """Log each user in once, by hand, and keep what the browser then knows."""
    known: dict[str, StorageState] = {}

    def state(username: str) -> StorageState:
        if username not in known:
            context = browser.new_context(base_url=house.address, locale="vi-VN")
            page = context.new_page()
            page.goto("/accounts/login/")
            page.locator("input[name=login]").fill(username)
            page.locator("input[name=password]").fill(house.passwords[username])
            page.get_by_role("button", name="Đăng nhập", exact=True).click()
            page.wait_for_url(lambda address: "login" not in address)
            known[username] = context.storage_state()
            context.close()
        return known[username]

    return state


@pytest.fixture
def troubles() -> list[str]:
    """Gather what a browser complains of: errors, breaches of the content policy, parts that do not load."""
    return []


@pytest.fixture
def open_as(
    house: House, browser: Browser, logged_in: Callable[[str], StorageState], troubles: list[str]
) -> Iterator[Opened]:
    """Give a page of a user, in a browser of its own; at the end nothing may have gone wrong in it."""
    contexts = []

    def open_page(
        username: str | None, *, width: int = 1440, height: int = 960, dark: bool = False, touch: bool = False
    ) -> Page:
        context = browser.new_context(
            base_url=house.address, viewport={"width": width, "height": height}, locale="vi-VN",
            color_scheme="dark" if dark else "light", has_touch=touch,
            storage_state=logged_in(username) if username else None,
        )  # fmt: skip
        context.set_default_timeout(8_000)
        contexts.append(context)
        page = context.new_page()
        _listen(page, troubles)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def _listen(page: Page, troubles: list[str]) -> None:
    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not REFUSAL.search(message.text):
            troubles.append(message.text)

    def answered(response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and response.request.resource_type in PARTS):
            troubles.append(f"{response.status} {response.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", answered)
