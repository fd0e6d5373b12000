"""The tree beside the pages: nodes as its template draws them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from tinhgon.register.pages.links import Links
from tinhgon.register.queries.trees import Node


@dataclass(slots=True)
class TreeNode:
    """A unit in the tree; a branch that is not loaded has an address to fetch it from."""

    id: UUID
    name: str
    code: str
    url: str
    level: int
    has_children: bool
    selected: bool = False
    expanded: bool = False
    branch_url: str = ""
    mark: str = ""
    badge: str = ""
    children: list[TreeNode] = field(default_factory=list)


def side_tree(nodes: Iterable[Node], links: Links, *, selected: UUID | None = None) -> list[TreeNode]:
    """Nest nodes that come parents first, and open the branches that are there."""
    made: dict[UUID, TreeNode] = {}
    tops: list[TreeNode] = []
    for node in nodes:
        shown = made[node.id] = tree_node(node, links, level=node.depth + 1, selected=selected)
        parent = made.get(node.parent) if node.parent else None
        (parent.children if parent else tops).append(shown)
    for shown in made.values():
        shown.expanded = bool(shown.children)
        shown.branch_url = "" if shown.children else shown.branch_url
    return tops


def tree_node(node: Node, links: Links, *, level: int, selected: UUID | None = None) -> TreeNode:
    """Make one node, closed."""
    return TreeNode(
        id=node.id,
        name=node.name,
        code=node.code or "",
        url=links.unit(node.id),
        level=level,
        has_children=node.has_children,
        selected=node.id == selected,
        branch_url=links.branch(node.id) if node.has_children else "",
        badge=node.code or "",
    )


def chart_of(
    nodes: Sequence[Node], links: Links, kinds: Mapping[str, str], staff: Mapping[UUID, dict[str, object]]
) -> dict[str, object] | None:
    """Nest a subtree as the organisation chart reads it; nothing if there is none."""
    boxes: dict[UUID, dict[str, object]] = {}
    root = None
    tones = {kind: number % 8 + 1 for number, kind in enumerate(dict.fromkeys(node.kind for node in nodes))}
    for node in nodes:
        box = boxes[node.id] = {
            "id": str(node.id), "name": node.name, "kind": kinds.get(node.kind, node.kind),
            "code": node.code or "", "url": links.unit(node.id), "tone": tones[node.kind],
            **staff.get(node.id, {}),
        }  # fmt: skip
        above = boxes.get(node.parent) if node.parent else None
        if above is None:
            root = root or box
        else:
            below = above.setdefault("children", [])
            assert isinstance(below, list)  # noqa: S101  (we have just put it there)
            below.append(box)
    return root
