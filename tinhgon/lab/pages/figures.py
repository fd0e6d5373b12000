"""The figures of scenarios in words: what each counts, its unit, where its records are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.lab.impact import Figure
from tinhgon.lab.impact.values import SORTS
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages.numbers import number

GROUPS = {
    "apparatus": _("Bộ máy"), "standards": _("Tiêu chuẩn"), "distance": _("Khoảng cách"),
    "staff": _("Vị trí và biên chế"), "people": _("Con người"),
}  # fmt: skip
# What a figure is called, and what it is counted in.
WORDS: dict[str, tuple[Any, Any]] = {
    "units": (_("Đơn vị được sắp xếp"), ""),
    "bodies": (_("Cơ quan, tổ chức trực thuộc"), ""),
    "levels": (_("Số cấp"), ""),
    "missed": (_("Tiêu chuẩn không đạt"), ""),
    "waived": (_("Không xét tiêu chuẩn vì gộp nhiều đơn vị"), _("đơn vị")),
    "spared": (_("Được giữ nguyên dù dưới tiêu chuẩn"), _("đơn vị")),
    "warned": (_("Cảnh báo của quy định"), ""),
    "noted": (_("Ghi chú của quy định"), ""),
    "least_population": (_("Đơn vị ít dân nhất"), _("người")),
    "most_population": (_("Đơn vị đông dân nhất"), _("người")),
    "least_area_km2": (_("Đơn vị nhỏ nhất"), "km²"),
    "most_area_km2": (_("Đơn vị rộng nhất"), "km²"),
    "travel": (_("Đường tới trụ sở"), _("nghìn người-km")),
    "radius": (_("Xa trụ sở nhất"), "km"),
    "border": (_("Ranh giới giữa các đơn vị"), "km"),
    "districts": (_("Lần lấn sang huyện cũ khác"), ""),
    "heads": (_("Cấp trưởng"), _("vị trí")),
    "deputies": (_("Cấp phó"), _("vị trí")),
    "others": (_("Vị trí khác"), _("vị trí")),
    "quota": (_("Biên chế được giao"), _("người")),
    "working": (_("Người đang làm việc"), _("người")),
    "placed": (_("Được bố trí"), _("người")),
    "level_kept": (_("Giữ được cấp bậc"), _("người")),
    "surplus": (_("Dôi dư, chưa có vị trí"), _("người")),
    "leaving": (_("Xin nghỉ"), _("người")),
    "severance": (_("Tiền giải quyết chế độ"), _("đồng")),
    "severance_untold": (_("Người chưa tính được chế độ"), _("người")),
    "staff_km": (_("Cán bộ đi xa hơn"), _("người-km")),
}
TABS = {"changes": "scenario"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A figure of a scenario on its page."""

    key: str
    label: str
    unit: str
    before: str
    after: str
    change: str
    tone: str
    url: str


def lines(figures: Iterable[Figure], scenario: Scenario) -> list[tuple[str, list[Line]]]:
    """Give figures group by group, as a page shows them."""
    sorted_out: dict[str, list[Line]] = {}
    for one in figures:
        sorted_out.setdefault(one.sort.group, []).append(_line(one, scenario))
    return [(str(GROUPS[group]), sorted_out[group]) for group in GROUPS if group in sorted_out]


def label_of(key: str) -> tuple[str, str]:
    """Name a figure and its unit."""
    label, unit = WORDS.get(key, (key, ""))
    return str(label), str(unit)


def change_of(change: float | None, digits: int) -> str:
    """Write what is added or taken away; nothing where nothing is."""
    if change is None or not round(change, digits):
        return ""
    return f"{'+' if change > 0 else '−'}{number(abs(change), digits)}"


def tone_of(change: float | None, key: str, digits: int) -> str:
    """Tell whether a change is for the better."""
    better = SORTS[key].better
    if not better or change is None or not round(change, digits):
        return ""
    return "ok" if (change < 0) == (better == "less") else "bad"


def _line(one: Figure, scenario: Scenario) -> Line:
    label, unit = label_of(one.key)
    digits, opens = one.sort.digits, one.sort.opens
    return Line(
        key=one.key, label=label, unit=unit, before=number(one.before, digits),
        after=number(one.after, digits), change=change_of(one.change, digits),
        tone=tone_of(one.change, one.key, digits),
        url=reverse(f"lab:{TABS.get(opens, opens)}", args=[scenario.pk]) if opens else "",
    )  # fmt: skip


def impact_page(scenario: Scenario, figures: Iterable[Figure]) -> dict[str, Any]:
    """Gather the page of figures, and say what they leave out."""
    found = list(figures)
    groups = lines(found, scenario)
    return {"groups": groups, "placed": any(one.sort.group == "people" for one in found),
            "left_out": gettext("Số về người chỉ tính những người trong phạm vi xem của bạn.")}  # fmt: skip
