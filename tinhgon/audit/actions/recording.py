"""Record what somebody read or did, in the transaction of the page itself.

The page is sent after its transaction is committed: what could not be recorded is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Required, TypedDict, Unpack
from uuid import UUID

from tinhgon.audit.codes import READS, Act, Guarding, Purpose
from tinhgon.audit.models import Event
from tinhgon.audit.refusals import CONSTRAINTS, NotACode, PurposeMissing, UnknownAct, UnknownPurpose
from tinhgon.temporal.naming import naming

_CODE = re.compile(r"[a-z][a-z0-9_.:-]{0,59}")


class Facts(TypedDict, total=False):
    """What is recorded of one read or act; there is no place for a value that was read."""

    act: Required[str]
    actor: int | None  # the user's id; None for the command line and for nobody
    actor_name: str
    subject: UUID | None  # the person whom it is about
    unit: UUID | None
    classes: int  # the highest class among the fields
    what: Sequence[str]  # codes of sections or fields
    purpose: str
    note: str  # what the reader wrote to explain the purpose
    route: str  # the name of the view, never an address with values
    address: str | None
    count: int | None  # of records shown in a list


def record(**facts: Unpack[Facts]) -> None:
    """Record one read or act.

    :raises UnknownAct, UnknownPurpose, NotACode: a word is none of the record's.
    :raises PurposeMissing: personal data are read without one.
    """
    record_many([facts])


def record_many(events: Iterable[Facts]) -> None:
    """Record several reads or acts, all in one statement.

    :raises UnknownAct, UnknownPurpose, NotACode, PurposeMissing: as for one; then none is recorded.
    """
    checked = [_checked(facts) for facts in events]
    with naming(CONSTRAINTS):
        Event.objects.bulk_create(checked)


def _checked(facts: Facts) -> Event:
    act, purpose = facts["act"], facts.get("purpose", "")
    if act not in Act:
        raise UnknownAct(act=act)
    if purpose and purpose not in Purpose:
        raise UnknownPurpose(purpose=purpose)
    if not purpose and act in READS and facts.get("classes", 0) >= Guarding.PERSONAL:
        raise PurposeMissing
    what, route = list(facts.get("what", ())), facts.get("route", "")
    if not all(map(_CODE.fullmatch, what)):
        raise NotACode(field="what")
    if route and not _CODE.fullmatch(route):
        raise NotACode(field="route")
    return Event(**{**facts, "what": what})
