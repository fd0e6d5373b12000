"""The way from an obligation to the document that answers it, and back with its number."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.models import Obligation
from tinhgon.documents.models import Document

LONGEST = 600  # letters of the matter that begin the answer's abstract


def reply_url(of: Obligation) -> str:
    """Give where the answer is written: by the bearer, about this directive, with the way back."""
    directive = of.directive
    source = (
        f"{directive.number} ngày {directive.issued_on:%d/%m/%Y}" if directive.issued_on else directive.number
    )
    asked = {
        "unit": of.unit_id, "source": source, "abstract": of.matter[:LONGEST],
        "back": f"{reverse('directives:obligation', args=[of.pk])}?do=report",
    }  # fmt: skip
    return f"{reverse('documents:write')}?{urlencode(asked)}"


def written_answer(request: ReachRequest) -> dict[str, Any]:
    """Give the number of the document that was just issued, as the address names it."""
    try:
        named = UUID(request.GET.get("document", ""))
    except ValueError:
        return {}
    found = Document.objects.filter(pk=named, state=Document.State.REGISTERED).first()
    return {"answer": found.number} if found else {}
