"""The page of a unit, and home."""

from __future__ import annotations

import json
import re

import pytest
from django.http import HttpResponse

from tinhgon.register.tests.conftest import Visit
from tinhgon.register.tests.places import BUI_HUU_NGHIA, CAI_KHE, CAN_THO, HAU_GIANG, LUONG_TAM, OLD_CAI_KHE


def text(answer: HttpResponse) -> str:
    """Give what a reader sees of the page's own part, white space made one."""
    main = answer.content.decode().split("<main", 1)[1]
    return " ".join(re.sub("<[^>]+>", " ", main.split("<dialog")[0]).split())


class TestHome:
    def test_the_only_top_is_shown_as_a_unit(self, visit: Visit) -> None:
        shown = text(visit("/?on=2025-07-01"))

        assert "Thành phố Cần Thơ Đang hoạt động" in shown
        assert "103 31 phường, 72 xã" in shown
        assert "6.360,83 km²" in shown

    def test_several_tops_are_listed_with_all_communes(self, visit: Visit) -> None:
        shown = text(visit("/?on=30/06/2025"))

        assert "263 đơn vị cấp xã 28 đơn vị cấp huyện 3 đơn vị cấp tỉnh" in shown
        assert "Cộng 3 6.360,80 3.167.841" in shown
        assert {"Thành phố Cần Thơ", "Tỉnh Hậu Giang", "Tỉnh Sóc Trăng"} <= set(
            re.findall(r"T\w+ (?:phố )?\w+ \w+", shown)
        )

    def test_a_unit_without_sub_units_shows_how_densely_it_is_peopled(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{CAI_KHE}/?on=2025-07-01"))

        assert "Mật độ dân số 5.746 người/km²" in shown
        assert "Đơn vị bên dưới" not in shown

    def test_a_moment_before_all_knowledge_says_so(self, visit: Visit) -> None:
        assert "Sổ chưa có gì vào lúc đó" in text(visit("/?known=2025-01-01"))

    def test_a_day_before_all_units_leads_to_the_first(self, visit: Visit) -> None:
        answer = visit("/?on=1999-12-31")

        assert "Ngày này sổ không có đơn vị nào" in text(answer)
        assert "/?on=2004-08-31" in answer.content.decode()


class TestFacts:
    def test_head_tells_code_kind_and_founding_decision(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{CAI_KHE}/"))

        assert "Phường Cái Khế Đang hoạt động" in shown
        assert "Mã 31120" in shown
        assert "Lập theo Nghị quyết 1668/NQ-UBTVQH15" in shown
        assert "57.688" in shown

    def test_estimates_are_marked(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{OLD_CAI_KHE}/?on=2025-06-30"))

        assert "số liệu ước tính" in shown
        assert "6,459 km² · ước tính" in shown

    def test_districts_without_figures_show_the_sums_of_their_communes(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{HAU_GIANG}/?on=2025-06-30"))

        assert "8 thị trấn" not in shown
        assert "Σ 78,17" in shown
        assert "75 đơn vị bên dưới cộng lại" in shown

    def test_before_the_correction_was_known_the_misprint_stands(self, visit: Visit) -> None:
        day = f"/units/{LUONG_TAM}/?on=2025-11-01"

        assert "24.020 người" in text(visit(day))
        assert "2.402 người" in text(visit(f"{day}&known=2025-09-01"))

    @pytest.mark.parametrize(("who", "shown"), [("hung", True), ("mai", False)])
    def test_only_who_may_draft_is_offered_a_draft(self, who: str, shown: bool, visit: Visit) -> None:
        page = visit(f"/units/{CAI_KHE}/", who=who).content.decode()

        assert (f"/decisions/new/?unit={CAI_KHE}" in page) is shown


class TestStory:
    def test_a_merger_is_told_from_both_sides(self, visit: Visit) -> None:
        made = "Thành lập trên cơ sở hợp nhất Phường An Hòa, một phần Phường Bùi Hữu Nghĩa và Phường Cái Khế"

        assert made in text(visit(f"/units/{CAI_KHE}/"))
        assert "Hợp nhất vào Phường Cái Khế, kết thúc hoạt động" in text(visit(f"/units/{OLD_CAI_KHE}/"))

    def test_what_comes_later_is_marked(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{OLD_CAI_KHE}/?on=2025-06-30"))

        assert "kết thúc hoạt động sau ngày đang xem" in shown
        assert "Diện tích 6,459 km²; Dân số 22.106 mốc đang xem" in shown

    def test_a_correction_is_called_one(self, visit: Visit) -> None:
        assert "Đính chính dân số: 2.402 → 24.020" in text(visit(f"/units/{LUONG_TAM}/"))

    def test_lineage_is_drawn_from_data_and_tabled(self, visit: Visit) -> None:
        answer = visit(f"/units/{CAI_KHE}/")

        found = re.search(r'<script id="lineage-data"[^>]*>(.*?)</script>', answer.content.decode())
        assert found
        drawn = json.loads(found.group(1))
        assert len(drawn["nodes"]) == 4
        assert sorted(link["value"] for link in drawn["links"]) == [2975, 22106, 31268]
        assert "24,9 % ước tính" in text(answer)

    def test_periods_show_their_last_day(self, visit: Visit) -> None:
        assert "31/08/2004 29/06/2025 Phường Cái Khế" in text(visit(f"/units/{OLD_CAI_KHE}/?on=2025-06-30"))


class TestNotAlive:
    def test_after_its_end_it_names_the_decision_and_who_follows(self, visit: Visit) -> None:
        answer = visit(f"/units/{BUI_HUU_NGHIA}/?on=2026-01-01")

        assert "không còn: ngày cuối là 30/06/2025, theo Nghị quyết 1668/NQ-UBTVQH15" in text(answer)
        assert "Kế tục: Phường Bình Thủy , Phường Cái Khế" in text(answer)
        assert f"/units/{BUI_HUU_NGHIA}/?on=2025-06-30" in answer.content.decode()

    def test_before_its_beginning_it_says_from_when(self, visit: Visit) -> None:
        shown = text(visit(f"/units/{CAI_KHE}/?on=2020-01-01"))

        assert "Chưa thành lập" in shown
        assert "nó có từ 01/07/2025" in shown

    def test_before_anything_was_known_it_says_so(self, visit: Visit) -> None:
        assert "Sổ chưa có gì vào lúc đó" in text(visit(f"/units/{CAN_THO}/?known=2025-07-01"))
