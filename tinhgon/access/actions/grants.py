"""Granting, and ending what was granted; both are in the record of acts."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from tinhgon.access.models import Grant, User
from tinhgon.access.queries import reach_of
from tinhgon.access.refusals import CONSTRAINTS, MayNotGrant, NeedsAReason, NotToOneself, OnlyEnded
from tinhgon.audit import actions as audit
from tinhgon.audit.codes import Act
from tinhgon.core.periods import Period
from tinhgon.core.reach import GRANT, INTERNAL
from tinhgon.temporal.naming import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """What is granted: a role in a unit (everywhere without one), up to a class of fields, over a period."""

    role: str
    valid: Period
    reason: str
    unit: UUID | None = None
    subtree: bool = True
    line: str = ""
    field_class: int = INTERNAL
    decision: UUID | None = None


def grant(user: User, what: Granted, *, by: User | None) -> Grant:
    """Grant a right; without somebody who does it, it is the installation's own command.

    :raises MayNotGrant, NotToOneself, NeedsAReason, NoSuchGrant: nothing was granted.
    """
    _check(by, user, what.reason)
    with whole(CONSTRAINTS):
        made = Grant.objects.create(
            user=user, granted_by=by, role=what.role, unit_id=what.unit, subtree=what.subtree, line=what.line,
            field_class=what.field_class, valid=what.valid, reason=what.reason.strip(),
            decision_id=what.decision,
        )  # fmt: skip
        _record(Act.GRANT, made, by)
    return made


def end_grant(granted: Grant, *, why: str, by: User | None) -> Grant:
    """End a grant at once: the next request of its user goes without it.

    :raises MayNotGrant, NeedsAReason, OnlyEnded: it goes on as it was.
    """
    _check(by, None, why)
    with whole(CONSTRAINTS):
        current = Grant.objects.select_for_update().get(pk=granted.pk)
        if current.ended_at is not None:
            raise OnlyEnded
        current.ended_at, current.ended_by, current.ended_why = timezone.now(), by, why.strip()
        current.save(update_fields=["ended_at", "ended_by", "ended_why"])
        _record(Act.REVOKE_GRANT, current, by)
    return current


def _check(by: User | None, user: User | None, reason: str) -> None:
    if by is not None and not may_grant(by):
        raise MayNotGrant
    if by is not None and by == user:
        raise NotToOneself
    if not reason.strip():
        raise NeedsAReason


def may_grant(user: User) -> bool:
    """Tell whether somebody may grant today: a keeper of rights, or an administrator."""
    if not user.is_active:
        return False
    return user.is_superuser or reach_of(user.pk, on=timezone.localdate()).does(GRANT)


def _record(act: Act, made: Grant, by: User | None) -> None:
    audit.record(
        act=act, actor=by.pk if by else None, actor_name=by.get_username() if by else "",
        subject=made.user.person_id, unit=made.unit_id, classes=made.field_class, count=made.pk,
        what=[made.role, f"user.{made.user_id}"],
    )  # fmt: skip
