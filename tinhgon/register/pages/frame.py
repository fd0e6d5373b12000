"""What all pages of the register have around them: the bar of the day, the tree, the addresses."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.core.rows import GOVERNMENT, PARTY, TERRITORIAL
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.links import Links, line_of
from tinhgon.register.pages.trees import side_tree
from tinhgon.register.queries import tallies, trees
from tinhgon.temporal.middleware import AsOfRequest


def frame(request: AsOfRequest, *, at: UUID | None = None) -> dict[str, Any]:
    """Gather the frame, with the tree open down to a unit and its children: five statements."""
    nodes = trees.open_tree(request.as_of, at=[at] if at else [], line=line_of(request))
    links = Links.of(request)
    return {
        "asof": asof_bar(request),
        "nodes": nodes,
        "tree": side_tree(nodes, links, selected=at),
        "links": links,
        "line": line_of(request),
        "lines": lines(request),
        "kinds": tallies.kinds(),
    }


def lines(request: AsOfRequest) -> list[tuple[str, str]]:
    """Name the lines to choose from: the one in view and others in which units stand; none if alone."""
    names = {
        TERRITORIAL: gettext("Lãnh thổ"),
        GOVERNMENT: gettext("Chính quyền"),
        PARTY: gettext("Đảng"),
    }
    there = {*trees.lines(request.as_of), line_of(request)}
    return [(line, name) for line, name in names.items() if line in there] if len(there) > 1 else []
