"""The registry narrowed: words in full text, type, issuer, days, in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchRank
from django.db.models import F, QuerySet

from tinhgon.core.reach import Reach
from tinhgon.documents.models import Document
from tinhgon.documents.queries.registry import in_force, kept_within
from tinhgon.documents.searching import asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; an empty value asks for nothing."""

    q: str = ""
    type: str = ""
    issuer: str = ""
    since: date | None = None
    until: date | None = None
    force_on: date | None = None


def listed(reach: Reach, direction: str, wanted: Filters) -> QuerySet[Document]:
    """Give the documents of a direction within reach; with words the fittest first, else the newest."""
    found = kept_within(reach).filter(direction=direction)
    if wanted.type:
        found = found.filter(type__iexact=wanted.type)
    if wanted.issuer:
        found = found.filter(issuer__icontains=wanted.issuer)
    if wanted.since:
        found = found.filter(issued_on__gte=wanted.since)
    if wanted.until:
        found = found.filter(issued_on__lte=wanted.until)
    if wanted.force_on:
        found = in_force(found, wanted.force_on)
    return _sought(found, wanted.q)


def _sought(found: QuerySet[Document], text: str) -> QuerySet[Document]:
    query = asked(text) if text else None
    if text and query is None:
        return found.none()
    if query is None:
        return found.order_by(F("issued_on").desc(nulls_last=True), "-added_at", "pk")
    ranked = found.filter(search=query).annotate(rank=SearchRank(F("search"), query))
    return ranked.order_by("-rank", "-issued_on", "pk")
