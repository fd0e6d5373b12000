"""The board and the list, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import EXPORT
from tinhgon.directives.pages import filters as asking
from tinhgon.directives.pages import words
from tinhgon.directives.pages.cards import Card, cards_of
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.queries import board
from tinhgon.directives.queries.columns import COLUMNS
from tinhgon.directives.queries.filters import narrowed
from tinhgon.directives.statuses import Status
from tinhgon.register.pages.paging import Page, page_number

CARDS = 8
ROWS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the board, with the first of its cards."""

    name: str
    title: Any
    look: words.Look
    count: int
    late: int
    cards: list[Card]
    next: str  # where more cards come from
    list: str


def board_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the board."""
    today = request.today
    filters = asking.read(request.GET, today=today)
    found = narrowed(filters, request.reach, today=today)
    counted = board.counts(found, today=today)
    only = [one for one in COLUMNS if one != Status.RETURNED or counted[Status.RETURNED]]
    columns = board.first_of_each(found, today=today, size=CARDS, only=only)
    shown = [one for cards in columns.values() for one in cards]
    cards = {
        card.one.pk: card
        for card in cards_of(shown, today=today, parts=board.parts_of(one.pk for one in shown))
    }
    return (
        frame(request, "board")
        | asking.filter_bar(request, filters)
        | {
            "columns": [
                _column(request, name, [cards[one.pk] for one in held], counted)
                for name, held in columns.items()
            ],
            "count": sum(counted.values()),
            "cancelled": counted[Status.CANCELLED],
            "cancelled_url": _list_url(request, Status.CANCELLED),
            "is_empty": not any(counted.values()),
        }
    )


def column_page(request: ReachRequest, name: str) -> dict[str, Any]:
    """Gather more cards of a column.

    :raises Http404: there is no such column.
    """
    if name not in COLUMNS:
        raise Http404
    today, page = request.today, page_number(request)
    found = narrowed(asking.read(request.GET, today=today), request.reach, today=today)
    held = board.some_of(found, name, today=today, first=(page - 1) * CARDS, size=CARDS + 1)
    cards = cards_of(held[:CARDS], today=today, parts=board.parts_of(one.pk for one in held))
    more = _more(request, name, page + 1) if len(held) > CARDS else ""
    return {"column": {"name": name, "cards": cards, "next": more, "list": _list_url(request, name)}}


def list_page(request: ReachRequest) -> dict[str, Any]:
    """Gather a page of the list."""
    today, number = request.today, page_number(request)
    filters = asking.read(request.GET, today=today)
    found = narrowed(filters, request.reach, today=today)
    counted = board.counts(found, today=today)
    count = sum(counted.values())
    order, down = _order(request)
    rows = board.listed(found, order, down=down, today=today)[(number - 1) * ROWS : number * ROWS]
    return (
        frame(request, "list")
        | asking.filter_bar(request, filters)
        | {
            "rows": cards_of(rows, today=today),
            "count": count,
            "counted": [
                (words.LOOKS[Status(one)], n, _list_url(request, one)) for one, n in counted.items() if n
            ],
            "page": Page(number, number * ROWS < count),
            "order": order, "down": down,
            "statuses": [(one.value, look.name) for one, look in words.LOOKS.items()],
            "may_export": request.reach.does(EXPORT),
        }
    )  # fmt: skip


def _order(request: ReachRequest) -> tuple[str, bool]:
    """Read in what order the list is wanted: -due is the last first."""
    asked = request.GET.get("sort", "")
    name = asked.removeprefix("-")
    return (name, asked.startswith("-")) if name in board.ORDERS else ("due", False)


def _column(request: ReachRequest, name: str, cards: list[Card], counted: Mapping[str, int]) -> Column:
    count = sum(counted[one] for one in COLUMNS[name])
    return Column(
        name=name, title=words.COLUMNS[name], look=words.LOOKS[COLUMNS[name][0]], count=count,
        late=counted[Status.DONE_LATE] if Status.DONE_LATE in COLUMNS[name] else 0, cards=cards,
        next=_more(request, name, 2) if count > len(cards) else "", list=_list_url(request, name),
    )  # fmt: skip


def _more(request: ReachRequest, name: str, page: int) -> str:
    return reverse("directives:column", args=[name]) + asking.query(request.GET, "standing", page=page)


def _list_url(request: ReachRequest, standing: str) -> str:
    return reverse("directives:list") + asking.query(request.GET, standing=standing)
