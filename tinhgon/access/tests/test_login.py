"""Logging in: what shuts an account, what ends a session, what a second factor keeps shut."""

from __future__ import annotations

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD, make_cast
from tests.logins import showing
from tinhgon.access.models import User
from tinhgon.access.tests.ground import person
from tinhgon.config import checks

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"
ANY_PAGE = "/accounts/password/change/"
ONLY_PASSWORD = ({"method": "password"},)


@pytest.fixture
def cast() -> dict[str, User]:
    cache.clear()
    return make_cast([])


def log_in(client: Client, name: str, password: str = PASSWORD) -> Any:
    return client.post(LOGIN, {"login": name, "password": password})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def enrolled(cast: dict[str, User]) -> tuple[User, str]:
    """Lan with an app that makes codes."""
    secret = generate_totp_secret()
    TOTP.activate(cast["lan"], secret)
    return cast["lan"], secret


class TestLockOut:
    def fail(self, name: str, times: int) -> list[int]:
        return [log_in(Client(), name, "sai mật khẩu").status_code for _ in range(times)]

    def test_five_failures_shut_an_account(self, cast: dict[str, User]) -> None:
        assert self.fail("mai", 5) == [200, 200, 200, 200, 429]

        client = Client()
        log_in(client, "mai")

        assert not is_in(client)

    def test_a_name_that_nobody_has_is_answered_alike(self, cast: dict[str, User]) -> None:
        assert self.fail("mai", 7) == self.fail("khong-co-ai", 7)

    def test_letters_of_another_size_are_the_same_name(self, cast: dict[str, User]) -> None:
        self.fail("MAI", 3)

        assert self.fail("mai", 2)[-1] == 429

    def test_a_success_begins_the_count_anew(self, cast: dict[str, User]) -> None:
        self.fail("mai", 4)
        log_in(Client(), "mai")

        assert self.fail("mai", 1) == [200]


class TestSessions:
    def opened(self, who: User) -> Client:
        client = Client()
        client.force_login(who)
        assert client.get(ANY_PAGE).status_code == 200
        return client

    def test_it_ends_when_the_account_does(self, cast: dict[str, User]) -> None:
        client = self.opened(cast["lan"])
        User.objects.filter(pk=cast["lan"].pk).update(is_active=False)

        assert client.get(ANY_PAGE).url.startswith(LOGIN)  # type: ignore[attr-defined]

    def test_it_ends_when_the_password_changes(self, cast: dict[str, User]) -> None:
        client, lan = self.opened(cast["lan"]), cast["lan"]
        lan.set_password("một mật khẩu khác 8")
        lan.save()

        assert client.get(ANY_PAGE).status_code == 302

    def test_it_ends_after_a_working_day_however_busy(self, cast: dict[str, User]) -> None:
        client = self.opened(cast["lan"])
        session = client.session
        session["began"] = int(time.time()) - 8 * 3600
        session.save()

        assert client.get(ANY_PAGE).status_code == 302

    def test_its_end_is_put_off_by_use_and_not_by_every_request(self, cast: dict[str, User]) -> None:
        client = self.opened(cast["lan"])
        session = client.session
        session["seen"] = int(time.time()) - 61
        session.save()
        client.get(ANY_PAGE)

        assert client.session["seen"] >= int(time.time()) - 5
        assert 29 * 60 < client.session.get_expiry_age() <= 30 * 60

    def test_no_browser_keeps_a_page_made_for_somebody(self, cast: dict[str, User]) -> None:
        assert "no-store" in self.opened(cast["lan"]).get(ANY_PAGE).headers["Cache-Control"]

    def test_the_cookie_is_kept_from_scripts(self, cast: dict[str, User]) -> None:
        client = Client()
        log_in(client, "mai")
        cookie = client.cookies["sessionid"]

        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


