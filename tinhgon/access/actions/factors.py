"""Taking away a second factor that was lost, so that its user makes a new one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.access.refusals import NeedsAReason, ReasonTooLong, UnknownUser
from tinhgon.audit import actions as audit
from tinhgon.audit.codes import Act
from tinhgon.audit.models import Event


@transaction.atomic
def reset_factor(username: str, *, why: str) -> User:
    """Take all factors of a user away and end all sessions; the next log-in makes a new factor first.

    Only whoever runs the program may do it: on the pages the last factor cannot be taken away.

    :raises UnknownUser, NeedsAReason, ReasonTooLong: all stays as it was.
    """
    reason = _reason(why)
    user = User.objects.select_for_update(of=("self",)).filter(username=username).first()
    if user is None:
        raise UnknownUser(username=username)
    Authenticator.objects.filter(user=user).delete()
    _end_sessions(user)
    user.needs_factor = True
    user.save(update_fields=["needs_factor"])
    audit.record(
        act=Act.CHANGE_LOGIN, actor=None, subject=user.person_id, what=["second_factor", f"user.{user.pk}"],
        note=reason,
    )  # fmt: skip
    return user


def _reason(why: str) -> str:
    reason, most = why.strip(), Event._meta.get_field("note").max_length
    if not reason:
        raise NeedsAReason
    if most and len(reason) > most:
        raise ReasonTooLong(length=len(reason), most=most)
    return reason


def _end_sessions(user: User) -> None:
    """End what is open: whoever found the lost factor may sit there."""
    for session in Session.objects.filter(expire_date__gte=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
