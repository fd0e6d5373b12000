"""The law from the command line: without a database, in both languages, and bad input named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tinhgon.cli import rules
from tinhgon.cli.rules.asked import NoFacts
from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import NotInForce, UnknownRule
from tinhgon.core.rules.needed import MissingFact
from tinhgon.rules.refusals import BadFacts, MalformedPack, NoSuchPack

VN = Path(__file__).resolve().parents[1] / "rulepacks" / "vn"
# The published case of early retirement: 5.25 × 2,340,000 × 1.25, leaving on 01/05/2025, born in 1967.
SEVERANCE = (
    "severance", "--salary", "15.356.250", "--retires-on", "01/11/2027", "--restructured-on=2025-03-01",
    "--insured-years", "22", "--on", "2025-05-01",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "vi")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(rules.app, [str(argument) for argument in arguments])


def said(*arguments: object) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.stdout


def refusal(*arguments: object) -> Refused:
    done = run(*arguments)
    assert isinstance(done.exception, Refused), (done.output, done.exception)
    assert done.stdout == ""
    return done.exception


def written(place: Path, value: Any) -> Path:
    place.write_text(value if isinstance(value, str) else json.dumps(value))
    return place


class TestRead:
    def test_lists_a_topic(self) -> None:
        told = said("list", "--topic", "retirement")

        assert "retirement.month  Tính tháng nghỉ hưu (phép tính)" in told
        assert "severance" not in told

    def test_an_unknown_topic_is_named_with_those_there_are(self) -> None:
        assert "severance" in refusal("list", "--topic", "zzz").message("en")

    def test_shows_a_figure_with_source_status_and_history(self) -> None:
        found = json.loads(said("show", "units.commune_standard", "--on", "2025-07-01", "--json"))

        (figure,) = found["figures"]
        assert figure["current"]["source"]["number"]
        assert figure["current"]["source"]["article"]["en"].startswith("Article")
        assert [one["since"] for one in figure["history"]] == sorted(
            (one["since"] for one in figure["history"]), reverse=True
        )

    def test_shows_a_calculation_with_the_options_it_takes(self) -> None:
        told = said("show", "severance.resignation", "--on", "2025-05-01")

        assert "--restructured-on day" in told
        assert "178/2024/NĐ-CP" in told

    def test_a_day_outside_force_is_said(self) -> None:
        assert "Không có hiệu lực vào 31/12/2020" in said("show", "retirement.age", "--on", "2020-12-31")

    def test_an_unknown_rule_is_refused(self) -> None:
        assert isinstance(refusal("show", "no.such"), UnknownRule)
        assert isinstance(refusal("calc", "no.such", "--x", "1"), UnknownRule)


class TestCheck:
    FACTS = {"kind": "commune", "population": 100, "area_km2": 2.5}

    def test_judges_one_and_many(self, tmp_path: Path) -> None:
        one = {"rule": "units.commune_size", "facts": self.FACTS}
        for value in (one, [one]):
            file = written(tmp_path / "facts.json", value)
            (found,) = json.loads(said("check", file, "--on", "2025-07-01", "--json"))
            assert {finding["severity"] for finding in found["findings"]} <= {"warn", "note", "block"}
            assert found["findings"][0]["cited"][0]["number"]
            assert found["findings"][0]["sentence"]["en"]

    def test_facts_alone_go_with_the_rule_that_is_named(self, tmp_path: Path) -> None:
        file = written(tmp_path / "facts.json", self.FACTS)
        told = said("check", file, "--rule", "units.commune_size", "--on", "2025-07-01")

        assert "CẢNH BÁO" in told or "LƯU Ý" in told

    def test_bad_input_is_named(self, tmp_path: Path) -> None:
        file = tmp_path / "facts.json"
        rule = ("--rule", "units.commune_size", "--on", "2025-07-01")
        for value in ("{", "[1]", "[]x", '{"rule": 1, "facts": {}}'):
            assert isinstance(refusal("check", written(file, value)), NoFacts)
        bad = refusal("check", written(file, {"kind": "village", "tall": 1}), *rule)
        assert isinstance(bad, BadFacts)
        assert "facts.tall" in bad.message("vi")
        early = ("check", written(file, self.FACTS), *rule[:3], "1990-01-01")
        assert isinstance(refusal(*early), NotInForce)


class TestCalc:
    def test_retirement_in_steps_with_articles(self) -> None:
        told = said("calc", "retirement", "--born", "1966-01-15", "--sex", "male", "--on", "2026-01-01")

        assert "Tháng đủ tuổi nghỉ hưu: 10/2027" in told
        assert "135/2020/NĐ-CP, Phụ lục I" in told

    def test_it_speaks_english(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TINHGON_LANGUAGE", "en")

        assert "Month in which the age is reached: 10/2027" in said(
            "calc", "retirement.month", "--born", "01/1966", "--sex", "male"
        )

    def test_the_published_case_of_early_retirement(self) -> None:
        assert "Tổng cộng (đồng): 744.778.125" in said("calc", *SEVERANCE)
        assert json.loads(said("calc", *SEVERANCE, "--json"))["gives"]["total"] == 744778125

    def test_facts_from_a_file_count_less_than_options(self, tmp_path: Path) -> None:
        file = written(tmp_path / "facts.json", {"born": "1990", "sex": "male", "hard_work": False})
        told = said("calc", "retirement", "--json-facts", file, "--born", "01/1966", "--hard-work")

        assert "10/2022" in told or "lowest" in told or "thấp nhất" in told

    def test_without_facts_it_tells_which_it_takes(self) -> None:
        assert "--leaves-on day" in said("calc", "severance")

    def test_bad_facts_are_named_all_at_once(self) -> None:
        bad = refusal("calc", "retirement", "--born", "31/02/1966", "--sex", "x", "--height", "3", "loose")

        assert isinstance(bad, BadFacts)
        for name in ("born", "sex", "height"):
            assert f"{name}:" in bad.message("en")

    def test_a_missing_fact_is_named_in_words(self) -> None:
        missing = refusal("calc", "retirement", "--sex", "male")

        assert isinstance(missing, MissingFact)
        assert "born (ngày sinh" in missing.message("vi")

    def test_a_day_before_the_law_is_refused(self) -> None:
        early = ("calc", "retirement", "--born", "01/1966", "--sex", "male", "--on", "2020-12-31")

        assert isinstance(refusal(*early), NotInForce)


class TestProve:
    def test_the_packs_of_the_country_hold(self) -> None:
        assert "0 chỗ thiếu" in said("prove")

    def test_a_pack_of_ones_own_is_proven_over_the_country(self, tmp_path: Path) -> None:
        pack = tmp_path / "own"
        (pack / "cases").mkdir(parents=True)
        own = (VN / "awards.yaml").read_text()
        names = [line.split("id:")[1].strip() for line in own.splitlines() if line.startswith("  - id:")]
        (pack / "awards.yaml").write_text(f"replaces: [{', '.join(names)}]\n{own}")
        told = run("prove", pack)
        assert told.exit_code == 1
        assert "awards.money: chưa có trường hợp kiểm chứng" in told.stdout

        for case in (VN / "cases").glob("awards.*"):
            shutil.copy(case, pack / "cases")
        assert "0 chỗ thiếu" in said("prove", pack)

    def test_packs_that_cannot_be_read_are_named(self, tmp_path: Path) -> None:
        assert isinstance(refusal("prove", tmp_path / "none"), NoSuchPack)
        (tmp_path / "odd.yaml").write_text("figures: 3\n")
        assert "odd.yaml:1" in refusal("prove", tmp_path).message("en")
        assert isinstance(refusal("prove", tmp_path), MalformedPack)
