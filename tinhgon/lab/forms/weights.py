"""Weights of a consolidation in plain words: three ready sets, and each price by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from tinhgon.solvers.consolidate.values import TERMS

BALANCED, LEAN, NEAR, OWN = "balanced", "lean", "near", "own"
# What a person buys with a unit less: in 1,000 person-kilometres, as every price is.
PRESETS: Mapping[str, Mapping[str, float]] = {
    BALANCED: {"units": 100.0, "missed": 1000.0, "travel": 1.0},
    LEAN: {"units": 400.0, "missed": 1000.0, "travel": 1.0},
    NEAR: {"units": 50.0, "missed": 1000.0, "travel": 2.0},
}
CHOICES = (
    (BALANCED, _("Cân bằng: bớt một đơn vị đáng 100 nghìn người-km đi lại")),
    (LEAN, _("Gọn: bớt một đơn vị đáng 400 nghìn người-km đi lại")),
    (NEAR, _("Gần dân: bớt một đơn vị chỉ đáng 25 nghìn người-km đi lại")),
    (OWN, _("Tự đặt từng giá ở dưới")),
)
LABELS = {
    "units": _("Mỗi đơn vị mới"),
    "missed": _("Mỗi tiêu chuẩn không đạt"),
    "shortfall": _("Phần còn thiếu của tiêu chuẩn không đạt (thiếu 100 % là một)"),
    "travel": _("Mỗi nghìn người-km tới trụ sở mới"),
    "border": _("Mỗi km ranh giới còn lại giữa các đơn vị mới"),
    "districts": _("Mỗi huyện cũ mà một đơn vị mới lấn sang thêm"),
}


def preset_of(weights: Mapping[str, float]) -> str:
    """Tell which ready set some weights are; none of them is one's own."""
    full = {term: float(weights.get(term, 0)) for term in TERMS}
    for name, ready in PRESETS.items():
        if full == {term: ready.get(term, 0.0) for term in TERMS}:
            return name
    return OWN if weights else BALANCED


def weights_of(cleaned: Mapping[str, Any]) -> dict[str, float]:
    """Give the prices of what was chosen, each written out: one's own, or those of a ready set."""
    if cleaned["preset"] != OWN:
        return {term: PRESETS[cleaned["preset"]].get(term, 0.0) for term in TERMS}
    return {term: float(cleaned.get(f"w_{term}") or 0) for term in TERMS}
