"""Who may open pages of people; whoever may not is told that there is none, and no copy stays in between."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404
from django.views.decorators.cache import never_cache

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.views.guards import acting
from tinhgon.core.policy import SELF, policy
from tinhgon.core.reach import EDIT, EXPORT, INTERNAL, PERSONAL, READ
from tinhgon.people.refusals import NoSuchEntry, NoSuchPerson, OutOfReach

View = Callable[..., Any]


def _guarded(asked: Callable[[View], View]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        return asked(never_cache(_hiding(view)))

    return guard


def _hiding(view: View) -> View:
    """Answer 404 where a person is out of reach: that somebody is there is not told either."""

    @wraps(view)
    def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return view(request, *args, **kwargs)
        except (NoSuchPerson, NoSuchEntry, OutOfReach):
            raise Http404 from None

    return inside


def _exporting(view: View) -> View:
    """Narrow the reach to what may leave: who reads more than he may export exports no more than that."""

    @wraps(view)
    def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
        request.reach = request.reach.only(EXPORT)
        return view(request, *args, **kwargs)

    return inside


readers_only = _guarded(acting(READ, INTERNAL))
clerks_only = _guarded(acting(EDIT, PERSONAL))  # each change leaves an amendment, which is personal
exporters_only = _guarded(lambda view: acting(EXPORT, INTERNAL)(_exporting(view)))
oneself_only = _guarded(policy(SELF))
