"""Where a document is shown, and a place in its text."""

from __future__ import annotations

from uuid import UUID

from django.urls import NoReverseMatch, reverse


def paper_url(pk: UUID, start: int | None = None) -> str:
    """Give the page of a document, at the letter where its text says something; empty where there is none."""
    try:
        page = reverse("documents:document", args=[pk])
    except NoReverseMatch:
        return ""
    return page if start is None else f"{page}?at={start}#at"
