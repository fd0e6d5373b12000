"""The first page when the register has no single top: several, or none yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from tinhgon.register.models import Decision
from tinhgon.register.pages.figures import by_kind, by_top, in_words, total
from tinhgon.register.queries import tallies
from tinhgon.register.queries.tallies import Tally
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.middleware import AsOfRequest

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3  # the levels of kinds


@dataclass(frozen=True, slots=True)
class Top:
    """A unit at the head of a line."""

    node: Node
    kind: str
    url: str
    below: str


def tops(request: AsOfRequest, around: dict[str, Any]) -> dict[str, Any]:
    """List the heads of the line with what stands below each."""
    nodes, kinds, links = around["nodes"], around["kinds"], around["links"]
    found = tallies.tally(request.as_of, below=None, line=around["line"]) if nodes else []
    below = by_top(found)
    return {
        "counted": in_words(by_kind(found, kinds)),
        "levels": levels(found),
        "total": total([row for row in found if row.depth == 1]),
        "has_figures": any(row.with_area or row.with_population for row in found if row.depth == 1),
        "tops": [
            Top(
                node,
                kinds.get(node.kind, node.kind),
                links.unit(node.id),
                in_words(by_kind(below.get(node.id, []), kinds)),
            )
            for node in nodes
        ],
        "is_empty": not nodes and not Decision.objects.filter(state=Decision.State.SIGNED).exists(),
    }


def levels(found: Iterable[Tally]) -> list[tuple[int, str]]:
    """Count units by level, the lowest first: it has most."""
    names = {
        COMMUNE: gettext("đơn vị cấp xã"),
        DISTRICT: gettext("đơn vị cấp huyện"),
        PROVINCE: gettext("đơn vị cấp tỉnh"),
    }
    counted: Counter[int | None] = Counter()
    for row in found:
        counted[row.level] += row.units
    return [(counted[level], name) for level, name in names.items() if counted[level]]
