"""The totals that stand on top of every page of a scenario, and those of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils.translation import gettext

from tinhgon.lab.drawing import Drawn
from tinhgon.lab.pages.numbers import number
from tinhgon.lab.pages.proofs import Known
from tinhgon.register.pages.words import figure
from tinhgon.solvers.consolidate.values import MISSED, TRAVEL, UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A figure as a card shows it; `change` is what a hand's moves did to it."""

    key: str
    label: str
    value: str
    unit: str = ""
    note: str = ""
    tone: str = ""
    share: float | None = None
    change: str = ""
    better: bool = False


def totals_of(drawn: Drawn, known: Known, *, before: Drawn | None = None) -> list[Total]:
    """Give the totals of a plan; with the plan before some moves, what they changed."""
    terms, old = drawn.terms, before.terms if before else drawn.terms
    return [
        _units(drawn, terms, old), _missed(drawn, terms, old), _travel(drawn, terms, old),
        _compact(terms, old),
        Total(key="proof", label=gettext("So với phương án tốt nhất có thể"), value=known.figure,
              note=known.word, tone=known.tone),
    ]  # fmt: skip


def change_of(now: float, then: float, digits: int = 0) -> str:
    """Write what was added or taken away; nothing where nothing was."""
    step = round(now - then, digits)
    if not step:
        return ""
    return f"{'+' if step > 0 else '−'}{number(abs(step), digits)}"


def cut_percent(units: float, before: int) -> str:
    """Write by how much per cent units are fewer."""
    return number(100 * (before - units) / before, 1) if before else "–"


def people_of(drawn: Drawn) -> float:
    """Give the people of the whole territory, as far as they are known."""
    return float(np.nansum(drawn.ground.territory.measures[drawn.ground.conditions.people]))


def _units(drawn: Drawn, terms: Mapping[str, float], old: Mapping[str, float]) -> Total:
    before = len(drawn.ground.units)
    note = gettext("từ %(before)s, giảm %(percent)s %%") % {
        "before": figure(before), "percent": cut_percent(terms[UNITS], before),
    }  # fmt: skip
    return Total(
        key=UNITS, label=gettext("Đơn vị sau sắp xếp"), value=figure(int(terms[UNITS])), note=note,
        share=100 * terms[UNITS] / before if before else None, **_step(terms, old, UNITS),
    )  # fmt: skip


def _missed(drawn: Drawn, terms: Mapping[str, float], old: Mapping[str, float]) -> Total:
    count = sum(1 for one in drawn.units if any(below.missed for below in one.below))
    note = (
        gettext("ở %(count)s đơn vị mới") % {"count": figure(count)}
        if count
        else gettext("đơn vị nào cũng đạt")
    )
    return Total(
        key=MISSED, label=gettext("Tiêu chuẩn chưa đạt"), value=figure(int(terms[MISSED])), note=note,
        tone="bad" if count else "ok", **_step(terms, old, MISSED),
    )  # fmt: skip


def _travel(drawn: Drawn, terms: Mapping[str, float], old: Mapping[str, float]) -> Total:
    people = people_of(drawn)
    mean = number(1000 * terms[TRAVEL] / people, 2) if people else "–"
    return Total(
        key=TRAVEL, label=gettext("Đường tới trụ sở mới"), value=number(terms[TRAVEL], 0),
        unit=gettext("nghìn người-km"), note=gettext("bình quân %(mean)s km mỗi người") % {"mean": mean},
        **_step(terms, old, TRAVEL, 1),
    )  # fmt: skip


def _compact(terms: Mapping[str, float], old: Mapping[str, float]) -> Total:
    return Total(
        key="border", label=gettext("Ranh giới giữa các đơn vị mới"), value=number(terms["border"]),
        unit="km",
        note=gettext("%(count)s lần lấn sang huyện cũ khác") % {"count": figure(int(terms["districts"]))},
        **_step(terms, old, "border", 1),
    )  # fmt: skip


def _step(now: Mapping[str, float], then: Mapping[str, float], term: str, digits: int = 0) -> dict[str, Any]:
    """Every term is a price: less is better."""
    return {"change": change_of(now[term], then[term], digits), "better": now[term] < then[term]}
