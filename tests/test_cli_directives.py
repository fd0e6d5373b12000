"""Directives from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tinhgon.access.tests.ground import granted, unit, user
from tinhgon.cli import directives, ground
from tinhgon.directives.tests.ground import DAY, directive, obligation

pytestmark = pytest.mark.django_db
ON = ("--on", "2026-06-10")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "vi")
    monkeypatch.setattr(ground, "open_database", lambda: None)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(directives.app, [str(argument) for argument in arguments])


@pytest.fixture
def late() -> None:
    here = unit()
    obligation(directive(here), here, due_on=DAY)
    one = user()
    granted(one, "clerk", at=here)


@pytest.mark.usefixtures("late")
def test_the_list_ends_with_three_if_anything_is_late() -> None:
    answer = run("list", "--json", *ON)
    (told,) = json.loads(answer.stdout)
    assert (told["status"], told["late_by"], answer.exit_code) == ("overdue", 9, 3)
    assert "quá hạn" in run("list", *ON).stdout
    assert run("list", "--only", "waiting", *ON).exit_code == 0


@pytest.mark.usefixtures("late")
def test_reminders_and_lineage_are_done_by_hand() -> None:
    assert "1 bản nhắc việc, gửi 0 thư" in run("remind", *ON).stdout
    assert "0 nhiệm vụ" in run("follow", *ON).stdout


@pytest.mark.usefixtures("late")
def test_the_table_of_the_year_is_printed_and_written(tmp_path: Path) -> None:
    row, total = json.loads(run("review", "--year", "2026", "--json", *ON).stdout)
    assert row["all"]["overdue"] == total["all"]["overdue"] == 1
    assert "Σ" in run("review", "--year", "2026", *ON).stdout
    for name in ("bảng.csv", "bảng.xlsx"):
        assert run("review", "--year", "2026", "--to", tmp_path / name, *ON).exit_code == 0
    assert "Tổng số" in (tmp_path / "bảng.csv").read_text("utf-8-sig")
    assert (tmp_path / "bảng.xlsx").read_bytes().startswith(b"PK")
