"""Documents written from the command line: Word and PDF without a database, numbers from the book."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tinhgon.cli import documents
from tinhgon.core.documents import UnreadableFile
from tinhgon.core.errors import Refused
from tinhgon.documents.models import Document
from tinhgon.documents.tests.ground import make_town
from tinhgon.documents.writing_refusals import NoSuchKind, NoSuchTemplate, NoTerm
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.kinds.fields import FieldMalformed, FieldsMissing
from tinhgon.texts.files import open_file


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "vi")
    monkeypatch.setattr("tinhgon.cli.ground.open_database", lambda: True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return written(tmp_path / "dữ liệu.json", KINDS["decision"].sample("state"))


def written(place: Path, value: Any) -> Path:
    place.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return place


def run(*arguments: object) -> Any:
    return CliRunner().invoke(documents.app, [str(one) for one in arguments])


def said(*arguments: object) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return str(done.stdout)


def refusal(*arguments: object) -> Refused:
    done = run(*arguments)
    assert isinstance(done.exception, Refused), (done.output, done.exception)
    return done.exception


@pytest.mark.parametrize("name", ["quyết định.docx", "quyết định.PDF"])
def test_a_document_is_written_without_a_database(name: str, data: Path, tmp_path: Path) -> None:
    out = tmp_path / name
    said("write", "decision", data, "--out", out)
    assert "125/QĐ-UBND" in open_file(out.read_bytes()).text


def test_the_layout_is_chosen_by_the_command(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    said("write", "decision", data, "--out", out, "--layout", "party")
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in open_file(out.read_bytes()).text


def test_what_is_wrong_is_named(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    assert isinstance(refusal("write", "novel", data, "--out", out), NoSuchKind)
    assert isinstance(refusal("write", "conclusion", data, "--out", out, "--layout", "state"), NoSuchTemplate)
    for text, wrong in (("{", UnreadableFile), ("[1]", UnreadableFile), ("{}", FieldsMissing),
                        ('{"issuer": 3}', FieldsMissing), ("[" * 99_999, UnreadableFile)):  # fmt: skip
        assert isinstance(refusal("write", "decision", written(tmp_path / "b", text), "--out", out), wrong)
    odd = written(tmp_path / "c", {**KINDS["decision"].sample(), "articles": "không phải hàng"})
    assert isinstance(refusal("write", "decision", odd, "--out", out), FieldMalformed)
    assert isinstance(refusal("write", "decision", tmp_path / "none", "--out", out), UnreadableFile)
    assert run("write", "decision", data, "--out", tmp_path / "a.odt").exit_code == 2
    assert not out.exists()


def test_kinds_are_listed_and_described_for_people_and_for_programs() -> None:
    assert "Quyết định bổ nhiệm cá nhân" in said("kinds")
    assert {one["code"] for one in json.loads(said("kinds", "--json"))} == set(KINDS)
    assert "* articles" in said("kinds", "decision")
    assert "articles[].clauses" in said("kinds", "decision")
    schema = json.loads(said("kinds", "decision", "--json"))
    assert "articles" in schema["required"]
    assert schema["properties"]["day"]["format"] == "date"
    assert schema["examples"][0]["layout"] == "state"


@pytest.mark.django_db
def test_a_document_is_issued_under_the_next_number(data: Path, tmp_path: Path) -> None:
    make_town()
    code, out = "92", tmp_path / "b.pdf"
    told = json.loads(said("issue", "decision", data, "--unit", code, "--json", "--out", out))
    assert told["number"] == "01/QĐ-UBND"
    assert "01/QĐ-UBND" in open_file(out.read_bytes()).text
    assert "02/QĐ-UBND" in said("issue", "decision", data, "--unit", code)
    party = written(tmp_path / "party.json", KINDS["decision"].sample("party"))
    assert isinstance(refusal("issue", "decision", party, "--unit", code), NoTerm)
    assert [one.state for one in Document.objects.all()] == ["registered"] * 2
