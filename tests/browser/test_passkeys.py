"""Passkeys, with an authenticator inside Chromium: one is made, logs in alone, and is taken away."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.browser.house import House
from tests.tree import ROOT

pytestmark = pytest.mark.browser
NAME, PASSWORD = "khoa", "một mật khẩu của bài thử"  # nobody else's: whoever has a factor logs in otherwise
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def user(house: House) -> None:
    """Make a user of this test alone, as the runbook says."""
    subprocess.run(
        [sys.executable, "-m", "tinhgon.cli", "users", "create", NAME, "--role", "reader"],
        cwd=ROOT, env=os.environ | {"TINHGON_VAR": str(house.var)}, input=f"{PASSWORD}\n", text=True,
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture
def page(house: House, browser: Browser) -> Iterator[Page]:
    """Give a page by the name of the host: to an address of numbers no passkey is bound."""
    address = house.address.replace("127.0.0.1", "localhost")
    with browser.new_context(base_url=address, locale="vi-VN") as context:
        context.set_default_timeout(8_000)
        yield context.new_page()


@pytest.fixture
def device(page: Page) -> tuple[CDPSession, str]:
    """Put an authenticator into the browser that knows its owner."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session, made["authenticatorId"]


def by_password(page: Page) -> None:
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(NAME)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.locator(".topbar .who")).to_contain_text(NAME)


def by_passkey(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()


def log_out(page: Page) -> None:
    page.goto("/")
    page.locator(".topbar .menu summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/")
    expect(page).to_have_url(re.compile("/accounts/login/"))


def confirmed(page: Page, path: str) -> None:
    """Open a page of factors, with the password once more where it asks."""
    page.goto(path)
    if "reauthenticate" in page.url:
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Xác nhận").first.click()
        page.wait_for_url(lambda address: "reauthenticate" not in address)


def add_passkey(page: Page) -> None:
    confirmed(page, "/accounts/2fa/webauthn/add/")
    page.locator("input[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(lambda address: "webauthn/add" not in address)


def add_app(page: Page) -> None:
    """Make a factor besides: the last one stays."""
    confirmed(page, "/accounts/2fa/totp/activate/")
    secret = page.locator("input[readonly], input[disabled]").first.input_value()
    page.locator("input[name=code]").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.locator("#main form button, main form button").first.click()
    page.wait_for_url(lambda address: "activate" not in address)


def test_a_passkey_from_its_making_to_its_end(user: None, page: Page, device: tuple[CDPSession, str]) -> None:
    session, authenticator = device
    by_password(page)
    add_passkey(page)
    kept = session.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]
    assert [(one["rpId"], one["isResidentCredential"]) for one in kept] == [("localhost", True)]
    log_out(page)

    by_passkey(page)

    expect(page.locator(".topbar .who")).to_contain_text(NAME)
    add_app(page)
    page.goto("/accounts/2fa/webauthn/")
    page.locator("a[href*='/remove/']").click()
    page.locator("#main form button, main form button").last.click()
    page.wait_for_url("**/accounts/2fa/webauthn/")
    log_out(page)

    with page.expect_response(lambda answer: answer.request.method == "POST") as refusal:
        by_passkey(page)
    assert refusal.value.url.endswith("/accounts/2fa/webauthn/login/")
    expect(page.locator("body")).to_contain_text("Mã không đúng")
    expect(page.locator("input[name=login]")).to_be_visible()
    page.goto("/")
    expect(page).to_have_url(re.compile("/accounts/login/"))
