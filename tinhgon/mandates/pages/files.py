"""The pairs as files: one row a passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from tinhgon.access.middleware import ReachRequest
from tinhgon.mandates.models import Overlap
from tinhgon.mandates.pages.listing import LEVELS, names_of
from tinhgon.mandates.queries.overlaps import newest, overlaps
from tinhgon.office.sheets import csvs, lists
from tinhgon.office.sheets.lists import ListColumn

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    ListColumn("Cơ quan, đơn vị", 40), ListColumn("Cơ quan, đơn vị kia", 40),
    ListColumn("Phần trùng của bên ít hơn (%)", 14, "whole"), ListColumn("Nhiệm vụ", 70),
    ListColumn("Nhiệm vụ bên kia", 70), ListColumn("Giống nhau (%)", 12, "whole"),
    ListColumn("Từ ngữ trùng", 50),
)  # fmt: skip
NOTE = "Máy so từ ngữ; đây là chỗ cần xem, không phải kết luận trùng chức năng."


def as_csv(request: ReachRequest) -> HttpResponse:
    """Write the pairs as CSV."""
    made = b"".join(csvs.write_csv([column.title for column in COLUMNS], list(_rows(request))))
    return _download(made, "csv", "text/csv; charset=utf-8")


def as_xlsx(request: ReachRequest) -> HttpResponse:
    """Write the pairs as a workbook."""
    made = lists.write_list("Chức năng trùng", COLUMNS, list(_rows(request)), lines=[NOTE], at=timezone.now())
    return _download(made, "xlsx", XLSX)


def _rows(request: ReachRequest) -> Iterator[Sequence[Any]]:
    comparison = newest(timezone.localdate())
    least = LEVELS.get(request.GET.get("level", "middle"), 0.0)
    found: list[Overlap] = list(overlaps(comparison, least=least)) if comparison else []
    names = names_of((one.one_id, one.other_id) for one in found)
    for overlap in found:
        for passage in overlap.passages:
            yield (
                names.get(overlap.one_id, ""), names.get(overlap.other_id, ""), round(overlap.score * 100),
                passage["one"], passage["other"], round(passage["score"] * 100), "; ".join(passage["words"]),
            )  # fmt: skip


def _download(made: bytes, form: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="overlaps.{form}"'}
    return HttpResponse(made, content_type=kind, headers=headers)
