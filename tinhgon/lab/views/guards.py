"""Who may open pages of the lab: those who draft or sign; on which scenario, the page itself asks."""

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
from tinhgon.core.reach import EDIT, INTERNAL, READ
from tinhgon.lab.models import Scenario
from tinhgon.lab.queries.scenarios import scenario_within
from tinhgon.lab.refusals import NoSuchScenario

View = Callable[..., Any]
DRAFTS, SIGNS = "register.draft_decision", "register.sign_decision"


def may_open(request: Any) -> bool:
    """Tell whether the lab is open to a request's user."""
    return bool(request.user.has_perm(DRAFTS) or request.user.has_perm(SIGNS))


def _only(action: str, may: Callable[[Any], bool]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
            if not may(request):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return policy(action, INTERNAL)(never_cache(inside))

    return guard


planners_only = _only(READ, may_open)
drafters_only = _only(EDIT, lambda request: bool(request.user.has_perm(DRAFTS)))


def find(request: ReachRequest, pk: UUID) -> Scenario:
    """Give the scenario of an address.

    :raises Http404: there is none within reach.
    """
    try:
        return scenario_within(pk, request.reach)
    except NoSuchScenario:
        raise Http404 from None
