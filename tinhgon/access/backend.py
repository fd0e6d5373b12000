"""Who a session belongs to and what that person may do: one statement a request, not three."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Concat

from tinhgon.access.models import User


class PermissionsAtOnce(ModelBackend):
    """Django's own backend, but the permissions come along with the user."""

    def get_user(self, user_id: Any) -> User | None:
        """Read a session's user; nobody if the account is closed."""
        own, by_role = _names(user=OuterRef("pk")), _names(group__user=OuterRef("pk"))
        user = User.objects.annotate(own=own, by_role=by_role).filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        if not user.is_superuser:
            # Where ModelBackend itself keeps what it has read.
            user._perm_cache = {*user.own, *user.by_role}  # type: ignore[attr-defined]
        return user


def _names(**holder: Any) -> ArraySubquery:
    name = Concat(F("content_type__app_label"), Value("."), F("codename"))
    return ArraySubquery(Permission.objects.filter(**holder).order_by().values_list(name, flat=True))
