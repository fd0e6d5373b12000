"""Retention carried out: what has stayed longer than the table says is wiped, person by person."""

from __future__ import annotations

from datetime import date

from tinhgon.access.models import User
from tinhgon.audit.codes import Act
from tinhgon.people import refusals
from tinhgon.people.actions.amending import note
from tinhgon.people.actions.recording import told
from tinhgon.people.actions.wiping import wipe_entry
from tinhgon.people.models import Amendment, Attachment, Entry, LegalHold
from tinhgon.people.queries.retention import Due, due
from tinhgon.register.models import Person
from tinhgon.temporal.naming import whole


def retain(*, on: date, by: User | None = None, dry_run: bool) -> list[Due]:
    """Wipe what is due on a day, or only say what it is: the same list.

    :raises MalformedRetention: the table is none.
    """
    found = due(on)
    return found if dry_run else [one for one in found if _wipe(one, by)]


def _wipe(one: Due, by: User | None) -> bool:
    """Wipe entries of one person in a transaction of their own; a hold set meanwhile keeps them."""
    with whole(refusals.CONSTRAINTS):
        person = Person.objects.select_for_update().get(pk=one.person)
        if person.erased_at or LegalHold.objects.filter(person=person, lifted_at__isnull=True).exists():
            return False
        Attachment.objects.filter(entry__in=one.entries).delete()
        for entry in Entry.objects.filter(pk__in=one.entries):
            wipe_entry(entry, one.rule.then)
        Amendment.objects.filter(entry__in=one.entries).update(sealed=None)
        of = one.rule.section.code
        note([(Amendment.Act.ERASED, person.id, of, entry, (), None) for entry in one.entries], by)
        told(Act.ERASE, by, subject=person.id, unit=person.home_id, classes=one.rule.section.field_class,
             what=["retention", of], count=len(one.entries))  # fmt: skip
    return True
