"""The register from the command line: the same answers as the pages, and bad input named."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from django.test import TestCase
from typer.testing import CliRunner

from tests.cast import make_cast
from tinhgon.access.actions import DEMO_USERS
from tinhgon.cli import decision, demo, register
from tinhgon.core.documents import LARGEST
from tinhgon.core.errors import Refused
from tinhgon.register import data
from tinhgon.register.actions.demo import load_demo
from tinhgon.register.models import Decision

CANTHO = Path(data.__file__).parent / "cantho"
COLUMNS = "level,code,name,type,parent_code,valid_from,valid_to"
EVE, MERGER = "2025-06-30", "2025-07-01"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


def run(app: Any, *arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def said(app: Any, *arguments: object) -> str:
    done = run(app, *arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.stdout


def refusal(app: Any, *arguments: object) -> Refused:
    """The main program says it in a sentence, with exit code 2."""
    done = run(app, *arguments)
    assert isinstance(done.exception, Refused), (done.output, done.exception)
    assert done.stdout == ""
    return done.exception


def written(place: Path, *operations: dict[str, Any], **head: str) -> Path:
    """Write a decision file."""
    own = {
        "number": "77", "symbol": "NQ-HĐND", "type": "NQ", "issuer": "HĐND thành phố Cần Thơ",
        "issued_on": "2026-01-10", "effective_on": "2026-02-01", "title": "Đổi tên phường Cái Khế",
    }  # fmt: skip
    content = {"format": "tinhgon/decision@1", "decision": own | head, "operations": operations}
    place.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return place


RENAME = {"op": "rename", "v": 1, "unit": "code:31120", "name": "Phường Bến Ninh Kiều"}
CORRECT = {
    "op": "correct", "v": 1, "unit": "code:31120", "field": "population", "value": 57689,
    "since": MERGER, "until": None, "reason": "Đếm lại",
}  # fmt: skip


class TestReading(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_demo()
        make_cast()

    @pytest.fixture(autouse=True)
    def _place(self, tmp_path: Path) -> None:
        self.place = tmp_path / "file"

    def test_tree(self) -> None:
        assert "  Phường Cái Khế (31120)" in said(register.app, "tree", "--on", MERGER).splitlines()
        found = json.loads(said(register.app, "tree", "--on", EVE, "--root", "916", "--json"))
        assert (found["ancestors"], found["count"]) == (1, 10)

    def test_tree_as_known(self) -> None:
        arguments = ("tree", "--on", "2026-01-01", "--root", "31492", "--json")
        then = json.loads(said(register.app, *arguments, "--known-at", "2025-09-01"))
        now = json.loads(said(register.app, *arguments))

        assert [found["nodes"][-1]["population"] for found in (then, now)] == [2402, 24020]

    def test_unit(self) -> None:
        found = json.loads(said(register.app, "unit", "31117", "--on", EVE, "--json"))
        told = said(register.app, "unit", "31120", "--on", MERGER)

        assert found["facts"]["name"] == "Phường Cái Khế"
        assert [link["result_name"] for link in found["to"]] == ["Phường Cái Khế"]
        assert found["from"] == []
        assert "population: 57,688" in told
        assert "Phường An Hòa → Phường Cái Khế (100 %)" in told

    def test_diff(self) -> None:
        found = json.loads(said(register.app, "diff", EVE, MERGER, "--json"))

        assert found["counts"]["merged"] == 96
        assert "Merged (96)" in said(register.app, "diff", EVE, MERGER)
        assert "Hợp nhất, sáp nhập (96)" in said(register.app, "diff", EVE, MERGER, "--language", "vi")

    def test_export(self) -> None:
        for form, begins in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("jsonld", b"{")):
            said(register.app, "export", "--format", form, "--on", MERGER, "-o", self.place)
            assert self.place.read_bytes().startswith(begins)
        assert list(self.place.parent.iterdir()) == [self.place]

    def test_reading_is_refused_in_a_sentence(self) -> None:
        assert refusal(register.app, "tree", "--on", "31/02/2025").code == "NoSuchDay"
        assert refusal(register.app, "tree", "--known-at", "then").code == "NoSuchMoment"
        assert refusal(register.app, "tree", "--root", "00000").code == "NoSuchUnit"
        assert refusal(register.app, "unit", "00000").code == "NoSuchUnit"
        assert refusal(register.app, "diff", EVE, "tomorrow").code == "NoSuchDay"
        assert refusal(register.app, "export", "-o", "/nowhere/file").code == "UnwritableFile"

    def test_a_trial_writes_nothing(self) -> None:
        told = said(decision.app, "check", written(self.place, RENAME))

        assert "renamed: Phường Cái Khế → Phường Bến Ninh Kiều" in told
        assert json.loads(said(decision.app, "check", self.place, "--json"))["decision"]["state"] == "checked"
        assert Decision.objects.count() == 28

    def test_signing(self) -> None:
        said(decision.app, "sign", written(self.place, RENAME, CORRECT), "--as", "lan")

        assert Decision.objects.get(number="77/NQ-HĐND").signed_by.username == "lan"  # type: ignore[union-attr]
        found = json.loads(said(register.app, "unit", "31120", "--on", "2026-02-01", "--json"))
        assert found["facts"]["name"] == "Phường Bến Ninh Kiều"
        assert refusal(decision.app, "sign", self.place, "--as", "lan").code == "DuplicateDocument"

    def test_who_may_not_sign_is_told_so(self) -> None:
        written(self.place, RENAME)

        assert refusal(decision.app, "sign", self.place, "--as", "hung").code == "MayNot"
        assert refusal(decision.app, "sign", self.place, "--as", "nobody").code == "NoSuchUser"
        assert Decision.objects.count() == 28

    def test_an_impossible_decision_leaves_nothing(self) -> None:
        written(self.place, RENAME, {"op": "dissolve", "v": 1, "unit": "code:92"})

        assert refusal(decision.app, "check", self.place).code == "HasChildren"
        assert refusal(decision.app, "sign", self.place, "--as", "lan").code == "HasChildren"
        assert Decision.objects.count() == 28

    def test_unknown_codes_and_types_are_named(self) -> None:
        written(self.place, RENAME | {"unit": "code:00000"})
        assert refusal(decision.app, "check", self.place).facts["codes"] == ["00000"]
        assert refusal(decision.app, "check", written(self.place, RENAME, type="XX")).code == "NoSuchType"

    def test_the_register_is_swept_once(self) -> None:
        assert said(register.app, "sweep") == "0 decisions came into effect.\n"

    def test_a_history_that_contradicts_the_register_leaves_it_as_it_is(self) -> None:
        refused = refusal(register.app, "import-history", CANTHO / "history.csv")

        assert refused.code == "UnitExists"
        assert Decision.objects.count() == 28


@pytest.mark.django_db
class TestImport:
    def test_plain_and_packed(self, file: Path) -> None:
        file.write_bytes(gzip.compress((CANTHO / "history.csv").read_bytes()))

        told = said(register.app, "import-history", file, "--acts", CANTHO / "acts.csv")

        assert told == "24 decisions recorded.\n"
        assert Decision.objects.filter(source="act").exists()

    def test_faults_are_listed_by_row(self, file: Path) -> None:
        rows = (
            "province,01,Thành phố A,Thành phố Trung ương,,2004-01-01,",
            "district,001,Quận B,Quận,99,2004-01-01,",
            "district,002,Quận C,Làng,01,2004-02-30,",
        )
        file.write_text("\n".join([COLUMNS, *rows]), encoding="utf-8")

        done = run(register.app, "import-history", file)

        assert done.exit_code == 2
        lines = done.stderr.splitlines()
        assert [line.partition(",")[0] for line in lines] == [
            "Row 3",
            "Row 4",
            "Row 4",
            "3 faults; nothing was written.",
        ]
        assert not Decision.objects.exists()

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "no rows"),
            (COLUMNS.encode(), "no rows"),
            (b"PK\x03\x04\x14\x00", "no CSV"),
            (b"\x1f\x8b\x08broken", "damaged"),
            (f"{COLUMNS}\nprovince,01,Thành phố\n".encode("cp1258", "replace"), "line 2 is not UTF-8"),
            (f'{COLUMNS}\nprovince,01,"{"x" * 200_000}'.encode(), "line 2 is not CSV"),
        ],
    )
    def test_what_is_no_history_is_named(self, content: bytes, reason: str, file: Path) -> None:
        file.write_bytes(content)

        assert reason in refusal(register.app, "import-history", file).message("en")
        assert not Decision.objects.exists()

    def test_missing_columns_are_named(self, file: Path) -> None:
        file.write_text("code,name\n01,A\n", encoding="utf-8")

        done = run(register.app, "import-history", file)

        assert done.exit_code == 2
        assert "the column “level” is missing" in done.stderr

    def test_acts_are_looked_at_too(self, file: Path) -> None:
        for content, reason in (
            ("day,acts\n", ""),
            ("day,acts\n1,2\n", "date"),
            ("date,acts\n31/02/2025,x\n", "no day"),
        ):
            file.write_text(content, encoding="utf-8")
            if reason:
                refused = refusal(register.app, "import-history", CANTHO / "history.csv", "--acts", file)
                assert reason in refused.message("en")

    def test_files_that_are_none(self, tmp_path: Path) -> None:
        for place in (tmp_path, tmp_path / "none"):
            assert refusal(register.app, "import-history", place).code == "UnreadableFile"
            assert refusal(decision.app, "check", place).code == "UnreadableFile"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "UnreadableFile"),
        (b"{", "UnreadableFile"),
        (b"[]", "UnreadableFile"),
        (b"\xff\xfe", "UnreadableFile"),
        (b"[" * 100_000, "UnreadableFile"),
        (b" " * (LARGEST + 1), "UnreadableFile"),
        (b'{"format": "tinhgon/decision@1"}', "MalformedDocument"),
    ],
    ids=["empty", "cut", "list", "encoding", "deep", "huge", "headless"],
)
def test_what_is_no_decision_file_is_named(content: bytes, code: str, file: Path) -> None:
    file.write_bytes(content)

    assert refusal(decision.app, "check", file).code == code


@pytest.mark.django_db
class TestDemo:
    @pytest.fixture(autouse=True)
    def _var(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(demo, "_place", lambda: tmp_path / "demo-users.txt")
        # The people take half a minute; they are loaded by a test of their own.
        monkeypatch.setattr(demo, "load_demo_with_people", load_demo)
        self.place = tmp_path / "demo-users.txt"

    def test_twice_is_as_once(self) -> None:
        first = said(demo.app, "load")
        kept = self.place.read_text(encoding="utf-8")
        second = said(demo.app, "load")

        assert first == f"28 decisions recorded.\n{kept}"
        assert second == f"0 decisions recorded.\n{kept}"
        assert self.place.stat().st_mode & 0o777 == 0o600
        assert [line.split()[0] for line in kept.splitlines()] == list(DEMO_USERS)
        assert said(demo.app, "users") == kept

    def test_users_before_there_are_any(self) -> None:
        assert refusal(demo.app, "users").code == "NoDemoUsers"
