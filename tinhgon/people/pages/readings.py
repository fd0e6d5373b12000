"""Who read a dossier, in words for the person whom it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.audit import queries as audit
from tinhgon.audit.codes import Act, Guarding, Purpose
from tinhgon.people.sections import sections


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What one person read on one day for one purpose."""

    reading: audit.Reading
    who: str
    acts: str
    parts: str
    purpose: str
    guarding: Any


def readings(person: UUID, since: datetime, until: datetime, *, zone: str) -> list[ReadingView]:
    """Give who read a person's dossier, the latest first."""
    return [_view(one) for one in audit.read_by(person, since, until, zone=zone)]


def _view(one: audit.Reading) -> ReadingView:
    purposes = dict(Purpose.choices)
    return ReadingView(
        one, one.actor_name or gettext("hệ thống"), ", ".join(str(Act(act).label) for act in one.acts),
        _parts(one.what), str(purposes.get(one.purpose, "")), Guarding(one.classes).label,
    )  # fmt: skip


def _parts(what: Iterable[str]) -> str:
    """Name the sections among the codes; what has no name of its own is named by none."""
    named = [str(sections()[code.partition(".")[0]]) for code in what if code.partition(".")[0] in sections()]
    return ", ".join(dict.fromkeys(named))
