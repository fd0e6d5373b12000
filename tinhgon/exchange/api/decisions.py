"""Decisions: the list, one with its operations, what it changed; and drafts from a decision file."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tinhgon.core.documents import Document, read_document
from tinhgon.exchange import discretion, queries, reports, shapes
from tinhgon.exchange.api import schemas
from tinhgon.exchange.api.doors import DRAFT, VIEW_DECISIONS, BodyTooLarge, answer
from tinhgon.register.actions.documents import draft_document, try_document
from tinhgon.register.models import Decision
from tinhgon.register.pages.reaching import reach_of
from tinhgon.temporal.middleware import AsOfRequest

router = Router(tags=["decisions"], auth=VIEW_DECISIONS)
REFUSALS = {404: schemas.Refusal, 422: schemas.Refusal}
FILE = {
    "requestBody": {
        "required": True,
        "description": "A decision file, format tinhgon/decision@1.",
        "content": {"application/json": {"schema": schemas.DecisionFile.model_json_schema()}},
    }
}


@router.get("/decisions", response={200: schemas.Decisions, 422: schemas.Refusal})
def listed(request: AsOfRequest, asked: Query[schemas.DecisionSearch]) -> HttpResponse:
    """Danh sách quyết định · The latest effect first; `on` keeps those in force by that day."""
    as_of = asked.read(today=request.today)
    page = queries.decisions(
        reach_of(request),
        request.user.pk,
        on=as_of.valid if asked.on else None,
        as_of=as_of,
        drafts=_sees_drafts(request),
        text=asked.q,
        after=asked.after,
        limit=asked.limit,
    )
    return answer({"items": [shapes.decision(one) for one in page.items], "next": page.next})


# Before the address of one decision, which would take “check” for its id.
@router.post(
    "/decisions/check",
    auth=DRAFT,
    response={200: schemas.Outcome, 413: schemas.Refusal, 422: schemas.Refusal},
    openapi_extra=FILE,
)
def check(request: AsOfRequest) -> HttpResponse:
    """Kiểm tra thử · Apply a decision file to the register and tell the outcome; nothing is written."""
    tried = try_document(document=_document(request), actor=None)
    return answer(reports.outcome(*tried, reach_of(request)))


@router.get("/decisions/{decision}", response={200: schemas.DecisionWithOperations, **REFUSALS})
def decision(request: AsOfRequest, decision: str, asked: Query[schemas.PointOfView]) -> HttpResponse:
    """Một quyết định · With the operations that it orders."""
    found = _find(request, decision, asked)
    ordered = discretion.operations(found.operations, reach_of(request))
    return answer({**shapes.decision(found), "operations": ordered})


@router.get("/decisions/{decision}/changes", response={200: schemas.Changes, **REFUSALS})
def changes(request: AsOfRequest, decision: str, asked: Query[schemas.Paging]) -> HttpResponse:
    """Các thay đổi · Each row that a signed decision changed, before and after."""
    page = queries.changes(_find(request, decision, asked), after=asked.after, limit=asked.limit)
    items = [shapes.change(row) for row in discretion.changes(page.items, reach_of(request))]
    return answer({"items": items, "next": page.next})


@router.post(
    "/decisions",
    auth=DRAFT,
    response={201: schemas.Decision, 413: schemas.Refusal, 422: schemas.Refusal},
    openapi_extra=FILE,
)
def draft(request: HttpRequest) -> HttpResponse:
    """Lập dự thảo · Make a draft of a decision file."""
    made = draft_document(document=_document(request), actor=request.auth)  # type: ignore[attr-defined]
    return answer(shapes.decision(made), status=201)


def _find(request: AsOfRequest, decision: str, asked: schemas.PointOfView) -> Decision:
    """Give the decision of an address.

    :raises NoSuchDecision: the user may not see one of this identity.
    """
    as_of, reach = asked.read(today=request.today), reach_of(request)
    return queries.decision(decision, as_of, reach, request.user.pk, drafts=_sees_drafts(request))


def _sees_drafts(request: HttpRequest) -> bool:
    return request.user.has_perm("register.draft_decision")


def _document(request: HttpRequest) -> Document:
    """Read the decision file that was sent."""
    try:
        return read_document(request.body)
    except RequestDataTooBig:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        raise BodyTooLarge(limit=f"{limit // 1024 // 1024} MB") from None
