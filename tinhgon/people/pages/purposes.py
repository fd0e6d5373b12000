"""What for somebody looks at a dossier: asked once a session and person, before what is personal is shown."""

from __future__ import annotations

from uuid import UUID

from django.db.models import TextChoices

from tinhgon.access.middleware import ReachRequest
from tinhgon.audit import actions as audit
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.errors import Refused
from tinhgon.core.reach import INTERNAL
from tinhgon.people.queries.dossiers import Dossier

KEY = "purposes"
MOST = 200  # people a session remembers a purpose for
# Oneself and the machines have theirs without being asked.
ASKED = tuple(one for one in Purpose if one not in (Purpose.OWN, Purpose.MAINTENANCE))


class NoSuchPurpose(Refused):
    vi = "Chọn một mục đích trong danh sách."
    en = "Choose a purpose of the list."


def purpose_of(request: ReachRequest, person: UUID) -> str:
    """Give what was stated of a person in this session, or nothing."""
    if request.reach.person == person:
        return Purpose.OWN
    return str(request.session.get(KEY, {}).get(str(person), ""))


def state_purpose(request: ReachRequest, person: UUID, purpose: str) -> None:
    """Remember a purpose to the end of the session.

    :raises NoSuchPurpose: the list has none such.
    """
    if purpose not in [str(one.value) for one in ASKED]:
        raise NoSuchPurpose
    kept = dict(list(request.session.get(KEY, {}).items())[-MOST:])
    request.session[KEY] = kept | {str(person): purpose}


def record(
    request: ReachRequest, dossier: Dossier, *, route: str, act: TextChoices = Act.READ, purpose: str = "",
    what: tuple[str, ...] = (), classes: int = INTERNAL,
) -> None:  # fmt: skip
    """Put on record that a dossier was read or changed: which sections, how guarded, what for."""
    shown = dict.fromkeys(one.section.code for one in dossier.shown)
    audit.record(
        act=act, actor=request.user.pk, actor_name=request.user.get_username(), subject=dossier.person.pk,
        unit=dossier.person.home_id, classes=max(dossier.highest, classes), what=list(what or shown),
        purpose=purpose or purpose_of(request, dossier.person.pk), route=route,
        address=request.META.get("REMOTE_ADDR"),
    )  # fmt: skip
