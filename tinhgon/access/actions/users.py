"""Writes about users: roles, administrators."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tinhgon.access.models import User
from tinhgon.access.roles import GROUPS, PERMISSIONS
from tinhgon.core.errors import Refused


class UserExists(Refused):
    vi = "Đã có người dùng “{username}”. Chọn tên khác."
    en = "There is a user “{username}” already. Choose another name."


class WeakPassword(Refused):
    vi = "Mật khẩu chưa đủ an toàn: {reasons}"
    en = "The password is not safe enough: {reasons}"


def ensure_roles() -> None:
    """Make the roles, or bring them up to date."""
    for role in GROUPS:
        group, _ = Group.objects.get_or_create(name=role)
        codenames = [permission.partition(".")[2] for permission in PERMISSIONS[role]]
        group.permissions.set(
            Permission.objects.filter(content_type__app_label="register", codename__in=codenames)
        )


@transaction.atomic
def make_user(*, username: str, password: str, name: str = "", role: str | None = None) -> User:
    """Make a user with one role in the register, or none; people are seen by grants alone.

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
    """Make a user who may do everything but read of people: that takes a grant by somebody else.

    :raises UserExists, WeakPassword: as for any user.
    """
    user = make_user(username=username, password=password, name=name)
    user.is_superuser = True
    user.save(update_fields=["is_superuser"])
    return user
