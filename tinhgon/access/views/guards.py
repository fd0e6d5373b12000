"""Who may open which page: whoever may not is told that there is none."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.policy import policy
from tinhgon.core.reach import AUDIT, GRANT, PUBLIC

View = Callable[..., Any]


def acting(action: str, field_class: int = PUBLIC) -> Callable[[View], View]:
    """Open a page to those whom a grant allows an action somewhere; on whom, the page itself asks.

    :raises Http404: no grant does.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
            if not request.reach.does(action) or (
                field_class > PUBLIC and request.reach.highest < field_class
            ):
                raise Http404
            return view(request, *args, **kwargs)

        return policy(action, field_class)(inside)

    return guard


auditors_only = acting(AUDIT)


def _only(action: str, may: Callable[[ReachRequest], bool]) -> Callable[[View], View]:
    """Open a page to whom it is open.

    :raises Http404: to others.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
            if not may(request):
                raise Http404
            return view(request, *args, **kwargs)

        return policy(action)(inside)

    return guard


def may_grant(request: ReachRequest) -> bool:
    """Tell whether a request is of a keeper of rights or of an administrator."""
    return request.reach.does(GRANT) or bool(getattr(request.user, "is_superuser", False))


keepers_only = _only(GRANT, may_grant)
overseers_only = _only(AUDIT, lambda request: may_grant(request) or request.reach.does(AUDIT))


def freshly_authenticated(view: View) -> View:
    """Let in who showed within the last minutes who he is; send others to do so, and back.

    What was posted is not kept: it may be personal. A form asks before it is filled in.
    """

    @wraps(view)
    def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_fresh(request):
            return view(request, *args, **kwargs)  # type: ignore[no-any-return]
        if request.method == "POST":
            messages.warning(
                request, gettext("Hãy xác nhận lại bạn là ai, rồi gửi lại; chưa có gì được ghi.")
            )
        return _again(request)

    return inside


def is_fresh(request: ReachRequest) -> bool:
    """Tell whether the user showed who he is within the last minutes."""
    shown = [one["at"] for one in get_authentication_records(request, cast(User, request.user))]
    return bool(shown) and time.time() - max(shown) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def _again(request: ReachRequest) -> HttpResponse:
    back = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    address = f"{reverse('account_reauthenticate')}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)
