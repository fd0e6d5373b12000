"""The tree of a line on a day: whole, or below one unit with all that stands above it."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Query, Router

from tinhgon.exchange import reports
from tinhgon.exchange.api import schemas
from tinhgon.exchange.api.doors import VIEW_UNITS, answer
from tinhgon.register.pages.reaching import reach_of
from tinhgon.temporal.middleware import AsOfRequest

router = Router(tags=["tree"], auth=VIEW_UNITS)


@router.get(
    "/tree", response={200: schemas.Tree | schemas.TreeWithPosts, 404: schemas.Refusal, 422: schemas.Refusal}
)
def tree(request: AsOfRequest, asked: Query[schemas.TreeOf]) -> HttpResponse:
    """Cây tổ chức · A flat list in tree order: parents before children, siblings as a dictionary has them."""
    as_of = asked.read(today=request.today)
    occupants = reach_of(request) if asked.occupants else None
    found = reports.tree(as_of, root=asked.root, line=asked.line, depth=asked.depth, occupants=occupants)
    return answer(found)
