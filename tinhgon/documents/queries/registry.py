"""Documents and files within somebody's reach."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.db.models.expressions import RawSQL

from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.documents.models import Document, Intake
from tinhgon.documents.refusals import NoSuchDocument, NoSuchIntake

HEAVY = ("text", "search", "letter")
# Whoever bears a task reads the document that gives it, wherever it is kept.
TOLD = RawSQL("SELECT directives_told_to()", [])


def kept_within(reach: Reach) -> QuerySet[Document]:
    """Narrow documents to those that units within reach keep."""
    units = reach.units(INTERNAL)
    found = Document.objects.defer(*HEAVY)
    return found if units is None else found.filter(keeper__in=units)


def readable(reach: Reach) -> QuerySet[Document]:
    """Narrow documents to those that may be read: kept within reach, or obliging a unit there."""
    units = reach.units(INTERNAL)
    found = Document.objects.all()
    return found if units is None else found.filter(Q(keeper__in=units) | Q(pk__in=TOLD))


def document_within(pk: UUID, reach: Reach) -> Document:
    """Give a document that may be read.

    :raises NoSuchDocument: there is none.
    """
    found = readable(reach).filter(pk=pk).select_related("ended_by", "added_by", "decision").first()
    if found is None:
        raise NoSuchDocument
    return found


def tray_within(reach: Reach) -> QuerySet[Intake]:
    """Narrow files of trays to those of units for which somebody keeps documents."""
    units = reach.units(INTERNAL, action=EDIT)
    found = Intake.objects.defer("content", "text", "reading", "choices")
    return found if units is None else found.filter(keeper__in=units)


def intake_within(pk: UUID, reach: Reach) -> Intake:
    """Give a file of a tray, without its content.

    :raises NoSuchIntake: there is none within reach.
    """
    units = reach.units(INTERNAL, action=EDIT)
    found = Intake.objects.defer("content").filter(pk=pk)
    held = found.first() if units is None else found.filter(keeper__in=units).first()
    if held is None:
        raise NoSuchIntake
    return held


def file_of(document: Document) -> Intake | None:
    """Give the file with which a document came; none for who bears its tasks but does not see the tray."""
    return Intake.objects.filter(pk=document.intake_id).first() if document.intake_id else None


def last_arrival(keeper: UUID, year: int) -> int:
    """Give the last number of arrival that a unit gave in a year."""
    arrived = Document.objects.filter(keeper=keeper, arrived_on__year=year)
    return arrived.aggregate(last=Max("arrival_number"))["last"] or 0


def in_force(found: QuerySet[Document], day: date) -> QuerySet[Document]:
    """Narrow to what is in force on a day, as Document.in_force_on tells of one."""
    begun = Q(effective_on__lte=day) | Q(effective_on=None, issued_on__lte=day)
    lasting = Q(ended_on=None) | Q(ended_on__gt=day)
    return found.filter(begun & lasting, state=Document.State.REGISTERED)
