"""What rows of each kind of workbook order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import PASSWORD
from tinhgon.access.actions import make_user
from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.reach import PERSONAL, SENSITIVE, Allowed, Reach
from tinhgon.core.tests.staff import CHAIR, EXPERTS, HUNG, LAN, MAI
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU
from tinhgon.exchange.imports.preparing import Prepared, prepare
from tinhgon.exchange.tests.workbooks import EVERYWHERE, workbook
from tinhgon.people.actions.entries import Item, enter
from tinhgon.register.tests.staffed import staff_town

pytestmark = pytest.mark.django_db
DAY = date(2011, 1, 1)


@pytest.fixture(autouse=True)
def town(db: None) -> None:
    staff_town()


@pytest.fixture
def lan() -> User:
    return make_user(username="lan", password=PASSWORD, name="Lan")


def turned(kind: str, titles: list[str], *rows: list[Any], reach: Reach = EVERYWHERE) -> Prepared:
    return prepare(workbook(titles, *rows), kind=kind, on=DAY, reach=reach)


def orders(found: Prepared) -> list[Any]:
    assert [fault.message("en") for fault in found.faults] == []
    return [step.operation for step in found.plan.steps]


def faults(found: Prepared) -> list[tuple[str, str, tuple[str, ...]]]:
    assert found.plan.changes_nothing
    return [(fault.cell, fault.reason.code, fault.suggestions) for fault in found.faults]


class TestUnits:
    TITLES = ["Mã", "Tên đơn vị", "Loại", "Cấp trên", "Diện tích (km²)", "Dân số"]

    def test_a_known_unit_is_changed_where_the_row_says_otherwise(self) -> None:
        found = turned("units", self.TITLES, ["31117", "Phường Cái Khế mới", "", "", "10,05", "20.000"])
        assert orders(found) == [
            ops.Rename(unit=CAI_KHE, name="Phường Cái Khế mới"),
            ops.ChangeFigures(unit=CAI_KHE, area_km2=Decimal("10.05"), population=20_000),
        ]

    def test_rows_that_are_so_already_are_said_to_be(self) -> None:
        found = turned("units", self.TITLES, ["31117", "Phường Cái Khế", "Phường", "Quận Ninh Kiều", "10,04"])
        assert orders(found) == []
        assert found.plan.unchanged == [2]

    def test_new_units_may_stand_under_new_ones_written_below(self) -> None:
        found = turned(
            "units", self.TITLES,
            ["", "Tổ 1", "Phòng", "Phòng Nội vụ mới"],
            ["", "Phòng Nội vụ mới", "Phòng", "q. ninh kieu", None, 12],
        )  # fmt: skip
        above, below = orders(found)
        assert (above.unit.name, above.unit.parent, above.unit.population) == (
            "Phòng Nội vụ mới", NINH_KIEU, 12,
        )  # fmt: skip
        assert (below.unit.name, below.unit.parent) == ("Tổ 1", above.unit.id)

    def test_units_that_lead_back_to_themselves_are_refused(self) -> None:
        found = turned("units", self.TITLES, ["", "A mới", "Phòng", "B mới"], ["", "B mới", "Phòng", "A mới"])
        assert {code for _, code, _ in faults(found)} == {"StandsUnderItself"}

    def test_a_new_unit_needs_its_kind(self) -> None:
        found = turned("units", self.TITLES, ["", "Phòng Y tế", "", "92"])
        assert faults(found) == [("C2", "NeededForNew", ())]

    def test_a_refusal_of_the_rules_finds_its_cell(self) -> None:
        reach = Reach((Allowed("clerk", SENSITIVE, frozenset({NINH_KIEU})),))
        row = ["31174", "Phường Mới", "Phường", "916"]
        found = turned("units", self.TITLES, row, reach=reach)
        assert faults(found) == [("A2", "CodeTaken", ())]

    def test_the_export_of_the_register_changes_nothing(self) -> None:
        from tinhgon.exchange import tables
        from tinhgon.temporal.asof import AsOf

        table = tables.table(AsOf(DAY))
        content = workbook([column.title for column in tables.COLUMNS], *table.rows)
        found = prepare(content, kind="units", on=DAY, reach=EVERYWHERE)
        assert orders(found) == []
        assert len(found.plan.unchanged) == len(table.rows) == 8


class TestNamesOfUnits:
    @pytest.mark.parametrize(
        "written",
        ["31117", 31117, "Phường Cái Khế", "phuong  cai khe", "CÁI KHẾ", "P. Cái Khế", "P.Cái Khế",
         "Cái Khế, quận Ninh Kiều", "Phường Cái Khế – Q. Ninh Kieu", "Phường Cái Khế (31117)",
         "Phường Cái Khế"],
    )  # fmt: skip
    def test_ways_to_write_a_unit(self, written: Any) -> None:
        found = turned("quotas", ["Đơn vị", "Loại biên chế", "Biên chế"], [written, "Công chức", 2])
        assert [order.unit for order in orders(found)] == [CAI_KHE]

    def test_an_unknown_unit_comes_with_what_was_meant(self) -> None:
        found = turned(
            "quotas", ["Đơn vị", "Loại biên chế", "Biên chế"], ["Phường Cai Khe Q1", "Công chức", 2]
        )
        ((cell, code, meant),) = faults(found)
        assert (cell, code) == ("A2", "UnknownUnit")
        assert "Phường Cái Khế" in meant
        assert len(meant) <= 3

    def test_a_unit_out_of_reach_is_as_unknown_as_none(self) -> None:
        reach = Reach((Allowed("clerk", SENSITIVE, frozenset({AN_HOA})),))
        titles, row = ["Đơn vị", "Loại biên chế", "Biên chế"], ["31117", "Công chức", 2]
        ((_, code, meant),) = faults(turned("quotas", titles, row, reach=reach))
        nobody = faults(turned("quotas", titles, ["99999", "Công chức", 2], reach=reach))
        assert (code, meant) == nobody[0][1:]


class TestPosts:
    TITLES = ["Đơn vị", "Chức danh", "Số chỗ", "Loại biên chế", "Báo cáo cho (chức danh)", "Cấp"]

    def test_new_posts_take_the_rank_of_their_title_and_answer_to_each_other(self) -> None:
        found = turned(
            "posts", self.TITLES,
            ["Trà Nóc", "Phó Chủ tịch Ủy ban nhân dân", 2, "Công chức", "chu tich uy ban nhan dan"],
            ["Trà Nóc", "Chủ tịch Ủy ban nhân dân", "", "Công chức"],
        )  # fmt: skip
        deputy, chair, answers = orders(found)
        assert (deputy.post.rank, deputy.post.seats, chair.post.rank) == ("deputy", 2, "head")
        assert answers == ops.ReportTo(post=deputy.post.id, reports_to=chair.post.id)

    def test_known_posts_are_changed_where_the_row_says_otherwise(self) -> None:
        found = turned(
            "posts",
            self.TITLES,
            ["31117", "Chuyên viên", 3, "Công chức"],
            ["31117", "Chủ tịch Ủy ban nhân dân"],
        )
        assert orders(found) == [ops.ChangePost(post=EXPERTS, seats=3)]
        assert found.plan.unchanged == [3]

    def test_a_post_without_a_seat_is_a_fault_of_its_cell(self) -> None:
        found = turned("posts", self.TITLES, ["31117", "Chuyên viên", 0, "Công chức"])
        assert faults(found) == [("C2", "NumberOutOfRange", ())]

    def test_a_post_written_twice(self) -> None:
        row = ["Trà Nóc", "Chuyên viên", 1, "Công chức"]
        assert faults(turned("posts", self.TITLES, row, row)) == [("B3", "SameAgain", ())]


class TestQuotas:
    TITLES = ["Đơn vị", "Loại biên chế", "Biên chế", "Từ ngày"]

    def test_what_is_so_already_stays(self) -> None:
        found = turned("quotas", self.TITLES, ["31117", "Công chức", 3], ["31120", "Công chức", "12"])
        assert orders(found) == [ops.SetQuota(unit=AN_HOA, staff="civil_servant", number=12)]
        assert found.plan.unchanged == [2]

    def test_a_quota_beyond_the_one_above_is_told_in_words(self) -> None:
        found = turned("quotas", self.TITLES, ["31120", "Công chức", 500])
        ((cell, code, _),) = faults(found)
        assert (cell, code) == ("C2", "QuotaExceeded")
        assert not found.faults[0].message("vi").startswith("C2: thao tác")

    def test_each_day_is_tried_on_what_the_day_before_left(self) -> None:
        found = turned(
            "quotas", self.TITLES,
            ["31120", "Công chức", 20, "01/02/2011"], ["31120", "Công chức", 21, "01/03/2011"],
        )  # fmt: skip
        assert found.plan.days == [date(2011, 2, 1), date(2011, 3, 1)]


class TestAppointments:
    TITLES = ["Họ và tên", "Năm sinh", "Đơn vị", "Chức danh", "Từ ngày", "Hình thức", "Thời hạn đến"]

    def test_who_has_a_main_post_is_transferred(self) -> None:
        found = turned(
            "appointments", self.TITLES,
            ["Phạm Mai", "1985", "31117", "Chuyên viên", "01/03/2011", "", "28/02/2016"],
        )  # fmt: skip
        assert orders(found) == [
            ops.TransferPerson(person=MAI, post=EXPERTS, term_until=date(2016, 2, 28))
        ]  # fmt: skip

    def test_who_is_to_act_stays_where_he_is(self) -> None:
        row = ["Lê Hùng", "1985", "31117", "Chuyên viên", "", "kiêm nhiệm"]
        found = turned("appointments", self.TITLES, row)
        assert orders(found) == [ops.Appoint(person=HUNG, post=EXPERTS, how="concurrent")]

    def test_what_is_so_already_stays_and_a_new_term_is_one(self) -> None:
        title = "Chủ tịch Ủy ban nhân dân"
        found = turned("appointments", self.TITLES, ["Trần Thị Lan", 1985, "31117", title])
        assert (orders(found), found.plan.unchanged) == ([], [2])
        found = turned(
            "appointments", self.TITLES, ["Trần Thị Lan", 1985, "31117", title, "", "", "1/1/2015"]
        )
        assert orders(found) == [ops.Reappoint(person=LAN, post=CHAIR, term_until=date(2015, 1, 1))]

    def test_two_moves_of_one_person_are_told_in_the_order_of_days(self) -> None:
        found = turned(
            "appointments", self.TITLES,
            ["Phạm Mai", "1985", "31174", "Văn thư", "01/05/2011", "kiêm nhiệm"],
            ["Phạm Mai", "1985", "31117", "Chuyên viên", "01/03/2011"],
        )  # fmt: skip
        # The seat of the archivist is taken: the rules say so of that row, although it comes second.
        assert [(cell, code) for cell, code, _ in faults(found)] == [("D2", "SeatsTaken")]

    @pytest.mark.parametrize(
        ("row", "cell", "code"),
        [
            (["Phạm Mai", "1990", "31117", "Chuyên viên"], "A2", "UnknownPerson"),
            (["Phạm Mai", "", "31117", "Chuyên viên"], "A2", "NotIdentified"),
            (["Phạm Mai", "1985", "31171", "Chuyên viên"], "D2", "UnknownPost"),
            (["Phạm Mai", "1985", "31117", "Chuyên viên", "01/03/2009"], "D2", "UnknownPost"),
            (["Phạm Mai", "1985", "31117", "Chuyên gia bay"], "D2", "UnknownChoice"),
            (["Trần Thị Lan", "1985", "31120", "Chủ tịch Ủy ban nhân dân"], "D2", "SeatsTaken"),
        ],
    )
    def test_faults_stand_in_their_cells(self, row: list[str], cell: str, code: str) -> None:
        found = turned("appointments", self.TITLES, row)
        assert [one[:2] for one in faults(found)] == [(cell, code)]

    def test_a_clerk_finds_nobody_of_another_unit(self) -> None:
        reach = Reach((Allowed("clerk", SENSITIVE, frozenset({CAI_KHE})),))
        row = ["Phạm Mai", "1985", "31117", "Chuyên viên"]
        found = turned("appointments", self.TITLES, row, reach=reach)
        assert faults(found) == [("A2", "UnknownPerson", ())]

    def test_whose_a_number_is_nobody_learns_who_may_not_read_numbers(self, lan: User) -> None:
        item = Item(person=LAN, section="identity", values={"national_id": "092085000123"})
        enter(item, by=lan, reach=EVERYWHERE)
        titles = ["Số định danh cá nhân", *self.TITLES]
        rows = [
            [number, "Trần Thị Lan", "", "31117", "Chuyên viên", "", "kiêm nhiệm"]
            for number in ("092085000123", "092085000124")
        ]
        clerk = Reach((Allowed("clerk", PERSONAL, None),))
        told = [faults(turned("appointments", titles, row, reach=clerk))[0][1] for row in rows]
        assert told == ["NotIdentified", "NotIdentified"]
        guarded = Reach((Allowed("clerk", PERSONAL, None), Allowed("clerk", SENSITIVE, frozenset({AN_HOA}))))
        told = [faults(turned("appointments", titles, row, reach=guarded))[0][1] for row in rows]
        assert told == ["UnknownPerson", "UnknownPerson"]
        known = turned("appointments", titles, rows[0])
        assert [step.person for step in orders(known) if hasattr(step, "person")] == [LAN]
