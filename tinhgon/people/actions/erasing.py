"""Erasure by two people: rows wiped, the key destroyed for ever, and done again after a restore."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.audit.codes import Act
from tinhgon.core.names import nfc
from tinhgon.core.reach import ERASE, SENSITIVE, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.amending import held, note
from tinhgon.people.actions.recording import told
from tinhgon.people.actions.wiping import wipe
from tinhgon.people.models import Amendment, ErasureRequest, LegalHold
from tinhgon.people.strategies import ERASED_NAME
from tinhgon.register.models import Appointment, Decision, Person
from tinhgon.temporal.naming import whole


def request_erasure(person: UUID, *, reason: str, basis: str, by: User, reach: Reach) -> ErasureRequest:
    """Ask that a file be erased; a second person confirms. No personal data belong into reason and basis.

    :raises NoSuchPerson, Erased, MayNotErase, NotOneself: it is not the user's to ask.
    :raises InOffice, Held: the file must stay for now.
    :raises NeedsAReason, AlreadyRequested: nothing says why, or one waits already.
    """
    with whole(refusals.CONSTRAINTS):
        found = held(person)
        _require(found, by, reach)
        _require_free(found)
        made = ErasureRequest.objects.create(
            person=found, reason=nfc(reason), basis=nfc(basis), requested_by=by
        )
        told(Act.PROPOSE, by, subject=person, unit=found.home_id, classes=SENSITIVE, what=["erasure"])
    return made


def erase(request: int, *, by: User, reach: Reach) -> Person:
    """Confirm a request and do it: for ever, and in restored copies too.

    The key goes last before the commit: if that fails, the ledger outside of the database knows, and
    `replay_erasures` finishes; the other way round a key could survive rows that are gone.

    :raises NotRequested: it was decided already, or is out of reach.
    :raises NotAlone, NotOneself, MayNotErase: the user must not be the one who confirms.
    :raises InOffice, Held, Erased: the file must stay, or is gone.
    """
    with whole(refusals.CONSTRAINTS):
        asked = _asked(request)
        person = held(asked.person_id)
        _require(person, by, reach)
        if asked.requested_by_id == by.pk:
            raise refusals.NotAlone
        _require_free(person)
        wipe(person)
        note([(Amendment.Act.ERASED, person.id, "person", None, (), None)], by)
        _decide(asked, ErasureRequest.State.DONE, by)
        told(Act.ERASE, by, subject=person.id, unit=person.home_id, classes=SENSITIVE, what=["erasure"])
        vault.destroy([person.id], reason=f"erasure.{asked.pk}", by=str(by.pk))
    return person


def decline(request: int, *, by: User, reach: Reach) -> None:
    """Turn a request of erasure down; who asked may take it back so.

    :raises NotRequested, MayNotErase: as for confirming.
    """
    with whole(refusals.CONSTRAINTS):
        asked = _asked(request)
        _require(asked.person, by, reach)
        _decide(asked, ErasureRequest.State.REFUSED, by)
        told(Act.REJECT, by, subject=asked.person_id, unit=asked.person.home_id, what=["erasure"])


def set_hold(person: UUID, *, reason: str, decision: UUID | None, by: User, reach: Reach) -> LegalHold:
    """Let nothing of a file be erased until the hold is lifted.

    :raises NoSuchPerson, Erased, MayNotErase: the file is not the user's to hold.
    :raises NeedsAReason, AlreadyHeld: nothing says why, or it is held already.
    """
    with whole(refusals.CONSTRAINTS):
        found = held(person)
        _require_right(found, reach)
        of = Decision.objects.filter(pk=decision).first() if decision else None
        made = LegalHold.objects.create(person=found, reason=nfc(reason), decision=of, set_by=by)
        told(Act.CHANGE, by, subject=person, unit=found.home_id, what=["hold.set"])
    return made


def lift_hold(person: UUID, *, by: User, reach: Reach) -> None:
    """Lift the hold of a file.

    :raises NoSuchPerson, Erased, MayNotErase: the file is not the user's to hold.
    :raises NotHeld: there is none.
    """
    with whole(refusals.CONSTRAINTS):
        found = held(person)
        _require_right(found, reach)
        holds = LegalHold.objects.filter(person=found, lifted_at__isnull=True)
        if not holds.update(lifted_at=timezone.now(), lifted_by=by):
            raise refusals.NotHeld
        told(Act.CHANGE, by, subject=person, unit=found.home_id, what=["hold.lifted"])


def replay_erasures() -> list[UUID]:
    """Erase again whoever the ledger outside of the database names: what a restore brought back goes.

    Run by whoever starts the program or restores a copy, as the system; who is erased stays untouched.
    """
    ledger = vault.erased()
    done: list[UUID] = []
    for person in _brought_back(list(ledger)):
        with whole(refusals.CONSTRAINTS):
            found = Person.objects.select_for_update().get(pk=person)
            wipe(found)
            note([(Amendment.Act.ERASED, person, "person", None, (), None)], None)
            told(Act.ERASE, None, subject=person, classes=SENSITIVE, what=["erasure.replayed"])
        done.append(person)
    return done


def in_office(person: Person) -> bool:
    """Tell whether somebody holds a post, or will by what is signed."""
    goes_on = Q(valid__upper_inf=True) | Q(valid__endswith__gt=timezone.localdate())
    return Appointment.objects.throughout().filter(goes_on, person=person).exists()


def _brought_back(persons: list[UUID]) -> list[UUID]:
    """Name those of the ledger whose rows still say who they were: not erased, or with something sealed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM register_person p WHERE id = ANY(%s) AND (erased_at IS NULL OR name <> %s"
            " OR EXISTS (SELECT FROM people_entry e WHERE e.person_id = p.id AND e.sealed IS NOT NULL)"
            " OR EXISTS (SELECT FROM people_attachment a WHERE a.person_id = p.id)"
            " OR EXISTS (SELECT FROM people_amendment m WHERE m.person_id = p.id AND m.sealed IS NOT NULL)"
            " OR EXISTS (SELECT FROM people_proposal q WHERE q.person_id = p.id AND q.sealed <> '')"
            " OR EXISTS (SELECT FROM access_user u WHERE u.person_id = p.id)) ORDER BY id",
            [persons, ERASED_NAME],
        )
        return [row[0] for row in cursor.fetchall()]


def _asked(request: int) -> ErasureRequest:
    waiting = ErasureRequest.objects.select_for_update(of=("self",)).select_related("person")
    found = waiting.filter(pk=request, state=ErasureRequest.State.REQUESTED).first()
    if found is None:
        raise refusals.NotRequested
    return found


def _require(person: Person, by: User, reach: Reach) -> None:
    _require_right(person, reach)
    if by.person_id == person.id:
        raise refusals.NotOneself


def _require_right(person: Person, reach: Reach) -> None:
    if not reach.may(ERASE, person.home_id, SENSITIVE):
        raise refusals.MayNotErase


def _require_free(person: Person) -> None:
    if in_office(person):
        raise refusals.InOffice
    if LegalHold.objects.filter(person=person, lifted_at__isnull=True).exists():
        raise refusals.Held


def _decide(asked: ErasureRequest, state: ErasureRequest.State, by: User) -> None:
    asked.state, asked.decided_by, asked.decided_at = state, by, timezone.now()
    asked.save(update_fields=["state", "decided_by", "decided_at"])
