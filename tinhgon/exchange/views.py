"""Downloads of the register of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhgon.core.policy import policy
from tinhgon.core.reach import READ
from tinhgon.exchange import linked, tables
from tinhgon.exchange.vacancies import write_vacancies
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.vacancies import filters_of
from tinhgon.temporal.middleware import AsOfRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def reading(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let in who reads the register; none of these downloads holds more than its pages show."""
    return policy(READ)(permission_required("register.view_unit", raise_exception=True)(view))


@require_safe
@reading
def as_csv(request: AsOfRequest) -> HttpResponseBase:
    """Download the register as CSV."""
    found = tables.table(request.as_of, root=request.GET.get("root", ""))
    return _download(request, tables.write_csv(found), "csv", "text/csv; charset=utf-8")


@require_safe
@reading
def as_xlsx(request: AsOfRequest) -> HttpResponseBase:
    """Download the register as a workbook."""
    found = tables.table(request.as_of, root=request.GET.get("root", ""))
    return _download(request, [tables.write_xlsx(found, at=timezone.now())], "xlsx", XLSX)


@require_safe
@reading
def vacancies(request: AsOfRequest) -> HttpResponseBase:
    """Download the vacant seats of the day as a workbook."""
    made = write_vacancies(request.as_of, filters_of(request), at=timezone.now())
    return _download(request, [made], "xlsx", XLSX)


@require_safe
@reading
def as_jsonld(request: AsOfRequest) -> HttpResponseBase:
    """Download the register as linked data."""
    reach, user = reach_of(request), request.user.pk
    pieces = linked.write_jsonld(request.as_of, reach, user, root=request.GET.get("root", ""))
    return _download(request, pieces, "jsonld", "application/ld+json")


def _download(request: AsOfRequest, pieces: Iterable[bytes], form: str, kind: str) -> HttpResponseBase:
    made = HttpResponse if isinstance(pieces, list) else StreamingHttpResponse
    name = tables.file_name(request.as_of, form)
    return made(pieces, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
