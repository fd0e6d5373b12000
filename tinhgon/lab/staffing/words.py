"""Why somebody has no post, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinhgon.core.errors import Said
from tinhgon.solvers.place.reasons.words import MISSING, RULES


def sentence_of(why: Mapping[str, Any]) -> Said:
    """Say why, in one sentence; nothing where nothing was worked out."""
    if not why:
        return Said("", "")
    posts, fit = why.get("posts", 0), why.get("open", 0)
    if not fit:
        return _none_fits(posts, why.get("funnel", {}))
    near = next(iter(why.get("nearest", ())), None)
    if near is None:
        return Said(
            f"Có {fit} vị trí phù hợp nhưng đều dành cho người khác với tổng thiệt hại nhỏ hơn.",
            f"{fit} posts would fit, but others take them at less cost to the whole.",
        )
    if near["price"] is None:
        return Said(
            f"Có {fit} vị trí phù hợp; xếp vào vị trí gần nhất thì trái quy tắc chung của đơn vị đó.",
            f"{fit} posts would fit; taking the nearest one would break a rule on the unit as a whole.",
        )
    return _priced(fit, near)


def rule_of(code: str) -> Said:
    """Name a rule that took posts away."""
    return RULES.get(code) or Said(code, code)


def missing_of(code: str) -> Said:
    """Say which fact was missing for a rule."""
    return MISSING.get(code) or rule_of(code)


def _none_fits(posts: int, funnel: Mapping[str, int]) -> Said:
    rules = [rule_of(code) for code in sorted(funnel, key=lambda code: -funnel[code])[:2]]
    return Said(
        f"Không vị trí nào trong {posts} vị trí phù hợp: {', '.join(one.vi for one in rules)}.",
        f"None of {posts} posts fits: {', '.join(one.en for one in rules)}.",
    )


def _priced(fit: int, near: Mapping[str, Any]) -> Said:
    price, others = round(near["price"]), max(near["moves"] - 1, 0)
    return Said(
        f"Có {fit} vị trí phù hợp nhưng đều đã đủ người. Xếp vào vị trí gần nhất thì {others} người khác "
        f"phải đổi chỗ và cả phương án kém đi {price} điểm.",
        f"{fit} posts would fit, but all are taken. Taking the nearest one would move {others} others and "
        f"make the whole plan worse by {price} points.",
    )
