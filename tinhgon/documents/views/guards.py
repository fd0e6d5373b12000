"""Who may open pages of documents: who reads units' affairs, and who keeps documents for one."""

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
from tinhgon.core.reach import EDIT, INTERNAL, READ, SIGN
from tinhgon.documents.models import Document, Intake
from tinhgon.documents.queries.registry import document_within, intake_within
from tinhgon.documents.refusals import NoSuchDocument, NoSuchIntake

View = Callable[..., Any]


def _only(action: str) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def inside(request: ReachRequest, *args: Any, **kwargs: Any) -> Any:
            if not request.reach.does(action) or request.reach.highest < INTERNAL:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return policy(action, INTERNAL)(never_cache(inside))

    return guard


readers_only = _only(READ)
clerks_only = _only(EDIT)
signers_only = _only(SIGN)


def find_intake(request: ReachRequest, pk: UUID) -> Intake:
    """Give the file of an address.

    :raises Http404: there is none in a tray within reach.
    """
    try:
        return intake_within(pk, request.reach)
    except NoSuchIntake:
        raise Http404 from None


def find_document(request: ReachRequest, pk: UUID) -> Document:
    """Give the document of an address.

    :raises Http404: there is none that may be read.
    """
    try:
        return document_within(pk, request.reach)
    except NoSuchDocument:
        raise Http404 from None
