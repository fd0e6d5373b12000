"""What somebody has to do today, and what a document obliges to: parts of other pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.pages.cards import cards_of
from tinhgon.directives.pages.filters import list_url
from tinhgon.directives.queries import board, tree
from tinhgon.directives.queries.digests import due_for
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.statuses import Status

FIRST, OF_A_DOCUMENT = 5, 200


def mine_page(request: ReachRequest) -> dict[str, Any]:
    """Gather what its reader is reminded of: late and near tasks of his, and what he is to confirm."""
    due = due_for(request.reach, on=request.today)
    held = board.rows(due.obligations[:FIRST], today=request.today)
    rows = [held[key] for key in due.obligations[:FIRST] if key in held]
    return {
        "due": due,
        "cards": cards_of(rows, today=request.today),
        "board_url": reverse("directives:board"),
        "overdue_url": list_url(standing=Status.OVERDUE),
        "waiting_url": list_url(standing=Status.WAITING),
    }


def of_document_page(request: ReachRequest, directive: UUID) -> dict[str, Any]:
    """Gather the obligations that a document puts on somebody, wholes alone."""
    made = tree.branches(visible(request.reach), directive, today=request.today)
    tops = [one.pk for one in tree.tops(made)]
    held = tree.read(tops[:OF_A_DOCUMENT], today=request.today)
    return {
        "rows": cards_of(held, today=request.today, parts=board.parts_of(one.pk for one in held)),
        "count": len(tops),
        "percent": float(100 * tree.share_of(tree.tops(made))),
        "cascade_url": reverse("directives:cascade", args=[directive]) if made else "",
    }
