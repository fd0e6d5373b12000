"""Placing, succession and adoption from the command line; what is wrong in a file is named."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tests.cast import make_cast
from tests.undoing import undone
from tinhgon.cli import ground, lab
from tinhgon.core.errors import Refused
from tinhgon.lab.files import FaultyFile
from tinhgon.lab.models import Scenario
from tinhgon.lab.tests.offices import CAI_KHE, scenario, staff_town
from tinhgon.register.models import Decision

PEOPLE = "id,origin,field,rank,months_left,woman,age,seniority_months,leaves,severance,pin\n"
POSTS = "id,unit,field,rank,seats\nh,N,law,head,1\ns,N,land,specialist,2\n"
OFFICIALS = "id,unit,level,seat,born,woman,since,trainings\n"
SEATS = "id,unit,title,level,trainings\ns1,U,Chủ tịch,2,theory\ns2,U,Phó Chủ tịch,1,\n"
HEAD = ("--number", "15/QĐ", "--issuer", "UBND thành phố", "--issued-on", "2026-11-01")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "en")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(lab.app, [str(argument) for argument in arguments])


def said(*arguments: object) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.stdout


def refusal(*arguments: object) -> Refused:
    done = run(*arguments)
    assert isinstance(done.exception, Refused), (done.output, done.exception)
    return done.exception


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def tables(folder: Path, **texts: str) -> list[object]:
    """Write tables and give the options that name them, with those of the answers."""
    options: list[object] = []
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        options += [f"--{name}", folder / f"{name}.csv"]
    return [*options, "--out", folder / "plan.csv", "--report", folder / "report.json"]


class TestPlacing:
    def placed(self, folder: Path, people: str, *more: object, **texts: str) -> Any:
        options = tables(folder, people=PEOPLE + people, **{"posts": POSTS, **texts})
        said("place", *options, *more)
        return json.loads((folder / "report.json").read_text())

    def test_each_person_left_over_has_reasons_in_the_report(self, tmp_path: Path) -> None:
        report = self.placed(tmp_path, "a,A,law,head,100,1,45,200\nb,B,law,head,100,0,50,300\n")
        assert [one["post"] for one in rows(tmp_path / "plan.csv")] == ["", "h"]
        assert report["proven"]
        assert set(report["without_post"]) == {"a"}
        assert report["without_post"]["a"]["funnel"] == {"field": 1}
        assert report["without_post"]["a"]["nearest"][0]["holders"] == ["b"]

    def test_a_pin_and_a_pair_of_relatives_are_kept_to(self, tmp_path: Path) -> None:
        people = "a,A,law,head,100,1,45,200,,,h\nd,B,land,specialist,100,0,30,50\n"
        pair = "person_a,person_b\na,d\n"
        self.placed(tmp_path, people, relatives=pair, units="id,origins,deputies\nN,A|B,1\n")
        assert [one["post"] for one in rows(tmp_path / "plan.csv")] == ["h", ""]

    def test_every_fault_is_told_at_once_by_row_and_column(self, tmp_path: Path) -> None:
        bad = "a,A,law,boss,many,perhaps,,\na,,law,head,1.5,1,,\n"
        found = refusal("place", *tables(tmp_path, people=PEOPLE + bad, posts=POSTS))
        assert isinstance(found, FaultyFile)
        assert {one.en.split(":")[0] for one in found.found} == {
            "Row 2, column rank", "Row 2, column months_left", "Row 2, column woman",
            "Row 3, column origin", "Row 3, column months_left", "Row 3, column id",
        }  # fmt: skip

    def test_what_the_tables_do_not_know_and_prices_that_are_none_are_refused(self, tmp_path: Path) -> None:
        good = tables(tmp_path, people=PEOPLE + "a,A,law,head,,,,,,,nowhere\n", posts=POSTS)
        assert refusal("place", *good).code == "FaultyStaffing"
        assert refusal("place", *good, "--weights", "love=1").code == "NoSuchPrice"
        assert not (tmp_path / "plan.csv").exists()


class TestSucceeding:
    PEOPLE = "h1,U,2,s1,1968-03-04,0,2020-01-01,\nd1,U,1,s2,1980-03-04,1,2020-01-01,theory\n"

    def test_retirement_and_figures_are_those_of_the_law_of_the_day(self, tmp_path: Path) -> None:
        options = tables(tmp_path, officials=OFFICIALS + self.PEOPLE, seats=SEATS)
        told = said("succeed", *options, "--on", "2027-01-01")
        (first, *_) = rows(tmp_path / "plan.csv")
        assert (first["seat"], first["vacant_on"], first["official"]) == ("s1", "2030-04-01", "d1")
        assert "2030: 2 vacancies" in told, "who is promoted opens another post"
        assert "not in force" in told
        report = json.loads((tmp_path / "report.json").read_text())
        assert report["rounds"][0]["proven"]
        assert report["without"][0]["vacancy"]["seat"] == "s2"

    def test_how_long_a_training_takes_is_said_in_months(self, tmp_path: Path) -> None:
        options = tables(tmp_path, officials=OFFICIALS + self.PEOPLE, seats=SEATS)
        assert refusal("succeed", *options, "--on", "2027-01-01", "--training", "x").code == "BadLength"

    def test_faults_and_days_without_a_law_are_named(self, tmp_path: Path) -> None:
        bad = tables(tmp_path, officials=OFFICIALS + "a,U,high,,31/02/2000,2,,\n", seats=SEATS)
        found = refusal("succeed", *bad, "--on", "2027-01-01")
        assert isinstance(found, FaultyFile)
        assert len(found.found) == 3
        assert refusal("succeed", *bad, "--on", "2019-01-01").code == "NotInForce"


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scenario]:
    with django_db_blocker.unblock(), undone():
        staff_town()
        made = scenario()
        make_cast(area=[CAI_KHE])
        yield made


@pytest.fixture
def plan(founded: Scenario, db: None, monkeypatch: pytest.MonkeyPatch) -> Scenario:
    monkeypatch.setattr(ground, "open_database", lambda: None)
    return Scenario.objects.get(pk=founded.pk)


class TestAdopting:
    def test_scenarios_are_listed_to_whom_reaches_them(self, plan: Scenario) -> None:
        assert plan.name in said("scenarios", "--as", "hung")
        assert json.loads(said("scenarios", "--as", "hung", "--json"))[0]["id"] == str(plan.pk)
        assert plan.name not in said("scenarios", "--as", "tam")
        assert refusal("scenarios", "--as", "nobody").code == "NoSuchUser"

    def test_drafts_are_written_in_order_and_taken_back(self, plan: Scenario) -> None:
        before = Decision.objects.count()
        (draft,) = json.loads(said("adopt", plan.pk, "--as", "hung", *HEAD, "--json"))
        assert (draft["turn"], draft["part"], draft["number"]) == (1, "units", "15/QĐ.1")
        assert refusal("adopt", plan.name, "--as", "hung", *HEAD).code == "AlreadyAdopted"
        assert "thrown away" in said("adopt", plan.name, "--as", "hung", *HEAD, "--take-back")
        assert Decision.objects.count() == before

    def test_who_may_not_draft_or_does_not_reach_it_adopts_nothing(self, plan: Scenario) -> None:
        assert refusal("adopt", plan.pk, "--as", "mai", *HEAD).code == "MayNot"
        assert refusal("adopt", plan.pk, "--as", "tam", *HEAD).code == "NoSuchScenarioNamed"
        assert refusal("adopt", "Không có", "--as", "hung", *HEAD).code == "NoSuchScenarioNamed"

    def test_two_of_one_name_are_told_apart_by_their_ids(self, plan: Scenario) -> None:
        other = scenario(plan=[])
        found = refusal("adopt", plan.name, "--as", "hung", *HEAD)
        assert found.code == "SeveralScenarios"
        assert str(other.pk) in found.message("en")
