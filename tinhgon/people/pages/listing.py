"""The list of people of a day, as its page and its workbook show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import EDIT, EXPORT, PERSONAL
from tinhgon.people.models import SavedView
from tinhgon.people.pages.arrangement import COLUMNS, SEXES, Arrangement, arranged, from_pairs
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.queries import codes, listing
from tinhgon.people.queries.listing import Listing, Row
from tinhgon.people.queries.saved import saved_views
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.pages.staff_words import RANKS, WAYS, in_words, initials, tone
from tinhgon.register.pages.words import figure
from tinhgon.register.queries import units

MOST_EXPORTED = 100_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column says of somebody; `kind` is how it is drawn."""

    kind: str
    title: Any
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in the list, in words."""

    name: str
    url: str
    initials: str
    tone: int
    illustrative: bool
    others: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its title, and where to go to have the list in its order."""

    title: Any
    kind: str
    url: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A list kept under a name."""

    view: SavedView
    url: str
    is_current: bool


def list_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the list."""
    arrangement, number, links = arranged(request.GET), page_number(request), PeopleLinks.of(request)
    found = read(request, arrangement, first=(number - 1) * listing.PAGE)
    filters = arrangement.filters
    return (
        {
            "asof": asof_bar(request),
            "rows": [person_row(row, arrangement.columns, links) for row in found.rows],
            "heads": _heads(arrangement, links),
            "count": found.people,
            "illustrative": found.made_up,
            "page": Page(number, number * listing.PAGE < found.people),
            "arrangement": arrangement,
            "filters": filters,
            "unit_name": _unit_name(request, arrangement),
            "columns": [(name, title, name in arrangement.columns) for name, title in COLUMNS.items()],
            "hidden": [pair for pair in _pairs(arrangement) if pair[0] != "col"],
            "kept": _kept(request, arrangement, links),
            "export_url": links.page("export", **arrangement.pairs()),
            "links": links,
        }
        | choices()
        | acts(request)
    )


def acts(request: ReachRequest) -> dict[str, bool]:
    """Tell what the reader may do besides looking."""
    edits = request.reach.units(PERSONAL, action=EDIT)
    return {"may_export": request.reach.does(EXPORT), "may_edit": edits is None or bool(edits)}


def choices() -> dict[str, Any]:
    """Give what the filters offer."""
    return {
        "titles": codes.titles(),
        "staff_kinds": codes.staff_kinds(),
        "ranks": RANKS,
        "ways": WAYS,
        "sexes": SEXES,
    }


def read(
    request: ReachRequest, arrangement: Arrangement, *, first: int = 0, count: int = listing.PAGE
) -> Listing:
    """Read some people of the list."""
    return listing.people(
        arrangement.filters, request.as_of, request.reach, order=arrangement.order, down=arrangement.down,
        first=first, count=count,
    )  # fmt: skip


def person_row(row: Row, columns: Sequence[str], links: PeopleLinks) -> PersonRow:
    """Word somebody."""
    return PersonRow(
        row.name, links.page("person", row.person), initials(row.name), tone(row.name), row.illustrative,
        row.others, tuple(_cell(row, column, links) for column in columns),
    )  # fmt: skip


def words(row: Row, column: str) -> str:
    """Say one thing about somebody."""
    if row.post is None and column in ("title", "how"):
        return gettext("không giữ chức vụ") if column == "title" else ""
    said = {
        "born": lambda: str(row.born.year) if row.born else "",
        "sex": lambda: str(SEXES.get(row.sex, "")),
        "title": lambda: in_words(row.title) if row.title else "",
        "unit": lambda: place(row),
        "how": lambda: str(WAYS.get(row.how, row.how)),
        "since": lambda: f"{row.since:%d/%m/%Y}" if row.since else "",
        "term": lambda: f"{row.term_until:%d/%m/%Y}" if row.term_until else "",
        "grade": lambda: grade(row),
        "staff": lambda: in_words(row.staff) if row.staff else "",
    }
    return said[column]()


def place(row: Any) -> str:
    """Name the unit of a row, an office with what it belongs to."""
    return f"{row.unit_name} – {row.above}" if row.above else str(row.unit_name)


def grade(row: Any) -> str:
    """Say a grade with its step and coefficient."""
    if row.grade is None:
        return ""
    parts = [in_words(row.grade)]
    if row.step:
        parts.append(gettext("bậc %(step)d") % {"step": row.step})
    if row.coefficient:
        parts.append(gettext("hệ số %(number)s") % {"number": figure(row.coefficient)})
    return ", ".join(parts)


def _cell(row: Row, column: str, links: PeopleLinks) -> Cell:
    url = ""
    if column == "unit" and row.unit:
        url = links.register.unit(row.unit)
    elif column == "title" and row.post:
        url = links.register.post(row.post)
    return Cell(column, COLUMNS[column], words(row, column), url)


def _heads(arrangement: Arrangement, links: PeopleLinks) -> list[Head]:
    titles = {"name": gettext("Họ và tên"), **{name: COLUMNS[name] for name in arrangement.columns}}
    return [_head(name, title, arrangement, links) for name, title in titles.items()]


def _head(name: str, title: Any, arrangement: Arrangement, links: PeopleLinks) -> Head:
    """Make a column's head: what is in order turns round, what cannot be in order has no address."""
    if name not in listing.ORDERS:
        return Head(title, name, "", "")
    current = name == arrangement.order
    turned = replace(arrangement, order=name, down=current and not arrangement.down)
    state = ("descending" if arrangement.down else "ascending") if current else ""
    return Head(title, name, links.page("list", **turned.pairs()), state)


def _pairs(arrangement: Arrangement) -> list[tuple[str, str]]:
    return [
        (name, str(one))
        for name, value in arrangement.pairs().items()
        for one in (value if isinstance(value, list) else [value])
    ]


def _unit_name(request: ReachRequest, arrangement: Arrangement) -> str:
    unit = arrangement.filters.unit
    if unit is None:
        return ""
    return units.names([unit], on=request.as_of.valid, as_of=request.as_of).get(unit, "")


def _kept(request: ReachRequest, arrangement: Arrangement, links: PeopleLinks) -> list[Kept]:
    """Give the reader's own lists."""
    found = list(saved_views(cast(int, request.user.pk)))
    return [_one_kept(view, from_pairs(view.arrangement), arrangement, links) for view in found]


def _one_kept(view: SavedView, kept: Arrangement, current: Arrangement, links: PeopleLinks) -> Kept:
    return Kept(view, links.page("list", **kept.pairs()), kept == current)
