"""What somebody has to do today, and what a document obliges to: parts of other pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives import statuses
from tinhgon.directives.pages.cards import cards_of
from tinhgon.directives.pages.filters import query
from tinhgon.directives.queries import board, leading, tree
from tinhgon.directives.queries.filters import Filters, narrowed
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.statuses import Status

FIRST, OF_A_DOCUMENT = 5, 200


def mine_page(request: ReachRequest) -> dict[str, Any]:
    """Gather one's own: what is overdue or due soon, what waits to be confirmed."""
    today = request.today
    own = narrowed(Filters(mine=True), request.reach, today=today)
    counted = board.counts(own, today=today)
    urgent = own.filter(state=statuses.OPEN, due_on__isnull=False)
    held = leading.some(urgent, today=today, most=FIRST)
    waiting = visible(request.reach).filter(leading.awaiting(request.reach)).count()
    return {
        "overdue": counted[Status.OVERDUE], "soon": counted[Status.DUE_SOON], "waiting": waiting,
        "cards": cards_of(held, today=today),
        "board_url": reverse("directives:board") + query({"mine": 1}),
        "waiting_url": reverse("directives:list") + query({"standing": Status.WAITING}),
    }  # fmt: skip


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
