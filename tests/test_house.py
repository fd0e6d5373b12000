"""The house: which database, what it must be, and how the command line speaks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from typer.testing import CliRunner

from tinhgon.access import actions
from tinhgon.cli import ground, server, users
from tinhgon.config import checks, embedded
from tinhgon.config.database import VARIABLE, DatabaseUrlUnreadable, database_settings


def tinhgon(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tinhgon.cli", *arguments],
        env=os.environ | {"LANG": "en_GB.UTF-8", "LC_ALL": "", "TINHGON_LANGUAGE": ""} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def forgetful(tmp_path: Path) -> Iterator[Path]:
    """A server that does not wait for the disk."""
    data = tmp_path / "pg"
    embedded.start(data, fsync="off", synchronous_commit="off")
    yield data
    embedded.remove(data)


class TestDatabaseSettings:
    def test_own_server_is_the_default(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.delenv(VARIABLE, raising=False)

        found = database_settings(tmp_path)

        assert found["NAME"] == "tinhgon"
        assert Path(found["HOST"]).is_absolute()
        assert not embedded.status(tmp_path / "pg").running

    def test_a_named_server_keeps_its_own_options(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv(
            VARIABLE,
            "postgresql://an:b%20c@db.example:6432/so?sslmode=verify-full&options=-c%20work_mem%3D1MB",
        )

        found = database_settings(tmp_path)

        assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "6432", "so")
        assert (found["USER"], found["PASSWORD"]) == ("an", "b c")
        assert found["OPTIONS"]["sslmode"] == "verify-full"
        assert found["OPTIONS"]["options"].endswith("-c work_mem=1MB")

    @pytest.mark.parametrize("address", ["mysql://an:secret@db/so", "postgresql://an:secret@db", "secret"])
    def test_a_bad_address_is_refused_without_repeating_it(
        self, address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv(VARIABLE, address)

        with pytest.raises(DatabaseUrlUnreadable) as refusal:
            database_settings(tmp_path)

        assert "secret" not in str(refusal.value)

    @pytest.mark.django_db
    def test_limits_are_kept_by_the_server(self) -> None:
        wanted = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
        with connection.cursor() as cursor:
            cursor.execute("SELECT " + ", ".join(f"current_setting('{name}')" for name in wanted))
            found = cursor.fetchone()

        assert found == ("1min", "10s", "1min")


class TestSoundDatabase:
    @pytest.mark.django_db
    def test_ours_is_sound(self) -> None:
        checks.require_sound_database()
        assert checks.sound_database(databases=["default"]) == []

    def test_one_that_forgets_is_refused_before_anything_is_written(self, forgetful: Path) -> None:
        done = tinhgon("--database", embedded.url(forgetful), "migrate")

        assert done.returncode == 2
        assert "fsync = off" in done.stderr
        assert "Traceback" not in done.stderr

    def test_the_refusal_speaks_vietnamese_too(self, forgetful: Path) -> None:
        done = tinhgon("migrate", LANG="vi_VN.UTF-8", **{VARIABLE: embedded.url(forgetful)})

        assert done.returncode == 2
        assert "có thể mất" in done.stderr

    def test_every_fault_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(checks, "_ask", lambda alias: (170006, "17.6", "on", "off"))

        found = checks.sound_database(databases=["default"])

        assert [fault.id for fault in found] == ["tinhgon.ServerTooOld", "tinhgon.ServerForgetsOnCrash"]

    def test_no_server_is_said_plainly(self) -> None:
        done = tinhgon("--database", "postgresql:///so?host=/nowhere", "migrate")

        assert done.returncode == 2
        assert done.stderr.startswith("The database cannot be reached")


class TestCommandLine:
    def test_help_needs_no_database(self, tmp_path: Path) -> None:
        done = tinhgon("--help", TINHGON_VAR=str(tmp_path))

        assert done.returncode == 0
        assert not (tmp_path / "pg").exists()

    def test_an_unknown_command_is_an_error_of_use(self) -> None:
        assert tinhgon("nothing").returncode == 2

    @pytest.mark.django_db
    def test_work_on_an_empty_database_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ground, "pending", lambda: 3)

        with pytest.raises(ground.NotMigrated):
            ground.open_database()

    def test_a_taken_port_is_said_or_stepped_over(self) -> None:
        with server.socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]

            with pytest.raises(server.PortUnusable):
                server._free_port("127.0.0.1", port, tries=1)
            assert server._free_port("127.0.0.1", port, tries=20) > port


@pytest.mark.django_db
class TestAdministrator:
    def make(self, name: str, password: str) -> BaseException | None:
        return CliRunner().invoke(users.app, ["create-administrator", name], input=f"{password}\n").exception

    def test_first_one_is_made_with_a_password_of_their_own(self) -> None:
        assert self.make("quản-trị", "một mật khẩu dài 7") is None

        person = get_user_model().objects.get(username="quản-trị")
        assert person.is_superuser
        assert person.check_password("một mật khẩu dài 7")

    def test_others_get_a_role(self) -> None:
        asked = ["create", "thư-ký", "--role", "clerk"]
        assert CliRunner().invoke(users.app, asked, input="một mật khẩu dài 7\n").exception is None

        person = get_user_model().objects.get(username="thư-ký")
        assert person.has_perm("register.draft_decision")
        assert not person.has_perm("register.sign_decision")

    def test_a_weak_password_is_refused(self) -> None:
        assert isinstance(self.make("quản-trị", "ngắn"), actions.WeakPassword)
        assert isinstance(self.make("quản-trị", ""), actions.WeakPassword)

    def test_a_taken_name_is_refused(self) -> None:
        self.make("quản-trị", "một mật khẩu dài 7")

        assert isinstance(self.make("quản-trị", "một mật khẩu dài 8"), actions.UserExists)


@pytest.mark.django_db
def test_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
