"""Who a session belongs to and what that person may do: one statement a request, not three."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Concat
from django.utils import timezone

from tinhgon.access.models import Grant, User
from tinhgon.access.roles import permissions


class PermissionsAtOnce(AuthenticationBackend):
    """allauth's own backend, but the permissions come along with the user: own ones, by group, by grant."""

    def get_user(self, user_id: Any) -> User | None:
        """Read a session's user; nobody if the account is closed."""
        roles = Grant.objects.in_force(timezone.localdate()).filter(user=OuterRef("pk")).order_by()
        own, by_group = _names(user=OuterRef("pk")), _names(group__user=OuterRef("pk"))
        users = User.objects.annotate(
            own=own, by_group=by_group, roles=ArraySubquery(roles.values_list("role", flat=True))
        )
        user = users.filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        if not user.is_superuser:
            # Where ModelBackend itself keeps what it has read.
            user._perm_cache = {*user.own, *user.by_group, *permissions(user.roles)}  # type: ignore[attr-defined]
        return user

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Give the permissions of a user who came by another way than a session, those of grants too."""
        if not hasattr(user_obj, "_perm_cache"):
            found: set[str] = super().get_all_permissions(user_obj, obj)
            if user_obj.is_active and user_obj.pk and obj is None:
                found |= permissions(
                    user_obj.grants.in_force(timezone.localdate()).values_list("role", flat=True)
                )
        return super().get_all_permissions(user_obj, obj)


def _names(**holder: Any) -> ArraySubquery:
    name = Concat(F("content_type__app_label"), Value("."), F("codename"))
    return ArraySubquery(Permission.objects.filter(**holder).order_by().values_list(name, flat=True))
