"""The first page when the register has no single top: several, or none yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tinhgon.register.models import Decision
from tinhgon.register.pages.figures import by_kind, by_top, in_words
from tinhgon.register.queries import tallies
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.middleware import AsOfRequest

COMMUNE = 3  # the level of wards, communes, townships and special zones


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
        "counted": by_kind(found, kinds),
        "communes": sum(row.units for row in found if row.level == COMMUNE),
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
