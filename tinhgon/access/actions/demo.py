"""The users of the demonstration, one for each part that people play."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from tinhgon.access.actions.grants import Granted, grant
from tinhgon.access.actions.users import ensure_roles, make_user
from tinhgon.access.areas import successors_of
from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.core.periods import Period
from tinhgon.core.reach import INTERNAL, PERSONAL, SENSITIVE
from tinhgon.register.models import Appointment, Person

SINCE = date(2025, 7, 1)
DISTRICT = "916"  # the former district of Ninh Kiều, whose communes became wards of today
REASON = "Người dùng minh họa"


@dataclass(frozen=True, slots=True)
class Demo:
    """Somebody of the demonstration: a grant of a role, everywhere or in an area only."""

    name: str
    role: str | None
    field_class: int = INTERNAL
    area: bool = False


# An outsider has an account and no role: what he must not see can be tried.
DEMO_USERS: Mapping[str, Demo] = {
    "lan": Demo("Nguyễn Thị Lan", "signer", SENSITIVE),
    "hung": Demo("Trần Văn Hùng", "clerk", PERSONAL),
    "mai": Demo("Lê Thị Mai", "reader", INTERNAL),
    "khach": Demo("Phạm Quốc Khách", None),
    "tam": Demo("Đặng Minh Tâm", "clerk", PERSONAL, area=True),
    "nga": Demo("Võ Thị Nga", "auditor"),
    "quy": Demo("Huỳnh Ngọc Quý", "keeper"),
}


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a demonstration user logs in with."""

    username: str
    name: str
    role: str | None
    password: str


@transaction.atomic
def make_demo_users() -> list[Credentials]:
    """Make the users of the demonstration that are missing, each with a password of chance."""
    ensure_roles()
    made = []
    for username, one in DEMO_USERS.items():
        if not User.objects.filter(username=username).exists():
            password = "-".join(secrets.token_hex(2) for _ in range(4))
            user = make_user(username=username, password=password, name=one.name)
            play(user, one)
            made.append(Credentials(username, _embodied(user, one).name, one.role, password))
        else:
            _embodied(User.objects.get(username=username), one)
    return made


def _embodied(user: User, part: Demo) -> User:
    """Let who works in an area be one of the illustrative people there: so he has a dossier of his own."""
    if part.area and user.person_id is None and (person := _namesake(user)):
        user.person, user.name = person, person.name
        user.save(update_fields=["person", "name"])
    return user


def _namesake(user: User) -> Person | None:
    """Find who is called as the user is and works in an office under a unit of his area; always the same."""
    offices = (reach_of(user.pk, on=SINCE).units() or frozenset()) - set(successors_of(DISTRICT, on=SINCE))
    in_post = Appointment.objects.on(SINCE).values("person")
    found = Person.objects.filter(pk__in=in_post, home__in=offices, illustrative=True, erased_at=None)
    return found.filter(name_folded__endswith=f" {user.username}").order_by("id").first()


def play(user: User, part: Demo, area: Iterable[UUID] | None = None) -> None:
    """Grant somebody what belongs to his part; an area not named is the former district's."""
    if part.role is None:
        return
    if area is None:
        area = successors_of(DISTRICT, on=SINCE)
    for unit in area if part.area else (None,):
        what = Granted(
            role=part.role, unit=unit, field_class=part.field_class, valid=Period(SINCE), reason=REASON
        )
        grant(user, what, by=None)
