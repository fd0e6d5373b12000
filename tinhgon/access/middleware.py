"""One transaction a request, bound to its user: the database itself hides what is out of reach."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection, transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from tinhgon.access import queries
from tinhgon.core.errors import Refused
from tinhgon.core.reach import Reach
from tinhgon.temporal.middleware import AsOfRequest
from tinhgon.temporal.naming import naming


class ReachRequest(AsOfRequest):
    """A request that knows what its user may."""

    reach: Reach


class ReachMiddleware:
    """Give each request its `reach`, and let row security bind everything that the request reads.

    Roles and actors are set for the transaction alone: a kept connection forgets them with it. A response
    that streams is read to its end inside, since outside nothing can be seen.
    """

    def __init__(self, get_response: Callable[[ReachRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: ReachRequest) -> HttpResponse:
        try:
            with naming({}):
                return self._answer(request)
        except Refused as refused:  # the end of the transaction itself failed: too late for a view to tell
            reason = refused.message(get_language() or "vi")
            return render(request, "400.html", {"reason": reason}, status=503)

    def _answer(self, request: ReachRequest) -> HttpResponse:
        nested = connection.in_atomic_block
        with transaction.atomic(savepoint=False):
            request.reach, before = queries.enter(request.user.pk, on=timezone.localdate())
            try:
                response = self.get_response(request)
                if response.streaming:
                    response.streaming_content = list(response.streaming_content)  # type: ignore[attr-defined]
                if response.status_code >= 500:
                    transaction.set_rollback(not nested)
                return response
            finally:
                if nested and not connection.needs_rollback:
                    queries.leave(before)
