"""The tree of the second of two days, with marks on what is otherwise; ended units stand below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from tinhgon.core.compare import KINDS, Difference
from tinhgon.register.pages.differences import Wording, mark_of
from tinhgon.register.pages.trees import TreeNode, tree_node
from tinhgon.register.queries.comparing import Compared
from tinhgon.register.queries.trees import Node

DRAWN = 1500  # marked units that a page can carry; of more, only the upper levels are drawn
GONE = ("ended", "split")
OPEN = 40  # nodes that are shown open at first


def marked_tree(found: Compared, wording: Wording) -> list[TreeNode]:
    """Draw the units that differ with all above them, then those that ended, as they stood."""
    marks = _marks(found.differences)
    living = _pruned(found.after, marks, wording)
    standing = {node.id for node in found.after}
    ended = [node for node in found.before if node.id not in standing]
    gone = _nested(ended, marks, wording) if len(marks) <= DRAWN else []
    return [*living, *gone]


def is_cut(found: Compared) -> bool:
    """Tell whether the tree could not carry all marks."""
    return len({one.unit for one in found.differences}) > DRAWN


def _marks(differences: Iterable[Difference]) -> dict[UUID, str]:
    """Give each unit its weightiest mark."""
    marks: dict[UUID, str] = {}
    for one in sorted(differences, key=lambda one: KINDS.index(one.kind)):
        marks.setdefault(one.unit, mark_of(one.kind))
    return marks


def _pruned(nodes: list[Node], marks: Mapping[UUID, str], wording: Wording) -> list[TreeNode]:
    parents = {node.id: node.parent for node in nodes}
    kept: set[UUID] = set()
    for unit in parents.keys() & marks.keys():
        above: UUID | None = unit
        while above and above not in kept:
            kept.add(above)
            above = parents.get(above)
    shown = [node for node in nodes if node.id in kept]
    if len(kept) > DRAWN:
        shown = [node for node in shown if node.depth == 0]
    return _nested(shown, marks, wording)


def _nested(nodes: list[Node], marks: Mapping[UUID, str], wording: Wording) -> list[TreeNode]:
    """Nest nodes that come parents first; one whose parent is not there becomes a top."""
    made: dict[UUID, TreeNode] = {}
    tops: list[TreeNode] = []
    for node in nodes:
        parent = made.get(node.parent) if node.parent else None
        shown = made[node.id] = tree_node(node, wording.links, level=parent.level + 1 if parent else 1)
        shown.mark, shown.badge = marks.get(node.id, ""), ""
        shown.url = wording.links.unit(node.id, on=wording.first if shown.mark in GONE else wording.second)
        (parent.children if parent else tops).append(shown)
    for shown in made.values():
        shown.has_children = bool(shown.children) or (len(marks) > DRAWN and shown.has_children)
        shown.branch_url = "" if shown.children else shown.branch_url
        shown.expanded = bool(shown.children) and (len(made) <= OPEN or shown.level == 1)
    return tops
