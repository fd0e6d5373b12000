"""What every page of directives has: its tabs, each with what the reader narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.pages.filters import query

# The pages of the module; those that the bar of filters governs take what was asked along.
TABS = (
    ("board", _("Bảng"), True),
    ("list", _("Danh sách"), True),
    ("calendar", _("Lịch"), True),
    ("cascades", _("Theo văn bản"), False),
    ("heat", _("Bản đồ nhiệt"), False),
    ("leading", _("Lãnh đạo"), False),
    ("lateness", _("Đúng hạn"), False),
    ("review", _("Tổng kết năm"), False),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the module."""

    label: Any
    url: str
    current: bool


def frame(request: ReachRequest, current: str) -> dict[str, Any]:
    """Give the tabs."""
    return {"tabs": [_tab(request, *one, current=current) for one in TABS], "today": request.today}


def _tab(request: ReachRequest, name: str, label: Any, narrows: bool, *, current: str) -> Tab:
    args = [request.today.year] if name == "review" else []
    kept = query(request.GET, "standing") if narrows else ""
    return Tab(label, reverse(f"directives:{name}", args=args) + kept, name == current)
