"""The API put together: its parts, its refusals, its documentation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Swagger
from ninja.errors import AuthenticationError, HttpError, ValidationError

from tinhgon.core.errors import Refused
from tinhgon.exchange.api import decisions, documents, events, law, tree, units
from tinhgon.exchange.api.doors import NotLoggedIn, NotUnderstood, TokenMissing, refuse

DESCRIPTION = (
    "Sổ tổ chức bộ máy tại một ngày (`on`), theo điều sổ ghi tại một thời điểm (`known_at`). "
    "The register of organisations on a day (`on`), as it said at a moment (`known_at`). "
    "Log in to the program first: the session cookie is the key."
)

api = NinjaAPI(
    title="Tinh Gọn",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    docs=Swagger(settings={"persistAuthorization": True, "validatorUrl": None}),
)
for router in (tree.router, units.router, decisions.router, documents.router, events.router, law.router):
    api.add_router("", router)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    return refuse(refusal)


@api.exception_handler(AuthenticationError)
def _nobody(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return refuse(NotLoggedIn())


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    # Ninja's own: a missing CSRF token is 403, a body that is not JSON 400.
    if error.status_code == 403:
        return refuse(TokenMissing())
    return refuse(NotUnderstood(faults=[str(error)]))


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [f"{'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}" for fault in error.errors[:20]]
    return refuse(NotUnderstood(faults=faults))
