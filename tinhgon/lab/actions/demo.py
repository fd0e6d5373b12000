"""The lab of the demonstration: the map of Cần Thơ, the enacted plan, the lab's own, and one for today."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from django.utils import timezone

from tinhgon.lab.actions.grounding import load_locations, load_neighbours
from tinhgon.lab.data.enacted import enacted_plan, rows_of, went_into
from tinhgon.lab.ground import Ground, read_ground
from tinhgon.lab.models import Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.plans import json_of, plan_from
from tinhgon.solvers.consolidate.values import Plan
from tinhgon.temporal.naming import whole

DATA = Path(__file__).parents[1] / "data"
CANTHO, OWN_PLAN = DATA / "cantho", DATA / "cantho" / "plan.json"
MERGER, EVE, NEXT = date(2025, 7, 1), date(2025, 6, 30), date(2027, 1, 1)
SOURCE = "Tính từ ranh giới cũ và mới trên lưới 100 m, không phải số đo địa chính (lab/data/README.md)"
MIDDLE = "Điểm giữa của ranh giới, không phải vị trí trụ sở (lab/data/README.md)"
ALL_KINDS, KINDS = ["commune", "ward", "township"], ["commune", "ward"]
TYPES = {"xã": "commune", "phường": "ward"}
FIGURES_OF_THEN = (
    "Diện tích là số ước tính từ ranh giới, dân số là số điều tra ngày 01/4/2019, như trong sổ vào ngày "
    "30/6/2025; khi xét duyệt thật người ta dùng số do công an xác nhận, nên kết quả gần ngưỡng có thể khác."
)
OWN = (
    "Phương án do phần mềm tự tìm theo tiêu chuẩn có hiệu lực khi đó, tối đa 6 đơn vị mỗi đơn vị mới, được "
    "nhập qua ranh giới ba tỉnh cũ. Phần mềm không biết lịch sử, phong tục, quốc phòng, bến phà, cù lao."
)
TODAY = (
    "103 xã, phường hiện nay, xét theo tiêu chuẩn đang có hiệu lực; chưa có kết quả. Hãy bấm chạy, xem, lập "
    "dự thảo, ký rồi thu hồi thử. Dân số là số công bố năm 2025. Đây là minh họa, không có chủ trương nào "
    "như vậy."
)


def load_lab_demo(*, eve: bool = False) -> int:
    """
    Have the lab of the demonstration, where there is none yet; give the number of scenarios.

    :param eve: the register ends with 30/06/2025, so that there is no today to plan for.
    """
    if Scenario.objects.exists():
        return 0
    with whole({}):
        _map("before", EVE)
        made = [_enacted(), _own()]
        if not eve:
            _map("after", MERGER)
            made.append(_today())
    return len(made)


def _map(when: str, on: date) -> None:
    neighbours, units = CANTHO / f"neighbours_{when}.csv", CANTHO / f"units_{when}.csv"
    load_neighbours(neighbours.read_bytes(), file=neighbours.name, on=on, source=SOURCE)
    load_locations(units.read_bytes(), file=units.name, on=on, source=MIDDLE)


def _enacted() -> Scenario:
    scenario = _of_the_merger("Đã ban hành: Nghị quyết 1668/NQ-UBTVQH15", origin=Scenario.Origin.ENACTED)
    ground = read_ground(scenario)
    plan, split = enacted_plan(_mapping(), ground.territory, ground.conditions)
    names = [ground.units[place].name for place in split]
    scenario.plan = json_of(ground, plan, _names(ground, plan))
    scenario.note = (
        f"Nghị quyết thật: 263 thành 103 đơn vị, có hiệu lực 01/7/2025. {len(split)} đơn vị được chia cho "
        f"hai nơi ({', '.join(names)}); ở đây mỗi đơn vị được tính trọn vào nơi nhận nhiều dân hơn. Trụ sở "
        f"thật không có trong dữ liệu: lấy đơn vị thành viên mà người dân đi lại ít nhất. {FIGURES_OF_THEN}"
    )
    scenario.locked_at = timezone.now()
    scenario.save()
    return scenario


def _own() -> Scenario:
    """Have the plan that the lab found beforehand: anybody can run it again and get the same."""
    scenario = _of_the_merger("Phương án của phần mềm, tiêu chuẩn năm 2025", note=f"{OWN} {FIGURES_OF_THEN}")
    kept = json.loads(OWN_PLAN.read_text(encoding="utf-8"))
    ground = read_ground(scenario)
    place = {code: number for number, code in enumerate(ground.territory.codes)}
    seats = [place[kept["seats"][unit.code]] for unit in ground.units]
    scenario.plan, scenario.found = json_of(ground, plan_from(np.array(seats))), kept["found"]
    scenario.save()
    return scenario


def _of_the_merger(name: str, *, note: str = "", origin: str = Scenario.Origin.LAB) -> Scenario:
    standards = {"terrain": "lowland", "in_municipality": True}
    return _made(
        name, MERGER, ALL_KINDS, {"consolidate": {"group": "none", "standards": standards}}, note, origin
    )


def _today() -> Scenario:
    asked = {"consolidate": {"group": "none", "max_members": 3, "standards": {"terrain": "lowland"}}}
    return _made("Hiện nay: tiêu chuẩn theo Nghị quyết 112/2025", NEXT, KINDS, asked, TODAY)


def _made(
    name: str, on: date, kinds: list[str], asked: Mapping[str, Any], note: str,
    origin: str = Scenario.Origin.LAB,
) -> Scenario:  # fmt: skip
    return Scenario.objects.create(
        name=name, note=note, origin=origin, kinds=kinds, effective_on=on, known=timezone.now(),
        parameters=Parameters.read(asked).write(),
    )  # fmt: skip


def _names(ground: Ground, plan: Plan) -> dict[int, tuple[str, str]]:
    """Give the name and kind that the resolution gave each new unit, by its seat."""
    after = {row["code"]: row for row in rows_of(CANTHO / "units_after.csv")}
    into, _ = went_into(_mapping())
    new = {seat: after[into[ground.units[seat].code]] for seat in plan.seat.tolist()}
    return {seat: (row["name"], TYPES[row["type"]]) for seat, row in new.items()}


def _mapping() -> list[dict[str, str]]:
    return rows_of(CANTHO / "mapping.csv")
