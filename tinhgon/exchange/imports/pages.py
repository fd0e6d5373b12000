"""What the pages of imports show: the faults of a workbook, or what it would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.exchange.imports.kinds import SEXES, Kind
from tinhgon.exchange.imports.plan import Mended, Plan
from tinhgon.exchange.imports.preparing import Prepared
from tinhgon.people.sections import section
from tinhgon.register.models import Decision

SHOWN, FAULTS_SHOWN = 50, 200
OPERATIONS = {
    "establish": _("Thành lập"), "rename": _("Đổi tên"), "change_kind": _("Đổi loại"),
    "change_code": _("Đổi mã"), "change_figures": _("Đổi diện tích, dân số"), "move": _("Chuyển cấp trên"),
    "create_post": _("Lập vị trí"), "change_post": _("Sửa vị trí"), "report_to": _("Đặt cấp trên trực tiếp"),
    "set_quota": _("Giao biên chế"), "appoint": _("Bổ nhiệm"), "reappoint": _("Bổ nhiệm lại"),
    "transfer_person": _("Điều động"), "change_occupancy": _("Đổi hình thức giữ vị trí"),
    "change_grade": _("Xếp ngạch, bậc"),
}  # fmt: skip
KINDS = {
    Kind.UNITS: _("Thành lập đơn vị mới; đổi tên, loại, mã, cấp trên, diện tích, dân số."),
    Kind.POSTS: _("Lập và sửa vị trí: chức danh, cấp, số chỗ, loại biên chế, báo cáo cho ai."),
    Kind.QUOTAS: _("Giao biên chế cho từng đơn vị theo loại."),
    Kind.PEOPLE: _("Lập hồ sơ, sửa phần khác đi, xếp ngạch bậc; nhận ra người theo số định danh."),
    Kind.APPOINTMENTS: _("Bổ nhiệm, điều động, kiêm nhiệm theo ngày; xếp ngạch bậc."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One operation as the page tells it."""

    row: int
    what: Any
    about: str
    said: str
    on: date


def kinds() -> list[dict[str, Any]]:
    """Describe the kinds to choose from."""
    return [{"code": kind.value, "name": kind.label, "text": KINDS[kind]} for kind in Kind]


def preview(found: Prepared) -> dict[str, Any]:
    """Tell of a workbook what is wrong with it, or all that it would do."""
    if found.faults:
        return {"faults": list(_faults(found)), "fault_count": len(found.faults), "found": found}
    plan = found.plan
    return {
        "found": found,
        "counts": [(OPERATIONS[op], count) for op, count in plan.counts()],
        "lines": _lines(plan),
        "opened": plan.opened[:SHOWN],
        "opened_count": len(plan.opened),
        "mended": [(one, list(_changes(one))) for one in plan.mended[:SHOWN]],
        "mended_count": len(plan.mended),
        "units": _units(found),
        "days": [(day, len(plan.on(day))) for day in plan.days],
        "unchanged": len(plan.unchanged),
        "shown": SHOWN,
    }


def results(decisions: Sequence[Any]) -> list[Decision]:
    """Give the drafts that an import wrote and that are there."""
    found = Decision.objects.select_related("type").defer("operations").filter(pk__in=decisions)
    return list(found.order_by("effective_on"))


def _faults(found: Prepared) -> Iterator[dict[str, Any]]:
    language = get_language() or "vi"
    titles = found.reading.header.titles
    for fault in islice(found.faults, FAULTS_SHOWN):
        yield {
            "cell": fault.cell if fault.place is not None else gettext("dòng %(row)d") % {"row": fault.row},
            "column": titles[fault.place] if fault.place is not None else "",
            "text": fault.reason.message(language),
            "suggestions": fault.suggestions,
        }


def _lines(plan: Plan) -> list[Line]:
    return [
        Line(step.row, OPERATIONS[step.operation.op], step.about, step.said, step.on)
        for step in plan.steps[:SHOWN]
    ]


def _units(found: Prepared) -> list[tuple[str, int]]:
    """Name the units that most is done to; one that is new stands in the operation itself."""
    names = {step.unit: step.about for step in found.plan.steps if step.operation.op == "establish"}
    day = found.plan.days[0] if found.plan.days else None
    return [
        (found.units.name(unit, day) or names.get(unit, ""), count)
        for unit, count in found.plan.by_unit()[:SHOWN]
        if day
    ]


def _changes(one: Mended) -> Iterator[tuple[Any, str, str]]:
    """Name what becomes different; what is sealed is not shown."""
    words = {"name": gettext("Họ và tên"), "sex": gettext("Giới tính"), "born": gettext("Ngày sinh")}
    for field, (before, after) in one.changes.items():
        if field == "ethnic_group":
            yield section("identity").field(field), "•••", "•••"
        else:
            yield words[field], _shown(before), _shown(after)


def _shown(text: str) -> str:
    return SEXES[text][0] if text in SEXES else text
