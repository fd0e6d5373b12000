"""Imports from the command line: the same faults as the pages, exit code 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tests.cast import make_cast
from tinhgon.audit.models import Event
from tinhgon.cli import imports
from tinhgon.core.errors import Refused
from tinhgon.core.tests.world import CAI_KHE
from tinhgon.exchange.tests.workbooks import cells, workbook
from tinhgon.register.models import Decision
from tinhgon.register.tests.staffed import staff_town

pytestmark = pytest.mark.django_db
TITLES = ["Đơn vị", "Loại biên chế", "Biên chế"]
HEAD = {
    "type": "QĐ", "number": "7", "symbol": "QĐ-UBND", "issuer": "UBND", "issued_on": "2011-01-05",
    "effective_on": "2011-02-01", "title": "Giao biên chế",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _town(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "en")
    staff_town()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.xlsx"


@pytest.fixture
def head(tmp_path: Path) -> Path:
    place = tmp_path / "head.json"
    document = {"format": "tinhgon/decision@1", "decision": HEAD, "operations": []}
    place.write_text(json.dumps(document), encoding="utf-8")
    return place


def run(*arguments: object) -> Result:
    return CliRunner().invoke(imports.app, [str(argument) for argument in arguments])


def test_without_a_head_it_tells_and_writes_nothing(file: Path) -> None:
    file.write_bytes(workbook(TITLES, ["31120", "Công chức", 12], ["31117", "Công chức", 3]))
    done = run("quotas", file, "--on", "2011-02-01")
    assert done.exit_code == 0
    assert "2 rows: set_quota 1" in done.stdout
    assert "1 rows unchanged" in done.stdout
    assert not Decision.objects.exclude(state="signed").exists()


def test_with_a_head_it_becomes_a_draft_and_is_on_record(file: Path, head: Path) -> None:
    file.write_bytes(workbook(TITLES, ["31120", "Công chức", 12]))
    assert run("quotas", file, "--decision", head).exit_code == 0
    assert Decision.objects.get(number="7/QĐ-UBND").state == "draft"
    assert Event.objects.filter(act="import", actor=None).count() == 1
    again = run("quotas", file, "--decision", head)
    assert isinstance(again.exception, Refused)


def test_faults_are_told_by_cell_and_in_a_workbook(file: Path, head: Path, tmp_path: Path) -> None:
    file.write_bytes(workbook(TITLES, ["31120", "Công chức", 12], ["Phường Cai Khe Q1", "Công chức", "?"]))
    errors = tmp_path / "errors.xlsx"
    done = run("quotas", file, "--decision", head, "--errors", errors)
    assert done.exit_code == 1
    assert "A3: there is no unit" in done.stderr
    assert "C3: " in done.stderr
    assert "2 faults; nothing was written." in done.stderr
    assert "Đơn vị: " in cells(errors.read_bytes())[2][0]
    assert not Decision.objects.exclude(state="signed").exists()


def test_as_somebody_it_has_that_reach(file: Path) -> None:
    make_cast({CAI_KHE})
    file.write_bytes(workbook(TITLES, ["31120", "Công chức", 12]))
    done = run("quotas", file, "--on", "2011-02-01", "--as", "tam", "--json")
    assert done.exit_code == 1
    (fault,) = json.loads(done.stdout)["faults"]
    assert (fault["cell"], fault["code"]) == ("A2", "UnknownUnit")
