"""What all pages of the register have around them: the bar of the day, the tree, the addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.core.rows import GOVERNMENT, PARTY, TERRITORIAL
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.links import Links, line_of
from tinhgon.register.pages.trees import side_tree
from tinhgon.register.queries import trees
from tinhgon.register.queries.codes import KIND, LINE, codes
from tinhgon.temporal.middleware import AsOfRequest


def frame(request: AsOfRequest, *, at: UUID | None = None, under: Iterable[UUID] = ()) -> dict[str, Any]:
    """Gather the frame, with the tree open down to a unit and its children: three statements.

    `under` opens it down to what a unit of another line stands under.
    """
    words = codes(request.as_of)
    nodes = trees.open_tree(request.as_of, at=[*([at] if at else []), *under], line=line_of(request))
    links = Links.of(request)
    return {
        "asof": asof_bar(request),
        "nodes": nodes,
        "tree": side_tree(nodes, links, selected=at),
        "links": links,
        "line": line_of(request),
        "lines": lines(request, words[LINE]),
        "kinds": words[KIND],
        "codes": words,
    }


def lines(request: AsOfRequest, standing: Iterable[str]) -> list[tuple[str, str]]:
    """Name the lines to choose from: the one in view and others in which units stand; none if alone."""
    names = {
        TERRITORIAL: gettext("Lãnh thổ"),
        GOVERNMENT: gettext("Chính quyền"),
        PARTY: gettext("Đảng"),
    }
    there = {*standing, line_of(request)}
    return [(line, name) for line, name in names.items() if line in there] if len(there) > 1 else []
