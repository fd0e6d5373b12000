"""How good a plan is known to be, in honest words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from tinhgon.lab.models import Scenario
from tinhgon.lab.pages.numbers import number
from tinhgon.solvers.proof import Proof


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a plan: a word, its tone, and the long sentence; `figure` is the gap alone."""

    word: str
    tone: str
    sentence: str
    figure: str = "–"


def known_of(scenario: Scenario) -> Known:
    """Tell what is known of a scenario's plan."""
    found = scenario.found
    proof = proof_in(found)
    if proof is not None:
        return known_by(proof, cut_short=found.get("whole") is False)
    return _without(scenario)


def proof_in(found: Mapping[str, Any]) -> Proof | None:
    """Read what a run found: the plan's value and the bound."""
    value = found.get("value", found.get("best"))
    return Proof(value=float(value), bound=found.get("bound")) if value is not None else None


def known_by(proof: Proof, *, cut_short: bool = False) -> Known:
    """Word a proof, or how far it is from one."""
    gap = proof.gap_percent
    if gap is None:
        return Known(
            gettext("chưa chứng minh"), "warn", gettext("Chưa chứng minh được phương án này tốt đến đâu.")
        )
    if proof.proven:
        said = gettext("Đã chứng minh: dưới các điều kiện và giá đã đặt, không phương án nào tốt hơn.")
        return Known(gettext("đã chứng minh tối ưu"), "ok", said, gettext("0 %"))
    shown = gettext("%(gap)s %%") % {"gap": percent(gap)}
    said = gettext("Chưa chứng minh là tốt nhất: có thể còn phương án tốt hơn, nhưng nhiều nhất %(gap)s.") % {
        "gap": shown
    }
    if cut_short:
        said += " " + gettext("Lượt giải đã dừng sớm; chạy lâu hơn có thể khép khoảng này.")
    return Known(gettext("cách tối ưu nhiều nhất %(gap)s") % {"gap": shown}, "info", said, f"≤ {shown}")


def percent(gap: float) -> str:
    """Write a gap so that a small one does not look like none."""
    for digits in (1, 2, 4):
        if round(gap, digits) > 0:
            return number(gap, digits)
    return "< 0,0001"


def unproven() -> Known:
    """Say what is known of a plan that a hand has just changed: nothing."""
    said = gettext("Đã sửa bằng tay: các số là của phương án này, nhưng không có chứng minh nào về nó.")
    return Known(gettext("sửa tay, chưa chứng minh"), "warn", said)


def _without(scenario: Scenario) -> Known:
    if scenario.origin == Scenario.Origin.ENACTED:
        said = gettext(
            "Phương án đã ban hành: phòng lập phương án không tìm ra nó và không chứng minh gì về nó."
        )
        return Known(gettext("không do máy tìm"), "", said)
    if scenario.origin == Scenario.Origin.HAND:
        return unproven()
    return Known(gettext("chưa giải"), "", gettext("Chưa có lượt giải nào tìm phương án này."))
