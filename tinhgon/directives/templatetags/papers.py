"""Where documents are shown."""

from __future__ import annotations

from uuid import UUID

from django import template

from tinhgon.directives.pages import papers

register = template.Library()


@register.simple_tag
def paper_url(pk: UUID) -> str:
    """Give the page of a document; empty where there is none."""
    return papers.paper_url(pk)
