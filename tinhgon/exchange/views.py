"""Downloads of the register of a day."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhgon.exchange import linked, tables
from tinhgon.temporal.middleware import AsOfRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
reading = permission_required("register.view_unit", raise_exception=True)


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
def as_jsonld(request: AsOfRequest) -> HttpResponseBase:
    """Download the register as linked data."""
    pieces = linked.write_jsonld(request.as_of, root=request.GET.get("root", ""))
    return _download(request, pieces, "jsonld", "application/ld+json")


def _download(request: AsOfRequest, pieces: Iterable[bytes], form: str, kind: str) -> HttpResponseBase:
    made = HttpResponse if isinstance(pieces, list) else StreamingHttpResponse
    name = tables.file_name(request.as_of, form)
    return made(pieces, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
