"""Where a document is shown, and a place in its text."""

from __future__ import annotations

from uuid import UUID

from django.urls import NoReverseMatch, reverse


def paper_url(pk: UUID, line: int | None = None) -> str:
    """Give the page of a document, at a line of its text by the line's first letter; empty without pages."""
    try:
        page = reverse("documents:document", args=[pk])
    except NoReverseMatch:
        return ""
    return page if line is None else f"{page}#p{line}"
