"""Documents from the command line: a text read without a database, a file taken in, the registry shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tinhgon.cli import documents, texts
from tinhgon.documents.models import Document, Intake
from tinhgon.documents.refusals import NoSuchDocument, SecretPaper
from tinhgon.documents.tests.ground import TEXT, make_town
from tinhgon.documents.tests.test_confirming import entered
from tinhgon.texts.files.refusals import EmptyFile


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "vi")
    monkeypatch.setattr("tinhgon.cli.ground.open_database", lambda: True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "kế hoạch.txt"
    made.write_text(TEXT, encoding="utf-8")
    return made


def run(app: Any, *arguments: object) -> Any:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def said(app: Any, *arguments: object) -> str:
    done = run(app, *arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return str(done.stdout)


def test_a_text_is_read_for_people_and_for_programs(file: Path) -> None:
    assert "12/KH-UBND · 2026-03-05" in said(texts.app, "read", file)
    found = json.loads(said(texts.app, "read", file, "--json"))
    assert found["head"]["number"]["written"] == "12/KH-UBND"
    assert found["text"] == TEXT


def test_a_file_that_says_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert isinstance(run(texts.app, "read", tmp_path / "a.txt").exception, EmptyFile)


@pytest.mark.django_db
def test_a_file_is_taken_into_the_tray_of_a_unit(file: Path) -> None:
    make_town()
    assert "/documents/intake/" in said(documents.app, "take-in", file, "--unit", "92")
    assert Intake.objects.get().state == "waiting"
    file.write_text(f"MẬT\n{TEXT}", encoding="utf-8")
    assert isinstance(run(documents.app, "take-in", file, "--unit", "92").exception, SecretPaper)
    file.write_bytes(b"")
    told = json.loads(said(documents.app, "take-in", file, "--unit", "92", "--json"))
    assert (told["state"], told["fault"]["code"]) == ("unreadable", "EmptyFile")


@pytest.mark.django_db
def test_the_registry_is_listed_and_shown(settings: Any) -> None:
    settings.DOCUMENT_TAKERS = []
    make_town()
    made = entered()
    assert f"{made.pk}  05/03/2026  12/KH-UBND" in said(documents.app, "list", "--q", "dich benh")
    assert json.loads(said(documents.app, "list", "--out", "--json")) == []
    assert "basis      77/QĐ-UBND" in said(documents.app, "show", made.pk)
    assert json.loads(said(documents.app, "show", made.pk, "--json"))["text"] == TEXT
    assert isinstance(run(documents.app, "show", "không").exception, NoSuchDocument)
    assert Document.objects.count() == 1
