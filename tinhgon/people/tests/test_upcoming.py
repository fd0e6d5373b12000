"""What falls due: terms, and pensions by the rule of the day in view; where too little is known, no guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from python_calamine import CalamineWorkbook

from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.rulebook import Status
from tinhgon.core.tests.staff import CHAIR, HUNG, LAN, MAI, TAM
from tinhgon.core.tests.world import AN_HOA, DAY, LATER
from tinhgon.people.pages import upcoming
from tinhgon.people.queries.pensions import Schedule, schedule_on
from tinhgon.people.queries.upcoming import BEFORE, LACKING, PENSION, TERM
from tinhgon.people.tests.town import Visit, make_town, visitor
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import signed

pytestmark = pytest.mark.django_db
PAGE = "/people/upcoming/"
JUNE = date(2026, 6, 1)  # the pension of both below begins
BOTH = [("Lê Hùng", JUNE), ("Trần Thị Lan", JUNE)]


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    made = make_town()
    born(LAN, "female", date(1969, 5, 15))
    born(HUNG, "male", date(1964, 11, 1), "month")
    born(MAI, "female", date(1970, 1, 1), "year")
    born(TAM, "", date(1969, 5, 15))
    return made


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


def born(person: UUID, sex: str, day: date | None, precision: str = "day") -> None:
    Person.objects.filter(pk=person).update(sex=sex, born=day, born_precision=precision if day else "")


def said(answer: Any) -> list[tuple[str, date | None]]:
    return [(row.one.name, row.one.on) for row in answer.context["rows"]]


class TestPensions:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("on=2026-06-01&months=1", BOTH),
            ("on=2026-06-02&months=12", []),
            ("on=2025-06-01&months=12", []),  # until the day before
            ("on=2025-06-02&months=12", BOTH),
            ("on=2025-06-02&months=12&women=40&men=99", BOTH),  # an old address; the ages are not asked
            (f"on=2025-06-02&months=12&unit={AN_HOA}", []),
        ],
    )
    def test_the_first_day_of_the_pension(self, visit: Visit, asked: str, found: list[Any]) -> None:
        assert said(visit(f"{PAGE}?{asked}")) == found

    def test_the_month_of_the_age_and_where_that_is_written(self, visit: Visit) -> None:
        page = visit(f"{PAGE}?on=2026-01-01&women=40")
        text = page.content.decode()

        assert {row.what for row in page.context["rows"]} == {"hưởng lương hưu, đủ tuổi trong tháng 05/2026"}
        assert '<a href="/rules/retirement.month/?on=2026-01-01">135/2020/NĐ-CP, Phụ lục I</a>' in text
        assert "tạm thời" not in text
        assert "Tuổi của nữ" not in text
        assert [(one.label, one.pensions) for one in page.context["months"]] == [("06/2026", 2)]

    def test_a_provisional_schedule_is_marked(self, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
        schedule = schedule_on(JUNE)
        assert schedule is not None
        weak = Schedule(replace(schedule.value, status=Status.PROVISIONAL))
        monkeypatch.setattr(upcoming, "schedule_on", lambda _day: weak)

        assert visit(f"{PAGE}?on=2026-01-01").content.decode().count("tạm thời – chưa đối chiếu") == 3

    def test_a_reader_of_some_wards_finds_their_people_alone(self, visit: Visit) -> None:
        born(MAI, "female", date(1969, 5, 31))

        assert [name for name, _ in said(visit(f"{PAGE}?on=2026-01-01"))] == [
            "Lê Hùng", "Trần Thị Lan", "Phạm Mai",
        ]  # fmt: skip
        page = visit(f"{PAGE}?on=2026-01-01", who="tam")
        assert said(page) == BOTH
        assert page.context["counts"] == {TERM: 0, PENSION: 2, LACKING: 0, BEFORE: 0}

    def test_terms_stand_beside(self, visit: Visit) -> None:
        signed(ops.Reappoint(person=LAN, post=CHAIR, term_until=LATER), on=DAY)
        (row,) = visit(f"{PAGE}?on={DAY}&months=60").context["rows"]

        assert (row.one.name, row.what, row.by_rule) == ("Trần Thị Lan", "hết nhiệm kỳ", False)


class TestApart:
    def test_who_is_known_too_little_is_listed_apart(self, visit: Visit) -> None:
        page = visit(f"{PAGE}?on=2026-01-01&list=lacking")

        assert [(row.one.name, row.what) for row in page.context["rows"]] == [
            ("Võ Tâm", "chưa ghi giới tính"), ("Phạm Mai", "chỉ ghi năm sinh (1970)"),
        ]  # fmt: skip
        assert page.context["counts"] == {TERM: 0, PENSION: 2, LACKING: 2, BEFORE: 0}
        born(MAI, "", None)
        rows = visit(f"{PAGE}?on=2026-01-01&list=lacking").context["rows"]
        assert rows[0].what == "chưa ghi ngày sinh, chưa ghi giới tính"

    def test_births_before_the_schedule_are_told(self, visit: Visit) -> None:
        born(LAN, "female", date(1965, 12, 31))
        born(HUNG, "male", date(1961, 1, 1))
        page = visit(f"{PAGE}?on=2026-01-01&list=before")

        assert said(page) == [("Trần Thị Lan", None)]
        assert "nữ sinh từ 01/01/1966" in page.content.decode()
        assert said(visit(f"{PAGE}?on=2026-01-01")) == []

    def test_counts_stand_where_nobody_is_due(self, visit: Visit) -> None:
        page = visit(f"{PAGE}?on=2030-01-01&months=1&page=9")

        assert (page.context["rows"], page.context["counts"][LACKING]) == ([], 2)

    @pytest.mark.parametrize("listed", ["", "lacking", "before"])
    def test_before_the_first_rule_the_page_says_so(self, visit: Visit, listed: str) -> None:
        page = visit(f"{PAGE}?on=2020-12-31&months=60&list={listed}")

        assert said(page) == []
        assert "không có quy định về tuổi nghỉ hưu" in page.content.decode()
        assert not any(page.context["counts"].values())
        assert "không có quy định" not in visit(f"{PAGE}?on=2021-01-01").content.decode()


class TestWorkbook:
    def test_all_are_in_it_with_their_basis(self, visit: Visit) -> None:
        answer = visit(f"{PAGE}export.xlsx?on=2026-01-01", who="hung")
        rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()

        assert [(row[2], row[7]) for row in rows[-4:]] == [
            ("Lê Hùng", "135/2020/NĐ-CP, Phụ lục I"), ("Trần Thị Lan", "135/2020/NĐ-CP, Phụ lục I"),
            ("Võ Tâm", ""), ("Phạm Mai", ""),
        ]  # fmt: skip
        told = [row[0] for row in rows]
        assert "hết nhiệm kỳ: 0; nghỉ hưu: 2; chưa đủ dữ liệu: 2; sinh trước lộ trình: 0" in told

    def test_without_a_rule_it_says_so(self, visit: Visit) -> None:
        answer = visit(f"{PAGE}export.xlsx?on=2020-12-31", who="hung")
        told = str(CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python())

        assert "31/12/2020: kho quy tắc không có quy định về tuổi nghỉ hưu" in told


class TestSchedule:
    def test_equal_schedules_have_one_table(self) -> None:
        one, other = schedule_on(date(2026, 1, 1)), schedule_on(date(2027, 1, 1))

        assert one == other
        assert one is not None
        assert len(one.reaching(JUNE, date(2026, 6, 2))) == 2
        assert schedule_on(date(2020, 12, 31)) is None
