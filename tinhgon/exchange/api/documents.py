"""Documents of the registry within reach; and files read for whoever asks, of which nothing is kept."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import File, Query, Router
from ninja.files import UploadedFile

from tinhgon.core.reach import INTERNAL, READ, Reach
from tinhgon.documents import shapes
from tinhgon.documents.actions.reading import LARGEST, read_content
from tinhgon.documents.queries.listing import Filters, listed
from tinhgon.documents.queries.registry import document_within
from tinhgon.exchange.api import document_schemas as of_documents
from tinhgon.exchange.api import schemas
from tinhgon.exchange.api.doors import VIEW_UNITS, NotAllowed, answer
from tinhgon.register.pages.paging import sliced
from tinhgon.register.pages.reaching import reach_of

router = Router(tags=["documents"], auth=VIEW_UNITS)
REFUSALS = {404: schemas.Refusal, 422: schemas.Refusal}
PAGE = 50


@router.get("/documents", response={200: of_documents.Documents, 422: schemas.Refusal})
def documents(request: HttpRequest, asked: Query[of_documents.DocumentSearch]) -> HttpResponse:
    """Văn bản · Of the registries within reach, found by words of their full text and by their heads."""
    wanted = Filters(
        q=asked.q, type=asked.type, issuer=asked.issuer, since=asked.since, until=asked.until,
        force_on=asked.in_force_on,
    )  # fmt: skip
    found, page = sliced(listed(_reader(request), asked.direction, wanted), asked.page, PAGE)
    return answer({"items": [shapes.document(one) for one in found], "next": page.next})


@router.get("/documents/{document}", response={200: of_documents.DocumentWhole, **REFUSALS})
def document(request: HttpRequest, document: UUID) -> HttpResponse:
    """Một văn bản · With its text and what it says of others."""
    return answer(shapes.whole(document_within(document, _reader(request))))


@router.post("/texts/read", response={200: of_documents.ReadFile, 422: schemas.Refusal}, tags=["texts"])
def read(request: HttpRequest, file: File[UploadedFile]) -> HttpResponse:
    """Đọc văn bản · Read a file (.txt, .docx, PDF with text) and tell what it says; nothing is kept."""
    _reader(request)
    name, content = file.name or "?", file.read(LARGEST + 1)
    found = read_content(name, content, by=request.auth)  # type: ignore[attr-defined]
    return answer({**found.reading, "media_type": found.media_type, "text": found.text})


def _reader(request: HttpRequest) -> Reach:
    """Give the reach of whoever reads what is internal somewhere.

    :raises NotAllowed: somebody does not.
    """
    reach = reach_of(request)
    if not reach.does(READ) or reach.highest < INTERNAL:
        raise NotAllowed(permission=READ)
    return reach
