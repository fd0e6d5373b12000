"""What replaced what: the chain of a document, from the first to the last; and who cites whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from tinhgon.core.reach import Reach
from tinhgon.documents.models import Document, Reference
from tinhgon.documents.queries.registry import readable

LONGEST = 40
SHOWN = (
    "number",
    "type",
    "issuer",
    "issued_on",
    "effective_on",
    "ended_on",
    "abstract",
    "ended_by_id",
    "state",
)


@dataclass(frozen=True, slots=True)
class Link:
    """One document cites another one, both within reach."""

    citing: UUID
    cited: UUID
    role: str


def chain(document: Document, reach: Reach) -> list[Document]:
    """Give all that ended in a document and that it ended in, by day; what is out of reach is left out."""
    known, found = readable(reach).only(*SHOWN), {document.pk: document}
    edge = {document.pk}
    while edge and len(found) < LONGEST:
        after = [found[pk].ended_by_id for pk in edge]
        rows = known.filter(Q(ended_by__in=edge) | Q(pk__in=[pk for pk in after if pk]))
        edge = {one.pk for one in rows if one.pk not in found}
        found |= {one.pk: one for one in rows if one.pk in edge}
    return sorted(found.values(), key=lambda one: (str(one.effective_on or one.issued_on), str(one.pk)))


def cites(document: Document) -> QuerySet[Reference]:
    """Give what a document says of others, in the order of its text."""
    return document.references.select_related("cited", "decision").order_by("start", "pk")


def cited_by(document: Document, reach: Reach) -> QuerySet[Reference]:
    """Give what others within reach say of a document."""
    citing = readable(reach).values("pk")
    found = Reference.objects.filter(cited=document, document__in=citing)
    return found.select_related("document").order_by("-document__issued_on", "pk")


def links_around(start: UUID, reach: Reach, *, steps: int, most: int) -> tuple[dict[UUID, int], list[Link]]:
    """Walk citations both ways; give how far each document is (below 0: it cites), and the links."""
    within = readable(reach).values("pk")
    depth, edge = {start: 0}, {start}
    links: dict[tuple[UUID, UUID], str] = {}
    for _ in range(steps):
        rows = Reference.objects.filter(
            Q(document__in=edge) | Q(cited__in=edge), cited__in=within, document__in=within
        )
        fresh: dict[UUID, int] = {}
        for citing, cited, role in rows.values_list("document_id", "cited_id", "role").order_by("pk")[
            : most * 4
        ]:
            links.setdefault((citing, cited), role)
            _place(citing, cited, depth, fresh, edge)
        room = max(most - len(depth), 0)
        edge = set(list(fresh)[:room])
        depth |= {pk: fresh[pk] for pk in edge}
    shown = [Link(citing, cited, role) for (citing, cited), role in links.items()]
    return depth, [one for one in shown if one.citing in depth and one.cited in depth]


def _place(
    citing: UUID, cited: UUID, depth: dict[UUID, int], fresh: dict[UUID, int], edge: Iterable[UUID]
) -> None:
    """Place the end of a link that is not known yet one step on from the end that is."""
    if citing in edge and cited not in depth:
        fresh.setdefault(cited, depth[citing] + 1)
    elif cited in edge and citing not in depth:
        fresh.setdefault(citing, depth[cited] - 1)
