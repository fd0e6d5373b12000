"""Writes about users: roles, administrators, the users of the demonstration."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tinhgon.access.models import User
from tinhgon.core.errors import Refused

READ = ("register.view_unit", "register.view_decision")
DRAFT = (*READ, "register.draft_decision")
SIGN = (*DRAFT, "register.sign_decision", "register.correct_register")
ROLES: Mapping[str, Sequence[str]] = {"reader": READ, "clerk": DRAFT, "signer": SIGN}

# username → full name, role; an outsider has an account and no role: what he must not see can be tried.
DEMO_USERS: Mapping[str, tuple[str, str | None]] = {
    "lan": ("Nguyễn Thị Lan", "signer"),
    "hung": ("Trần Văn Hùng", "clerk"),
    "mai": ("Lê Thị Mai", "reader"),
    "khach": ("Phạm Quốc Khách", None),
}


class UserExists(Refused):
    vi = "Đã có người dùng “{username}”. Chọn tên khác."
    en = "There is a user “{username}” already. Choose another name."


class WeakPassword(Refused):
    vi = "Mật khẩu chưa đủ an toàn: {reasons}"
    en = "The password is not safe enough: {reasons}"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a demonstration user logs in with."""

    username: str
    name: str
    role: str | None
    password: str


def ensure_roles() -> None:
    """Make the roles, or bring them up to date."""
    for role, wanted in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        codenames = [permission.partition(".")[2] for permission in wanted]
        group.permissions.set(
            Permission.objects.filter(content_type__app_label="register", codename__in=codenames)
        )


@transaction.atomic
def make_user(*, username: str, password: str, name: str = "", role: str | None = None) -> User:
    """Make a user with one role, or none.

    :raises UserExists: the name is taken.
    :raises WeakPassword: with all the reasons.
    """
    user = User(username=username, name=name)
    try:
        validate_password(password, user)
        user.set_password(password)
        with transaction.atomic():
            user.save()
    except ValidationError as weak:
        raise WeakPassword(reasons=list(weak.messages)) from None
    except IntegrityError:
        raise UserExists(username=username) from None
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


@transaction.atomic
def make_administrator(*, username: str, password: str, name: str = "") -> User:
    """Make a user who may do everything.

    :raises UserExists, WeakPassword: as for any user.
    """
    user = make_user(username=username, password=password, name=name)
    user.is_superuser = True
    user.save(update_fields=["is_superuser"])
    return user


@transaction.atomic
def make_demo_users() -> list[Credentials]:
    """Make the users of the demonstration that are missing, each with a password of chance."""
    ensure_roles()
    made = []
    for username, (name, role) in DEMO_USERS.items():
        if not User.objects.filter(username=username).exists():
            password = "-".join(secrets.token_hex(2) for _ in range(4))
            make_user(username=username, password=password, name=name, role=role)
            made.append(Credentials(username, name, role, password))
    return made
