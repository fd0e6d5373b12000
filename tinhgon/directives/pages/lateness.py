"""How many obligations were done in time, by unit, person or directive; each figure opens its records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.core.periods import Period, parse_day
from tinhgon.core.reach import EXPORT
from tinhgon.directives import reports
from tinhgon.directives.models import Obligation
from tinhgon.directives.pages.cards import cards_of
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.queries import lateness
from tinhgon.directives.queries.asked import Asked
from tinhgon.directives.queries.lateness import OUT_OF_SIGHT, Late
from tinhgon.directives.queries.names import names_of
from tinhgon.directives.reports import Sheet
from tinhgon.documents.models import Document
from tinhgon.register.models import Person
from tinhgon.register.pages.paging import Page, page_number

ROWS = 50
BY = {"unit": _("Đơn vị"), "person": _("Người"), "directive": _("Văn bản nguồn")}
# The figures of a row, in the order of the table.
FIGURES = {
    "given": _("Được giao"), "on_time": _("Xong đúng hạn"), "late": _("Xong quá hạn"),
    "in_time": _("Chưa xong, trong hạn"), "overdue": _("Chưa xong, quá hạn"), "waiting": _("Chờ xác nhận"),
    "returned": _("Trả lại"),
}  # fmt: skip
BAD = {"late": "warn", "overdue": "bad"}


class PeriodBackwards(Refused):
    vi = "Ngày đầu ({since}) sau ngày cuối ({until}). Đổi lại hai ngày."
    en = "The first day ({since}) is after the last ({until}). Swap them."


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a row, and the records behind it."""

    title: Any
    value: int
    url: str
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table, in words."""

    name: str
    figures: list[Figure]
    late: Late


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address asks for: the first and the last day, by what, of which kind."""

    since: date
    last: date
    by: str
    kind: str

    def asked(self, today: date) -> Asked:
        """Give the same as the figures take it."""
        return Asked.of_period(Period(self.since, self.last + timedelta(days=1)), today=today, kind=self.kind)

    def url(self, name: str, **more: Any) -> str:
        """Write it into an address."""
        said = {"by": self.by, "from": f"{self.since:%d/%m/%Y}", "to": f"{self.last:%d/%m/%Y}"}
        said |= {"kind": self.kind} if self.kind else {}
        return f"{reverse(f'directives:{name}')}?{urlencode(said | more, safe='/:')}"


def wanted(request: ReachRequest) -> Wanted:
    """Read the address; left out, it is this year.

    :raises Refused: a day does not exist, or the first is after the last.
    """
    given, today = request.GET, request.today
    since = parse_day(given["from"]) if given.get("from") else date(today.year, 1, 1)
    last = parse_day(given["to"]) if given.get("to") else max(date(since.year, 12, 31), since)
    if last < since:
        raise PeriodBackwards(since=since, until=last)
    by, kind = given.get("by", ""), given.get("kind", "")
    return Wanted(
        since=since, last=last, by=by if by in BY else "unit",
        kind=kind if kind in Obligation.Kind.values else "",
    )  # fmt: skip


def lateness_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the table."""
    of = wanted(request)
    table = lateness.lateness(of.asked(request.today), of.by, request.reach)
    names = named((row.key for row in table.rows), of.by, on=request.today)
    return frame(request, "lateness") | {
        "wanted": of,
        "by": [(key, label, Wanted(since=of.since, last=of.last, by=key, kind=of.kind).url("lateness"))
               for key, label in BY.items()],
        "title": BY[of.by], "kinds": Obligation.Kind.choices, "heads": FIGURES.values(),
        "lines": [_line(row, names, of) for row in table.rows],
        "total": _line(table.total, {}, of, all_of_them=True),
        "on": of.asked(request.today).on, "may_export": request.reach.does(EXPORT),
        "csv_url": of.url("lateness_csv"), "xlsx_url": of.url("lateness_xlsx"),
    }  # fmt: skip


def lateness_sheet(request: ReachRequest) -> tuple[Sheet, Asked]:
    """Lay out the table for a file."""
    of = wanted(request)
    asked = of.asked(request.today)
    table = lateness.lateness(asked, of.by, request.reach)
    names = named((row.key for row in table.rows), of.by, on=request.today)
    return reports.lateness_sheet(table, names, str(BY[of.by])), asked


def records_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the obligations that a figure counts."""
    of, today, number = wanted(request), request.today, page_number(request)
    figure, key = request.GET.get("figure", ""), request.GET.get("key", "")
    found = lateness.records(of.asked(today), of.by, figure, request.reach, key=_uuid(key))
    rows = list(found.select_related("directive", "person")[(number - 1) * ROWS : number * ROWS + 1])
    named_key = _uuid(key)
    names = named([named_key], of.by, on=today)
    return frame(request, "lateness") | {
        "wanted": of, "figure": FIGURES.get(figure, ""), "rows": cards_of(rows[:ROWS], today=today),
        "of": gettext("tất cả") if named_key is None else names.get(named_key, "–"),
        "page": Page(number, len(rows) > ROWS), "back": of.url("lateness"), "on": of.asked(today).on,
    }  # fmt: skip


def named(keys: Iterable[UUID | None], by: str, *, on: date) -> dict[UUID, str]:
    """Name what the rows are of: one statement."""
    held = [one for one in keys if one]
    found: dict[UUID, str] = {}
    if by == "unit":
        found |= names_of(held, on=on)
    elif by == "person":
        found |= dict(Person.objects.filter(pk__in=held).values_list("pk", "name"))
        found[OUT_OF_SIGHT] = gettext("người ngoài phạm vi được xem")
    else:
        papers = Document.objects.filter(pk__in=held).values_list("pk", "number", "abstract")
        found |= {pk: number or abstract for pk, number, abstract in papers}
    return found


def _line(row: Late, names: dict[UUID, str], of: Wanted, *, all_of_them: bool = False) -> Line:
    key = "" if all_of_them else str(row.key)
    figures = figures_of(row, tuple(FIGURES), key, of)
    return Line(gettext("Cộng") if all_of_them else names.get(row.key, "–") if row.key else "–", figures, row)


def figures_of(row: Late, which: tuple[str, ...], key: str, of: Wanted) -> list[Figure]:
    """Give some numbers of a row, each with the address of its records."""
    return [_figure(one, getattr(row, one), key, of) for one in which]


def _figure(name: str, value: int, key: str, of: Wanted) -> Figure:
    url = of.url("lateness_records", key=key, figure=name) if value else ""
    return Figure(FIGURES[name], value, url, BAD.get(name, "") if value else "")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
