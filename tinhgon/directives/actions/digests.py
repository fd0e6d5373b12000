"""Reminders: one a user and working day, kept in the program and, where a mail server is named, mailed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.directives.mailing import message_of
from tinhgon.directives.models import Digest
from tinhgon.directives.nearness import is_worked
from tinhgon.directives.queries.digests import due_for
from tinhgon.temporal.naming import whole


def remind(*, on: date) -> int:
    """Make the day's digests of all who have something late, near or to confirm; give how many were made.

    None is made on a day off, and none twice, however often this is called.
    """
    if not is_worked(on):
        return 0
    told = Digest.objects.filter(on_day=on).values("user")
    users = User.objects.filter(is_active=True).exclude(pk__in=told).order_by("pk")
    return sum(_make(user, on) for user in users)


def mail(*, on: date, at: datetime) -> int:
    """Mail the day's digests that are not mailed yet; give how many were. Without a mail server none is.

    :raises OSError: the server cannot be reached, or refuses; what is left goes with the next call.
    """
    if not settings.EMAIL_HOST:
        return 0
    waiting = Digest.objects.filter(on_day=on, mailed_at=None, user__is_active=True).exclude(user__email="")
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    if not keys:
        return 0
    with get_connection() as server:
        return sum(_mail(key, at, server) for key in keys)


def see(digest: Digest, *, at: datetime) -> None:
    """Keep that its user has opened it."""
    Digest.objects.filter(pk=digest.pk, seen_at=None).update(seen_at=at)


def _make(user: User, on: date) -> bool:
    due = due_for(reach_of(user.pk, on=on), on=on)
    if not due:
        return False
    with whole({}):
        made = Digest.objects.bulk_create(
            [Digest(user=user, on_day=on, overdue=due.overdue, due_soon=due.due_soon, waiting=due.waiting,
                    obligations=[str(one) for one in due.obligations])],
            ignore_conflicts=True,
        )  # fmt: skip
    return bool(made)


def _mail(key: int, at: datetime, server: Any) -> bool:
    """Mail one, unless somebody else does; sent and kept as sent, or neither."""
    with transaction.atomic():
        digest = (
            Digest.objects.select_for_update(of=("self",), skip_locked=True)
            .select_related("user")
            .filter(pk=key, mailed_at=None)
            .first()
        )
        if digest is None:
            return False
        digest.mailed_at = at
        digest.save(update_fields=["mailed_at"])
        subject, body = message_of(digest)
        EmailMessage(subject, body, to=[digest.user.email], connection=server).send()
    return True
