"""Who may open pages of directives: who reads what is internal somewhere; others are refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.views.decorators.cache import never_cache

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.policy import policy
from tinhgon.core.reach import EDIT, EXPORT, INTERNAL, READ
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.queries.statuses import with_status

View = Callable[..., Any]
# What a page does not show of a document is not read for it.
BIG = tuple(f"{paper}__{big}" for paper in ("directive", "answer") for big in ("text", "search", "letter"))


def _only(action: str) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
            if request.reach.highest < INTERNAL or not request.reach.does(action):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return policy(action, INTERNAL)(never_cache(inside))

    return guard


readers_only = _only(READ)
clerks_only = _only(EDIT)
exporters_only = _only(EXPORT)


def find(request: ReachRequest, pk: UUID) -> Obligation:
    """Give the obligation of an address, with what its page names.

    :raises Http404: there is none within reach.
    """
    found = visible(request.reach).select_related("directive", "person", "parent", "answer").defer(*BIG)
    try:
        return with_status(found, request.today).get(pk=pk)
    except Obligation.DoesNotExist:
        raise Http404 from None