class TestSecondFactor:
    def bare(self, who: User) -> Client:
        """A session that has shown a password alone."""
        client = Client()
        client.force_login(who)
        showing(client, who, ONLY_PASSWORD)
        return client

    @pytest.mark.parametrize("who", ["lan", "hung", "nga", "quy"])
    @pytest.mark.parametrize("path", ["/", "/decisions/", "/search/?q=a", "/export/register.csv", ANY_PAGE])
    def test_it_comes_before_any_page(self, who: str, path: str, cast: dict[str, User]) -> None:
        answer = self.bare(cast[who]).get(path)

        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/2fa/totp/activate/")  # type: ignore[attr-defined]

    def test_it_comes_before_the_api(self, cast: dict[str, User]) -> None:
        answer = self.bare(cast["lan"]).get("/api/units")

        assert (answer.status_code, answer.json()["code"]) == (403, "SecondFactorMissing")

    @pytest.mark.parametrize("who", ["mai", "khach"])
    def test_others_need_none(self, who: str, cast: dict[str, User]) -> None:
        assert self.bare(cast[who]).get(ANY_PAGE).status_code == 200

    def test_an_administrator_needs_it(self, cast: dict[str, User]) -> None:
        User.objects.filter(pk=cast["khach"].pk).update(is_superuser=True)

        assert self.bare(cast["khach"]).get(ANY_PAGE).status_code == 302

    @pytest.mark.parametrize(
        "name",
        [
            "mfa_index",
            "mfa_deactivate_totp",
            "mfa_generate_recovery_codes",
            "mfa_add_webauthn",
            "mfa_activate_totp",
            "account_change_password",
        ],
    )
    def test_whoever_has_one_cannot_go_round_it(self, name: str, enrolled: tuple[User, str]) -> None:
        answer = self.bare(enrolled[0]).get(reverse(name))

        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/2fa/reauthenticate/")  # type: ignore[attr-defined]

    def test_the_language_can_be_switched_and_nothing_opens(self, cast: dict[str, User]) -> None:
        client = self.bare(cast["lan"])

        assert client.post("/language/", {"language": "en", "next": "/"}).status_code == 302
        assert client.get("/").url.startswith("/accounts/2fa/")  # type: ignore[attr-defined]

    def test_a_password_alone_logs_nobody_in_who_has_a_factor(self, enrolled: tuple[User, str]) -> None:
        client = Client()
        answer = log_in(client, "lan")

        assert answer.url == reverse("mfa_authenticate")
        assert not is_in(client)

    def test_a_code_is_taken_once(self, enrolled: tuple[User, str]) -> None:
        secret, first, second = code(enrolled[1]), Client(), Client()
        for client in (first, second):
            log_in(client, "lan")
            client.post(reverse("mfa_authenticate"), {"code": secret})

        assert is_in(first)
        assert first.get(ANY_PAGE).status_code == 200
        assert not is_in(second)

    def test_a_recovery_code_is_taken_once(self, enrolled: tuple[User, str]) -> None:
        codes = RecoveryCodes.activate(enrolled[0]).get_unused_codes()
        first, second = Client(), Client()
        for client in (first, second):
            log_in(client, "lan")
            client.post(reverse("mfa_authenticate"), {"code": codes[0]})

        assert is_in(first)
        assert not is_in(second)

    def test_wrong_codes_are_counted_by_all_processes(self, enrolled: tuple[User, str]) -> None:
        client = Client()
        log_in(client, "lan")
        for _ in range(5):
            client.post(reverse("mfa_authenticate"), {"code": "000000"})
        client.post(reverse("mfa_authenticate"), {"code": code(enrolled[1])})

        assert not is_in(client)

    def test_the_secret_is_sealed_in_the_database(self, enrolled: tuple[User, str]) -> None:
        assert enrolled[1] not in str(Authenticator.objects.get(user=enrolled[0]).data)

    def test_the_last_factor_stays(self, enrolled: tuple[User, str]) -> None:
        client = Client()
        client.force_login(enrolled[0])
        showing(client, enrolled[0], ({"method": "mfa", "type": "totp", "reauthenticated": True},))  # type: ignore[dict-item]
        client.post(reverse("mfa_deactivate_totp"))

        assert Authenticator.objects.filter(user=enrolled[0]).exists()

    def test_making_one_asks_for_the_password_and_opens_the_pages(self, cast: dict[str, User]) -> None:
        client = self.bare(cast["lan"])
        activate = reverse("mfa_activate_totp")
        again = client.get(activate, follow=True)
        assert again.redirect_chain[-1][0].startswith("/accounts/reauthenticate/")
        client.post(again.redirect_chain[-1][0], {"password": PASSWORD})
        page = client.get(activate)
        assert page.status_code == 200

        secret = client.session["mfa.totp.secret"]
        client.post(activate, {"code": code(secret)})

        assert Authenticator.objects.filter(user=cast["lan"], type="totp").exists()
        client.post(reverse("mfa_reauthenticate"), {"code": code(secret)})
        assert client.get(ANY_PAGE).status_code == 200


class TestWithoutASecondFactor:
    """Only where all people are illustrative."""

    @pytest.fixture(autouse=True)
    def _off(self, settings: Any) -> None:
        settings.SECOND_FACTOR = "off"

    def opens(self, who: User) -> bool:
        client = Client()
        client.force_login(who)
        showing(client, who, ONLY_PASSWORD)
        return client.get(ANY_PAGE).status_code == 200

    def test_a_demonstration_goes_without(self, cast: dict[str, User]) -> None:
        person(None, illustrative=True)

        assert self.opens(cast["lan"])
        assert checks.second_factor(databases=["default"]) == []

    def test_one_real_person_brings_it_back(self, cast: dict[str, User]) -> None:
        person(None, illustrative=True)
        person(None, illustrative=False)

        assert not self.opens(cast["lan"])
        assert [found.id for found in checks.second_factor(databases=["default"])] == [
            "tinhgon.PeopleAreReal"
        ]
