"""What adopting a scenario would draft, and what became of its drafts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.lab.drafting.parts import Part, parts_of
from tinhgon.lab.models import Adopted, Scenario
from tinhgon.lab.queries.chosen import chosen_of
from tinhgon.register.models import Decision
from tinhgon.register.pages.faults import said

PARTS = {
    "units": (_("Sắp xếp đơn vị"), _("đơn vị cũ kết thúc, đơn vị mới bắt đầu")),
    "posts": (_("Lập vị trí"), _("vị trí của các đơn vị mới")),
    "people": (_("Bố trí người"), _("mỗi đơn vị mới một quyết định")),
    "rest": (_("Giải quyết phần còn lại"), _("vị trí kết thúc, người nghỉ, biên chế")),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of the decisions to be drafted."""

    title: Any
    words: Any
    decisions: int
    operations: int


def adopting_page(scenario: Scenario) -> dict[str, Any]:
    """Gather the drafts that there are, or those that there would be."""
    adopted = list(
        Adopted.objects.filter(scenario=scenario)
        .select_related("decision", "decision__type")
        .defer("decision__operations")
    )
    if adopted:
        return {
            "adopted": [(one, PARTS[one.part][0]) for one in adopted],
            "signed": sum(_signed(one) for one in adopted),
        }
    try:
        parts = parts_of(chosen_of(scenario))
    except Refused as refused:
        return {"conflict": said(refused), "kinds": []}
    return {"kinds_of_drafts": kinds_of(parts), "operations": sum(len(one.operations) for one in parts)}


def kinds_of(parts: tuple[Part, ...]) -> list[Kind]:
    """Count the decisions to be drafted, kind by kind."""
    decisions = Counter(one.part for one in parts)
    operations: Counter[str] = Counter()
    for one in parts:
        operations[one.part] += len(one.operations)
    return [
        Kind(title, words, decisions[part], operations[part])  # type: ignore[index]
        for part, (title, words) in PARTS.items() if decisions[part]  # type: ignore[index]
    ]  # fmt: skip


def _signed(one: Adopted) -> bool:
    return one.decision.state == Decision.State.SIGNED
