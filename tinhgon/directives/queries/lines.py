"""Where in a document's text something is said: the line that its page can be opened at."""

from __future__ import annotations

from uuid import UUID

from django.db.models.functions import Left

from tinhgon.documents.models import Document


def line_of(document: UUID, letter: int | None) -> int | None:
    """Give the place of the first letter of the line that holds a letter; none without the text."""
    if letter is None:
        return None
    found = Document.objects.filter(pk=document).exclude(text="").values_list(Left("text", letter), flat=True)
    before = found.first()
    return None if before is None else before.rfind("\n") + 1
