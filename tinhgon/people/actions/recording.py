"""Acts on dossiers, told to the record of reads with whatever a user's row says of its bearer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from tinhgon.access.models import User
from tinhgon.audit import actions as audit


def told(
    act: str,
    by: User | None,
    *,
    subject: UUID | None = None,
    unit: UUID | None = None,
    classes: int = 0,
    what: Sequence[str] = (),
    purpose: str = "",
    count: int | None = None,
) -> None:
    """Record one act; without a user it is the command line's."""
    audit.record(
        act=act, actor=by.pk if by else None, actor_name=by.get_username() if by else "", subject=subject,
        unit=unit, classes=classes, what=what, purpose=purpose, count=count,
    )  # fmt: skip


def told_each(
    people: Iterable[UUID], act: str, by: User | None, *, classes: int, what: Sequence[str], purpose: str
) -> None:
    """Record one act about several people, so that each finds it in the record of the own file."""
    audit.record_many(
        {
            "act": act, "actor": by.pk if by else None, "actor_name": by.get_username() if by else "",
            "subject": one, "classes": classes, "what": what, "purpose": purpose,
        }
        for one in sorted(people)
    )  # fmt: skip
