"""The tree beside the pages, the bar of the day, the organisation chart."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from tinhgon.core import operations as ops
from tinhgon.register.tests.conftest import Visit
from tinhgon.register.tests.factories import signed
from tinhgon.register.tests.places import CAN_THO, HAU_GIANG, NINH_KIEU, OLD_CAI_KHE

PAST = "on=2025-06-30"


class TestTree:
    def test_it_is_open_down_to_the_unit(self, visit: Visit) -> None:
        page = visit(f"/units/{OLD_CAI_KHE}/?{PAST}").content.decode()

        here = re.search(rf'<a role="treeitem"[^>]*data-unit="{OLD_CAI_KHE}"[^>]*>', page)
        assert here
        assert 'aria-level="3"' in here.group()
        assert 'aria-current="page"' in here.group()
        assert f"/units/{HAU_GIANG}/branch/?{PAST}" in page

    def test_a_branch_keeps_the_day_and_costs_little(self, visit: Visit) -> None:
        branch = visit(f"/units/{NINH_KIEU}/branch/?{PAST}", budget=5).content.decode()

        assert branch.count("<li") == 8
        assert branch.count('aria-level="3"') == 8
        assert f"?{PAST}" in branch

    def test_a_unit_that_is_not_there_has_no_branch(self, visit: Visit) -> None:
        assert "<li" not in visit(f"/units/{NINH_KIEU}/branch/").content.decode()


class TestLines:
    def test_one_line_alone_is_no_choice(self, visit: Visit) -> None:
        assert 'class="switch"' not in visit("/").content.decode()

    def test_a_second_line_can_be_looked_at(self, visit: Visit) -> None:
        signed(ops.Move(unit=CAN_THO, to=None, line="party"), on=date(2026, 1, 5))

        page = visit("/?on=2026-02-01").content.decode()
        assert "line=party" in page.split('class="switch"')[1].split("</nav>")[0]
        assert "Chính quyền" not in page
        party = visit("/?on=2026-02-01&line=party").content.decode()
        assert re.search(r'line=party"[^>]* aria-current="true">Đảng', party)
        assert 'class="switch"' not in visit("/?on=2026-01-04").content.decode()


class TestBar:
    def test_it_offers_the_changes_around_the_day(self, visit: Visit) -> None:
        page = visit(f"/units/{CAN_THO}/?on=2025-07-05").content.decode()

        assert "01/07/2025" in re.search(r'id="asof-previous"[^>]*', page).group()  # type: ignore[union-attr]
        assert "15/10/2025" in re.search(r'id="asof-next"[^>]*', page).group()  # type: ignore[union-attr]

    def test_moments_of_one_minute_are_one_choice(self, visit: Visit) -> None:
        page = visit("/").content.decode()

        assert page.count('<option value="2025-') == 5
        assert "15/07/2025 08:00 · 24 quyết định" in page

    def test_many_moments_can_be_written_too(self, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tinhgon.web.asof.MOST_MOMENTS", 5)

        page = visit("/?known=15/07/2025 08:00").content.decode()
        box = re.search(r'<input[^>]*id="asof-known"[^>]*>', page)
        assert box
        assert 'value="15/07/2025 08:00"' in box.group()
        assert page.count('<option value="15/07/2025 08:') == 4
        assert 'value="2025-07-15T' not in page.split('id="asof-known"')[1].split("</datalist>")[0]

    def test_changes_are_those_known_at_the_moment(self, visit: Visit) -> None:
        page = visit("/?on=2025-07-05&known=2025-09-01").content.decode()

        assert 'id="asof-next"' not in page


class TestChart:
    def test_it_nests_the_whole_subtree_of_the_day(self, visit: Visit) -> None:
        chart = json.loads(visit(f"/units/{HAU_GIANG}/chart.json?{PAST}").content)

        assert chart["name"] == "Tỉnh Hậu Giang"
        assert len(chart["children"]) == 8
        assert sum(len(district["children"]) for district in chart["children"]) == 75
        assert chart["children"][0]["url"].endswith(f"/?{PAST}")

    def test_a_unit_that_is_not_there_has_none(self, visit: Visit) -> None:
        assert visit(f"/units/{HAU_GIANG}/chart.json").status_code == 404
        assert "không có sơ đồ" in visit(f"/units/{HAU_GIANG}/chart/").content.decode()
