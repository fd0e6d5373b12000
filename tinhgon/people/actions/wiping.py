"""What erasure does to the rows of a file, by the strategy that each field declares."""

from __future__ import annotations

from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.core.names import fold, person_key
from tinhgon.core.partial import PartialDay
from tinhgon.people.elsewhere import ELSEWHERE
from tinhgon.people.models import Amendment, Attachment, Entry, Proposal, SubjectRequest
from tinhgon.people.strategies import ERASED_NAME, left_of
from tinhgon.register.models import DecisionFinding, Person


def wipe(person: Person) -> None:
    """Leave of a file what its fields say may stay; who held which post stays as a fact without a name."""
    Attachment.objects.filter(person=person).delete()
    for entry in Entry.objects.filter(person=person):
        wipe_entry(entry)
    Amendment.objects.filter(person=person).update(sealed=None, fields=[])
    Proposal.objects.filter(person=person).update(sealed=b"", answer="")
    Proposal.objects.filter(person=person, state=Proposal.State.PROPOSED).update(
        state=Proposal.State.WITHDRAWN
    )
    SubjectRequest.objects.filter(person=person).exclude(answer="").update(answer=ERASED_NAME)
    DecisionFinding.objects.filter(person=person).update(told={})
    for one in ELSEWHERE.values():
        one.forget(person)
    _wipe_account(person)
    _wipe_person(person)


def wipe_entry(entry: Entry, strategy: str | None = None) -> None:
    """Wipe one entry, field by field; where nothing is left, the entry goes."""
    left = left_of(entry, strategy)
    if not left:
        entry.delete()
        return
    whole = left == entry.data
    entry.data, entry.sealed = left, None
    if not whole:
        entry.since, entry.since_precision = _year(entry.since, last=False)
        entry.until, entry.until_precision = _year(entry.until, last=True)
    entry.revision += 1
    entry.save()


def _year(day: date | None, *, last: bool) -> tuple[date | None, str]:
    if day is None:
        return None, ""
    year = PartialDay(day.year)
    return (year.latest if last else year.earliest), "year"


def _wipe_person(person: Person) -> None:
    person.name, person.name_folded, person.sex = ERASED_NAME, fold(ERASED_NAME), ""
    person.name_key = person_key(ERASED_NAME)
    person.born, person.born_precision = _year(person.born, last=False)
    person.number_index = None
    person.erased_at = person.erased_at or timezone.now()
    person.revision += 1
    person.save()


def _wipe_account(person: Person) -> None:
    """Close the person's account and take the name off it; what it did stays its deed in the record."""
    for user in User.objects.filter(person=person):
        EmailAddress.objects.filter(user=user).delete()
        Authenticator.objects.filter(user=user).delete()
        user.username, user.name, user.email = f"erased-{user.pk}", ERASED_NAME, ""
        user.is_active, user.is_superuser, user.person = False, False, None
        user.set_unusable_password()
        user.save()
