"""What all pages of the register have around them: the bar of the day, the tree, the addresses."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.links import Links, line_of
from tinhgon.register.pages.trees import side_tree
from tinhgon.register.queries import tallies, trees
from tinhgon.temporal.middleware import AsOfRequest


def frame(request: AsOfRequest, *, at: UUID | None = None) -> dict[str, Any]:
    """Gather the frame, with the tree open down to a unit and its children: four statements."""
    nodes = trees.open_tree(request.as_of, at=[at] if at else [], line=line_of(request))
    links = Links.of(request)
    return {
        "asof": asof_bar(request),
        "nodes": nodes,
        "tree": side_tree(nodes, links, selected=at),
        "links": links,
        "line": line_of(request),
        "kinds": tallies.kinds(),
    }
