"""By which documents another one may end: those that say so come first, then the newest."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef

from tinhgon.access.middleware import ReachRequest
from tinhgon.documents.models import Document, Reference
from tinhgon.documents.queries.chains import SHOWN
from tinhgon.documents.queries.registry import readable

MOST = 500


def ending_page(request: ReachRequest, document: Document) -> dict[str, Any]:
    """Gather what may be chosen."""
    says = Reference.objects.filter(document=OuterRef("pk"), cited=document, role=Reference.Role.REPLACES)
    found = readable(request.reach).filter(state=Document.State.REGISTERED).exclude(pk=document.pk)
    if document.issued_on:
        found = found.filter(issued_on__gte=document.issued_on)
    ordered = found.annotate(says=Exists(says)).order_by("-says", "-issued_on", "pk").only(*SHOWN)[:MOST]
    return {"document": document, "choices": [(one.pk, _label(one)) for one in ordered]}


def _label(one: Document) -> str:
    day = f"{one.issued_on:%d/%m/%Y}" if one.issued_on else ""
    return f"{one.number or '–'} · {day} · {one.abstract[:90]}"
