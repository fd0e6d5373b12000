"""The board, more of a column, the list and its files."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.audit import actions as audit
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.reach import EXPORT, INTERNAL
from tinhgon.directives.pages import files
from tinhgon.directives.pages.board import board_page, column_page, list_page
from tinhgon.directives.views.guards import exporters_only, readers_only

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@readers_only
def board(request: ReachRequest) -> HttpResponse:
    """Show the board."""
    return render(request, "directives/board.html", board_page(request))


@require_safe
@readers_only
def column(request: ReachRequest, name: str) -> HttpResponse:
    """Give more cards of a column."""
    return render(request, "directives/_cards.html", column_page(request, name))


@require_safe
@readers_only
def listing(request: ReachRequest) -> HttpResponse:
    """Show the list."""
    return render(request, "directives/list.html", list_page(request))


@require_safe
@exporters_only
def as_csv(request: ReachRequest) -> HttpResponse:
    """Download the list as CSV."""
    rows = _taken(request)
    return download(b"".join(files.write_csv(rows)), "nhiem-vu.csv", "text/csv; charset=utf-8")


@require_safe
@exporters_only
def as_xlsx(request: ReachRequest) -> HttpResponse:
    """Download the list as a workbook."""
    rows = _taken(request)
    made = files.write_xlsx(rows, on=request.today, at=timezone.localtime())
    return download(made, "nhiem-vu.xlsx", XLSX)


def download(content: bytes, name: str, kind: str) -> HttpResponse:
    """Send a file to be kept."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def _taken(request: ReachRequest) -> list[files.Row]:
    """Read what may leave; that it was taken is on record, since it names people."""
    request.reach = request.reach.only(EXPORT)
    rows = files.rows_of(request)
    record_export(request, len(rows))
    return rows


def record_export(request: ReachRequest, count: int) -> None:
    """Put on record that a list was taken away."""
    audit.record(
        act=Act.EXPORT, actor=request.user.pk, actor_name=request.user.get_username(), classes=INTERNAL,
        what=["obligations"], count=count, purpose=Purpose.REPORT, route="directives:export",
        address=request.META.get("REMOTE_ADDR"),
    )  # fmt: skip
