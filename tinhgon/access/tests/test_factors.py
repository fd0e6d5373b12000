"""A second factor that was lost: taken away by a command, made anew at the next log-in."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from click.testing import Result
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from typer.testing import CliRunner

from tests.cast import PASSWORD, make_cast
from tinhgon.access.models import User
from tinhgon.audit.models import Event
from tinhgon.cli import users
from tinhgon.core.errors import Refused

pytestmark = pytest.mark.django_db
WHY = "Mất điện thoại; đã gặp trực tiếp, xem thẻ"


@pytest.fixture
def cast() -> dict[str, User]:
    """Everybody, each with an app and recovery codes."""
    cache.clear()
    cast = make_cast([])
    for one in cast.values():
        TOTP.activate(one, generate_totp_secret())
        RecoveryCodes.activate(one)
    return cast


def reset(name: str, why: str = WHY) -> Result:
    return CliRunner().invoke(users.app, ["reset-factor", name, "--why", why])


def code_of(done: Result) -> str:
    assert isinstance(done.exception, Refused), (done.output, done.exception)
    return done.exception.code


def logged_in(name: str) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": name, "password": PASSWORD})
    return client


@pytest.mark.parametrize("who", ["lan", "mai"])
def test_the_next_log_in_makes_a_new_one(who: str, cast: dict[str, User]) -> None:
    """Also where what the user may do would not ask for one: he had one, and a password alone is less."""
    assert reset(who).exit_code == 0

    answer = logged_in(who).get("/")

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("mfa_activate_totp"))  # type: ignore[attr-defined]
    assert not Authenticator.objects.filter(user=cast[who]).exists()


def test_sessions_end_and_those_of_others_go_on(cast: dict[str, User]) -> None:
    own, others = Client(), Client()
    own.force_login(cast["lan"])
    others.force_login(cast["hung"])

    reset("lan")

    assert own.get("/accounts/password/change/").url.startswith("/accounts/login/")  # type: ignore[attr-defined]
    assert others.get("/accounts/password/change/").status_code == 200
    assert Authenticator.objects.filter(user=cast["hung"]).count() == 2


def test_it_is_on_record_as_an_act_of_whoever_runs_the_program(cast: dict[str, User]) -> None:
    reset("lan")

    event = Event.objects.get(act="change_login")

    assert (event.actor, event.actor_name, event.note) == (None, "", WHY)
    assert event.what == ["second_factor", f"user.{cast['lan'].pk}"]


@pytest.mark.parametrize(
    ("name", "why", "code"),
    [
        ("khong-co-ai", WHY, "UnknownUser"),
        ("LAN", WHY, "UnknownUser"),
        ("lan", "  ", "NeedsAReason"),
        ("lan", "a" * 201, "ReasonTooLong"),
    ],
)
def test_what_is_refused_changes_nothing(name: str, why: str, code: str, cast: dict[str, User]) -> None:
    assert code_of(reset(name, why)) == code

    assert Authenticator.objects.filter(user=cast["lan"]).count() == 2
    assert not User.objects.filter(needs_factor=True).exists()
    assert not Event.objects.filter(act="change_login").exists()


def test_without_a_reason_it_does_not_run(cast: dict[str, User]) -> None:
    assert CliRunner().invoke(users.app, ["reset-factor", "lan"]).exit_code == 2
