"""The pages of scenarios: who may open them, what they say, what their buttons do."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, NOBODY, THOI_BINH
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.tests.ground import make_ground, merging
from tinhgon.people.tests.town import Visit, visitor
from tinhgon.register.tests.factories import signed

pytestmark = pytest.mark.django_db
TABS = ("", "impact/", "chart/", "table/", "map/", "staff/", "runs/")
BUTTONS = ("rename/", "parameters/", "discard/", "adopt/", "rebase/")


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    return make_ground()


@pytest.fixture
def scenario(cast: dict[str, User]) -> Scenario:
    return merging()


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer.content[:400]
    return str(answer.content.decode())


def total(page: str, key: str) -> str:
    found = re.search(rf'data-total="{key}"><dt>[^<]*</dt><dd>([^<]*)', page)
    return found[1].strip() if found else ""


class TestReach:
    @pytest.mark.parametrize("tab", TABS)
    def test_every_tab_opens_within_the_budget(self, tab: str, scenario: Scenario, visit: Visit) -> None:
        page = text(visit(f"/lab/{scenario.pk}/{tab}"))
        assert "Gộp hai phường" in page
        assert 'aria-current="page">' in page

    @pytest.mark.parametrize("who", ["mai", "khach", "nga", "quy"])
    def test_who_neither_drafts_nor_signs_sees_nothing(
        self, who: str, scenario: Scenario, visit: Visit
    ) -> None:
        for path in ("", "new/", "compare/", *(f"{scenario.pk}/{one}" for one in (*TABS, *BUTTONS))):
            answer = visit(f"/lab/{path}", who=who)
            assert answer.status_code == 403, path
            assert "Gộp hai phường" not in answer.content.decode()

    def test_a_clerk_of_one_ward_is_told_that_there_is_none(self, scenario: Scenario, visit: Visit) -> None:
        assert "Gộp hai phường" not in text(visit("/lab/", who="tam"))
        for path in (*TABS, *BUTTONS, "table.csv", f"units/{CAI_KHE}/"):
            assert visit(f"/lab/{scenario.pk}/{path}", who="tam").status_code == 404, path
        assert "Gộp hai phường" not in text(visit(f"/lab/compare/?s={scenario.pk}", who="tam"))

    def test_the_menu_names_the_lab_to_those_who_plan_only(self, cast: dict[str, User], visit: Visit) -> None:
        assert 'href="/lab/' in text(visit("/decisions/", who="hung"))
        assert 'href="/lab/' not in text(visit("/decisions/", who="mai"))

    @pytest.mark.parametrize("path", ["lock/", "branch/", "map/save/", "runs/start/", f"staff/{NOBODY}/"])
    def test_out_of_reach_no_button_works(self, path: str, scenario: Scenario, visit: Visit) -> None:
        before = Scenario.objects.values().get()
        assert visit(f"/lab/{scenario.pk}/{path}", who="tam", do="out").status_code == 404
        assert Scenario.objects.values().get() == before

    def test_somebody_unknown_is_asked_to_log_in(self, scenario: Scenario) -> None:
        answer = Client().get(f"/lab/{scenario.pk}/")
        assert (answer.status_code, "login" in answer["Location"]) == (302, True)


class TestShown:
    def test_the_list_tells_units_before_and_after(self, scenario: Scenario, visit: Visit) -> None:
        page = text(visit("/lab/"))
        assert re.search(r"3 → <b>2</b>", page)
        assert "Quận Ninh Kiều" in page

    def test_an_empty_list_says_what_to_do(self, cast: dict[str, User], visit: Visit) -> None:
        assert "Chưa có phương án nào" in text(visit("/lab/"))
        assert "Không có phương án nào như vậy" in text(visit("/lab/?q=gì"))

    def test_what_merges_is_said_in_words(self, scenario: Scenario, visit: Visit) -> None:
        page = text(visit(f"/lab/{scenario.pk}/"))
        assert "Phường Cái Khế và Phường An Hòa hợp thành Phường Cái Khế." in page
        assert total(page, "units") == "2"

    def test_without_a_plan_nothing_merges(self, cast: dict[str, User], visit: Visit) -> None:
        assert "Chưa gộp đơn vị nào" in text(visit(f"/lab/{merging(plan=[]).pk}/"))

    def test_one_that_cannot_be_laid_out_says_why(self, cast: dict[str, User], visit: Visit) -> None:
        broken = merging(kinds=["commune"], plan=[])
        for tab in TABS:
            assert "không có đơn vị nào thuộc loại đã chọn" in text(visit(f"/lab/{broken.pk}/{tab}"))

    def test_a_gap_is_told_honestly(self, cast: dict[str, User], visit: Visit) -> None:
        proven = merging(name="Đủ", found={"value": 10.0, "bound": 10.0})
        near = merging(name="Gần", found={"value": 100_000.0, "bound": 99_996.0, "whole": False})
        assert "đã chứng minh tối ưu" in text(visit(f"/lab/{proven.pk}/"))
        page = text(visit(f"/lab/{near.pk}/"))
        assert "cách tối ưu nhiều nhất 0,004 %" in page
        assert "đã chứng minh tối ưu" not in page

    def test_the_table_goes_out_as_csv_and_xlsx(self, scenario: Scenario, visit: Visit) -> None:
        csv = text(visit(f"/lab/{scenario.pk}/table.csv"))
        assert "Phường An Hòa; Phường Cái Khế" in csv or "Phường Cái Khế; Phường An Hòa" in csv
        assert visit(f"/lab/{scenario.pk}/table.xlsx").content[:2] == b"PK"

    @pytest.mark.parametrize("sort", ["members", "population", "area", "missed", "travel", "radius", "x"])
    def test_the_table_is_sorted(self, sort: str, scenario: Scenario, visit: Visit) -> None:
        page = text(visit(f"/lab/{scenario.pk}/table/?sort={sort}"))
        assert page.index("Phường Cái Khế</a>") < page.index("Phường Thới Bình</a>")

    def test_a_new_unit_has_a_page(self, scenario: Scenario, visit: Visit) -> None:
        assert "gộp 2 đơn vị" in text(visit(f"/lab/{scenario.pk}/units/{AN_HOA}/"))
        assert visit(f"/lab/{scenario.pk}/units/{NOBODY}/").status_code == 404

    def test_in_english(self, scenario: Scenario, cast: dict[str, User]) -> None:
        client = Client()
        client.force_login(cast["lan"])
        client.cookies["django_language"] = "en"
        page = text(client.get(f"/lab/{scenario.pk}/"))
        assert "Units afterwards" in page
        assert not [word for word in ("Thay đổi", "Đơn vị sau", "Lượt giải") if word in page]


class TestHands:
    def sketched(self, cast: dict[str, User], scenario: Scenario, moves: Any) -> str:
        client = Client()
        client.force_login(cast["lan"])
        return text(client.post(f"/lab/{scenario.pk}/map/figures/", {"moves": json.dumps(moves)}))

    def test_a_move_changes_every_figure_and_nothing_else(
        self, cast: dict[str, User], scenario: Scenario
    ) -> None:
        page = self.sketched(cast, scenario, [[str(THOI_BINH), str(CAI_KHE)]])
        assert total(page, "units") == "1"
        assert "1 bước chưa lưu" in page
        assert len(Scenario.objects.get().plan[0]["members"]) == 2

    def test_a_unit_in_pieces_is_named_at_once(self, cast: dict[str, User], scenario: Scenario) -> None:
        page = self.sketched(cast, scenario, [[str(THOI_BINH), str(CAI_KHE)], [str(AN_HOA), ""]])
        assert "không liền nhau" in page

    @pytest.mark.parametrize("moves", ["", "x", "{}", "[1]", '[["a"]]'])
    def test_what_is_no_move_moves_nothing(
        self, moves: str, cast: dict[str, User], scenario: Scenario
    ) -> None:
        client = Client()
        client.force_login(cast["lan"])
        answer = client.post(f"/lab/{scenario.pk}/map/figures/", {"moves": moves})
        assert "Chưa chuyển đơn vị nào." in text(answer)

    def test_a_unit_that_is_not_there_is_refused(self, cast: dict[str, User], scenario: Scenario) -> None:
        client = Client()
        client.force_login(cast["lan"])
        sent = {"moves": json.dumps([[str(NOBODY), str(CAI_KHE)]])}
        assert client.post(f"/lab/{scenario.pk}/map/figures/", sent).status_code == 400

    def test_saved_it_is_a_plan_by_hand(self, scenario: Scenario, visit: Visit) -> None:
        stamp = scenario.changed_at.isoformat()
        moves = json.dumps([[str(THOI_BINH), str(CAI_KHE)]])
        assert visit(f"/lab/{scenario.pk}/map/save/", moves=moves, stamp=stamp).status_code == 302
        saved = Scenario.objects.get()
        assert (saved.origin, len(saved.plan[0]["members"])) == ("hand", 3)
        assert saved.found["terms"]["units"] == 1
        again = visit(f"/lab/{scenario.pk}/map/save/", moves=moves, stamp=stamp)
        assert "được sửa ở nơi khác" in again.content.decode()

    def test_without_scripts_the_boxes_are_a_move(self, scenario: Scenario, visit: Visit) -> None:
        stamp = scenario.changed_at.isoformat()
        visit(f"/lab/{scenario.pk}/map/save/", unit=str(AN_HOA), to="", stamp=stamp)
        assert Scenario.objects.get().plan == []

    def test_a_locked_scenario_is_kept_but_can_be_branched(self, scenario: Scenario, visit: Visit) -> None:
        visit(f"/lab/{scenario.pk}/lock/", x="")
        locked = Scenario.objects.get()
        moves, stamp = json.dumps([[str(THOI_BINH), str(CAI_KHE)]]), locked.changed_at.isoformat()
        refused = visit(f"/lab/{scenario.pk}/map/save/", moves=moves, stamp=stamp)
        assert "đã khóa" in refused.content.decode()
        visit(f"/lab/{scenario.pk}/map/save/", **{"moves": moves, "as": "branch"})
        branch = Scenario.objects.get(branch_of=scenario)
        assert (len(branch.plan[0]["members"]), branch.locked_at) == (3, None)
        assert len(Scenario.objects.get(pk=scenario.pk).plan[0]["members"]) == 2

    def test_a_new_unit_is_named_and_seated(self, scenario: Scenario, visit: Visit) -> None:
        change = f"/lab/{scenario.pk}/units/{AN_HOA}/change/"
        visit(change, seat=str(AN_HOA))
        visit(change, name="Phường Hòa Khế")
        entry = Scenario.objects.get().plan[0]
        assert (entry["seat"], entry["name"]) == (str(AN_HOA), "Phường Hòa Khế")
        assert "không thuộc đơn vị mới này" in visit(change, seat=str(THOI_BINH)).content.decode()


class TestButtons:
    def test_a_scenario_is_made_of_a_form(self, cast: dict[str, User], visit: Visit) -> None:
        page = text(visit("/lab/new/"))
        assert "Cân bằng" in page
        form = {
            "name": "Phương án mới", "effective_on": "01/01/2027", "root": "916", "kinds": "ward",
            "mode": "cost", "preset": "lean", "by": "none", "max_members": "4", "group": "none",
            "time_limit": "60", "effort": "1", "seed": "7",
        }  # fmt: skip
        assert visit("/lab/new/", **form).status_code == 302
        made = Scenario.objects.get()
        asked = made.parameters
        assert (made.root_id, made.kinds, asked["seed"]) == (NINH_KIEU, ["ward"], 7)
        assert asked["consolidate"]["weights"]["units"] == 400
        assert asked["consolidate"]["max_members"] == 4

    def test_a_form_with_faults_comes_back_with_them(self, cast: dict[str, User], visit: Visit) -> None:
        page = text(visit("/lab/new/", name="", effective_on="31/02/2027", kinds="x"))
        assert "error-summary" in page
        assert Scenario.objects.count() == 0

    def test_parameters_are_changed_and_the_proof_forgotten(self, scenario: Scenario, visit: Visit) -> None:
        Scenario.objects.update(found={"value": 1.0, "bound": 1.0})
        form = {
            "mode": "max_p", "threshold": "30000", "preset": "own", "w_units": "5", "by": "given",
            "given_population": "20000", "max_members": "3", "group": "kind", "time_limit": "9",
            "effort": "2", "seed": "1",
        }  # fmt: skip
        assert visit(f"/lab/{scenario.pk}/parameters/", **form).status_code == 302
        asked = Scenario.objects.get()
        assert asked.found == {}
        consolidate = asked.parameters["consolidate"]
        assert (consolidate["threshold"], consolidate["weights"]["units"]) == (30_000, 5)
        assert consolidate["standards"]["given"] == {"population": 20_000}

    def test_it_is_branched_renamed_and_thrown_away(self, scenario: Scenario, visit: Visit) -> None:
        visit(f"/lab/{scenario.pk}/branch/", x="")
        branch = Scenario.objects.get(branch_of=scenario)
        visit(f"/lab/{branch.pk}/rename/", name="Nhánh thử", note="Thử")
        assert Scenario.objects.get(pk=branch.pk).name == "Nhánh thử"
        assert "1 nhánh của nó" in text(visit(f"/lab/{scenario.pk}/discard/"))
        visit(f"/lab/{scenario.pk}/discard/", yes="1")
        assert [one.name for one in Scenario.objects.all()] == ["Nhánh thử"]

    def test_a_run_is_started_shown_and_stopped(self, scenario: Scenario, visit: Visit) -> None:
        asked = {"trade": "consolidate", "time_limit": "60", "effort": "1", "seed": "3"}
        assert visit(f"/lab/{scenario.pk}/runs/start/", **asked).status_code == 302
        run = Run.objects.get()
        card = text(visit(f"/lab/runs/{run.pk}/"))
        assert 'hx-trigger="every 2s"' in card
        visit(f"/lab/runs/{run.pk}/stop/", x="")
        card = text(visit(f"/lab/runs/{run.pk}/"))
        assert "hx-trigger" not in card
        assert "đã dừng" in card

    def test_what_would_be_drafted_is_counted_then_drafted(
        self, scenario: Scenario, cast: dict[str, User], visit: Visit, django_assert_max_num_queries: Any
    ) -> None:
        client = Client()
        client.force_login(cast["lan"])
        with django_assert_max_num_queries(24):  # the ground, and all that the decisions need
            assert "Sắp xếp đơn vị" in text(client.get(f"/lab/{scenario.pk}/adopt/"))
        head = {"type": "NQ", "number": "12/NQ", "issuer": "HĐND", "issued_on": "01/12/2026", "source": "act"}
        assert visit(f"/lab/{scenario.pk}/adopt/", do="adopt", **head).status_code == 302
        assert scenario.adopted.count() >= 1
        assert "Thu hồi tất cả" in text(visit(f"/lab/{scenario.pk}/adopt/"))
        visit(f"/lab/{scenario.pk}/adopt/", do="back", **head)
        assert scenario.adopted.count() == 0

    def test_what_moved_is_told_and_the_scenario_drawn_anew(
        self, scenario: Scenario, cast: dict[str, User], django_assert_max_num_queries: Any
    ) -> None:
        signed(ops.Rename(unit=AN_HOA, name="Phường An Hòa Mới"), on=date(2026, 6, 1), at=timezone.now())
        client, path = Client(), f"/lab/{scenario.pk}/rebase/"
        client.force_login(cast["lan"])
        with django_assert_max_num_queries(24):  # the ground of then, that of now
            assert "đổi tên: Phường An Hòa thành Phường An Hòa Mới" in text(client.get(path))
        assert client.post(path).status_code == 302
        assert "Không có gì trong phạm vi phương án thay đổi." in text(client.get(path))


class TestComparing:
    def test_two_plans_stand_side_by_side(
        self, scenario: Scenario, cast: dict[str, User], django_assert_max_num_queries: Any
    ) -> None:
        other = merging(name="Giữ nguyên", plan=[], origin="enacted")
        client = Client()
        client.force_login(cast["lan"])
        with django_assert_max_num_queries(15 + 2 * 9):  # grounds and figures of each
            page = text(client.get(f"/lab/compare/?s={other.pk}&s={scenario.pk}"))
        assert "Gọn hơn: ít hơn 1 đơn vị (2 so với 3)." in page
        assert "Xa dân hơn" not in page  # nobody travelled before: no share can be told
        assert "Điều phòng lập phương án không thấy" in page

    def test_none_or_nonsense_chooses_nothing(self, scenario: Scenario, visit: Visit) -> None:
        assert "Chưa chọn phương án nào" in text(visit("/lab/compare/"))
        assert "Chưa chọn phương án nào" in text(visit(f"/lab/compare/?s=x&s={NOBODY}"))
