"""Who may open the library: everybody who has a role, for the law is no secret; strangers see nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from tinhgon.core.policy import policy
from tinhgon.core.reach import READ

# Every role has one of these; they are named, for the register stands above this app.
PERMISSIONS = ("register.view_unit", "access.view_audit")

View = Callable[..., HttpResponse]


def any_role(view: View) -> View:
    """Let in whoever has a role."""

    @policy(READ)
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(request.user.has_perm(one) for one in PERMISSIONS):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
