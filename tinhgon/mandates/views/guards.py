"""Who may open the pages of mandates: who reads the register's internal facts somewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.policy import policy
from tinhgon.core.reach import EDIT, INTERNAL, READ

View = Callable[..., Any]


def may_open(request: Any) -> bool:
    """Tell whether mandates are open to a request's user."""
    reach = getattr(request, "reach", None)
    return bool(
        reach is not None and reach.highest >= INTERNAL and request.user.has_perm("register.view_unit")
    )


def _only(action: str, may: Callable[[Any], bool]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
            if not may(request):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return policy(action, INTERNAL)(never_cache(inside))

    return guard


insiders_only = _only(READ, may_open)
drafters_only = _only(EDIT, lambda request: bool(request.user.has_perm("register.draft_decision")))
