"""Who was in time: the table, its records and its files; the first table of the year-end review."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import EXPORT
from tinhgon.directives import reports
from tinhgon.directives.pages.lateness import lateness_page, lateness_sheet, records_page
from tinhgon.directives.pages.review import review_page, review_sheet
from tinhgon.directives.views.boards import XLSX, download, record_export
from tinhgon.directives.views.guards import exporters_only, readers_only

CSV = "text/csv; charset=utf-8"


@require_safe
@readers_only
def lateness(request: ReachRequest) -> HttpResponse:
    """Show who was in time."""
    return render(request, "directives/lateness.html", lateness_page(request))


@require_safe
@readers_only
def records(request: ReachRequest) -> HttpResponse:
    """Show what a figure counts."""
    return render(request, "directives/records.html", records_page(request))


@require_safe
@exporters_only
def lateness_csv(request: ReachRequest) -> HttpResponse:
    """Download the table as CSV."""
    request.reach = request.reach.only(EXPORT)
    sheet, _asked = lateness_sheet(request)
    record_export(request, len(sheet[1]))
    return download(reports.as_csv(sheet), "dung-han.csv", CSV)


@require_safe
@exporters_only
def lateness_xlsx(request: ReachRequest) -> HttpResponse:
    """Download the table as a workbook."""
    request.reach = request.reach.only(EXPORT)
    sheet, asked = lateness_sheet(request)
    record_export(request, len(sheet[1]))
    title = gettext("Nhiệm vụ đúng hạn")
    return download(reports.as_xlsx(title, sheet, asked, at=timezone.localtime()), "dung-han.xlsx", XLSX)


@require_safe
@readers_only
def review(request: ReachRequest, year: int) -> HttpResponse:
    """Show the first table of a year's review."""
    return render(request, "directives/review.html", review_page(request, year))


@require_safe
@exporters_only
def review_xlsx(request: ReachRequest, year: int) -> HttpResponse:
    """Download the first table of a year's review as a workbook."""
    request.reach = request.reach.only(EXPORT)
    sheet, asked = review_sheet(request, year)
    record_export(request, len(sheet[1]))
    title = gettext("Tổng kết năm %(year)d") % {"year": year}
    made = reports.as_xlsx(title, sheet, asked, at=timezone.localtime())
    return download(made, f"tong-ket-{year}.xlsx", XLSX)
