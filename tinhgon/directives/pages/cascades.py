"""Directives with how far they are, and the cascade of one, opened branch by branch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.pages.cards import Card, cards_of
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.queries import board, tree
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.queries.tree import Branch
from tinhgon.directives.statuses import FINISHED, Status
from tinhgon.documents.models import Document
from tinhgon.register.pages.paging import Page, page_number

LISTED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An obligation in the tree, with what its parts come to."""

    card: Card
    parts: int
    percent: float
    late: int  # overdue in it, itself not counted


def cascades_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the directives within reach, the one with most overdue first."""
    number = page_number(request)
    found = tree.directives(visible(request.reach), today=request.today)
    rows: list[dict[str, Any]] = list(found[(number - 1) * LISTED : number * LISTED + 1])
    for one in rows:
        one["percent"] = 100 * one["done"] / one["of"]
    return frame(request, "cascades") | {"rows": rows[:LISTED], "page": Page(number, len(rows) > LISTED)}


def cascade_page(request: ReachRequest, directive: UUID) -> dict[str, Any]:
    """Gather the tree of a directive, its tops open to be opened.

    :raises Http404: nothing of it is within reach.
    """
    made = tree.branches(visible(request.reach), directive, today=request.today)
    paper = Document.objects.filter(pk=directive).defer("text", "search", "letter").first()
    if not made or paper is None:
        raise Http404
    tops = tree.tops(made)
    leaves = [one for one in made.values() if not one.parts and one.status != Status.CANCELLED]
    return frame(request, "cascades") | {
        "paper": paper,
        "nodes": nodes_of(request, tops, made),
        "percent": float(100 * tree.share_of(tops)),
        "count": len(leaves),
        "done": sum(one.status in FINISHED for one in leaves),
        "late": sum(one.status == Status.OVERDUE for one in leaves),
        "waiting": sum(one.status == Status.WAITING for one in leaves),
    }


def branch_page(request: ReachRequest, pk: UUID) -> dict[str, Any]:
    """Gather the parts of an obligation.

    :raises Http404: it is not within reach.
    """
    found = visible(request.reach)
    directive = found.filter(pk=pk).values_list("directive", flat=True).first()
    if directive is None:
        raise Http404
    made = tree.branches(found, directive, today=request.today)
    return {"nodes": nodes_of(request, made[pk].parts, made)}


def nodes_of(request: ReachRequest, wanted: Iterable[Branch], made: Mapping[UUID, Branch]) -> list[Node]:
    """Word obligations of a tree."""
    held = tree.read((one.pk for one in wanted), today=request.today)
    cards = cards_of(held, today=request.today, parts=board.parts_of(one.pk for one in held))
    return [node_of(card, made[card.one.pk]) for card in cards if card.one.pk in made]


def node_of(card: Card, branch: Branch) -> Node:
    """Put an obligation beside what its parts come to."""
    late = branch.late - branch.is_overdue
    return Node(card=card, parts=len(branch.parts), percent=float(100 * branch.share), late=late)
