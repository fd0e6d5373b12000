"""A document entered: its place in the registry, its words for the search, what it says of others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.postgres.search import SearchVector
from django.db import connection
from django.db.models import Value
from django.utils import timezone

from tinhgon.documents.findings import Cited, Head
from tinhgon.documents.keys import number_key
from tinhgon.documents.models import Document, Intake, Reference
from tinhgon.documents.queries.references import decisions_meant, documents_meant, waiting_for
from tinhgon.documents.queries.registry import last_arrival
from tinhgon.documents.searching import words_of

if TYPE_CHECKING:
    from tinhgon.access.models import User

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 23))"


def enter(intake: Intake, head: Head, *, by: User | None, issuer_unit: UUID | None = None) -> Document:
    """Enter a file's document as arrived, under the next number of its unit and year."""
    arrived_on = head.arrived_on or timezone.localdate()
    document = Document(
        keeper_id=intake.keeper_id, direction=Document.Direction.INCOMING, type=head.type, number=head.number,
        number_key=number_key(head.number), issuer=head.issuer, issuer_unit_id=issuer_unit,
        issued_on=head.issued_on, abstract=head.abstract, signer=head.signer, signer_title=head.signer_title,
        place=head.place, recipients=list(head.recipients), urgency=head.urgency,
        effective_on=head.effective_on, arrived_on=arrived_on, intake=intake, text=intake.text, added_by=by,
        arrival_number=next_arrival(intake.keeper_id, arrived_on.year),
    )  # fmt: skip
    return register(document, by=by)


def register(document: Document, *, by: User | None) -> Document:
    """Write a document as registered, to be found by its words; what waited for it is resolved."""
    document.state = Document.State.REGISTERED
    document.registered_by, document.registered_at = by, timezone.now()
    document.save()
    index(document)
    for reference in waiting_for(document):
        Reference.objects.filter(pk=reference.pk).update(cited=document)
    return document


def index(document: Document) -> None:
    """Have the database index a document's words, which the program has folded."""
    words = SearchVector(Value(words_of(document)), config="simple")
    Document.objects.filter(pk=document.pk).update(search=words)


def next_arrival(keeper: UUID, year: int) -> int:
    """Give the next number of arrival, and let nobody else take one until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [f"documents.arrival {keeper} {year}"])
    return last_arrival(keeper, year) + 1


def refer(document: Document, cited: Iterable[Cited]) -> list[Reference]:
    """Write what a document says of others, resolved where the register knows them."""
    references = [reference_of(one, document) for one in cited]
    documents, decisions = documents_meant(references, document.keeper_id), decisions_meant(references)
    for place, reference in enumerate(references):
        reference.cited = documents.get(place)
        reference.decision = decisions.get(place)
    return Reference.objects.bulk_create(references)


def reference_of(one: Cited, document: Document | None = None) -> Reference:
    """Make the reference of a citation, not yet written."""
    start, end = one.spans[0] if one.spans else (0, 0)
    return Reference(
        document=document, role=one.role, type=one.type[:12], number=one.number[:120],
        number_key=number_key(one.number), issuer=one.issuer[:250], day=one.day,
        title=one.title or ("" if one.number else one.words), words=one.words, start=start, end=end,
    )  # fmt: skip
