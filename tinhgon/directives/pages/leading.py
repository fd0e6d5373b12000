"""The leader's page: made for a phone in one hand, and one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import SIGN
from tinhgon.directives import statuses
from tinhgon.directives.models import Obligation
from tinhgon.directives.pages.cards import cards_of
from tinhgon.directives.pages.filters import list_url
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.queries import leading
from tinhgon.directives.queries.names import names_of
from tinhgon.directives.queries.sight import visible
from tinhgon.documents.models import Document

GROUPS, OVERDUE, WEEK, WAITING = 6, 6, 6, 6


@dataclass(frozen=True, slots=True)
class Group:
    """A unit or a directive with how much of its work is overdue, and the most days."""

    name: str
    note: str
    count: int
    days: int
    url: str
    share: float


def leading_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the page."""
    today, found = request.today, visible(request.reach).filter(gathers=False)
    week = found.filter(
        state=statuses.OPEN, due_on__gte=today, due_on__lte=leading.end_of_week(today)
    )  # fmt: skip
    lists: list[list[Obligation]] = [
        leading.some(leading.overdue(found, today=today), today=today, most=OVERDUE),
        leading.some(week, today=today, most=WEEK),
        leading.some(found.filter(leading.awaiting(request.reach)), today=today, most=WAITING),
    ]
    cards = cards_of([one for held in lists for one in held], today=today)
    first, second = len(lists[0]), len(lists[0]) + len(lists[1])
    numbers = leading.numbers(found, request.reach, today=today)
    return frame(request, "leading") | {
        "numbers": numbers,
        "by_directive": _by_directive(leading.overdue_by(found, "directive", today=today)),
        "by_unit": _by_unit(leading.overdue_by(found, "unit", today=today), request),
        "overdue": cards[:first],
        "week": cards[first:second],
        "waiting": cards[second:],
        "sunday": leading.end_of_week(today),
        "signs": request.reach.does(SIGN),
        "urls": {
            "overdue": list_url(standing="overdue"),
            "week": list_url(**{"standing": "pending", "from": f"{today:%d/%m/%Y}",
                                "to": f"{leading.end_of_week(today):%d/%m/%Y}"}),
            "waiting": list_url(standing="waiting"),
            "running": reverse("directives:board"),
        },
    }  # fmt: skip


def _by_unit(counted: Iterable[tuple[UUID, int, int]], request: ReachRequest) -> list[Group]:
    found = list(counted)
    most = max((count for _, count, _ in found), default=1)
    names = names_of((unit for unit, _, _ in found[:GROUPS]), on=request.today)
    return [
        Group(
            names.get(unit, "–"),
            "",
            count,
            days,
            list_url(standing="overdue", unit=unit, alone=1),
            100 * count / most,
        )
        for unit, count, days in found[:GROUPS]
    ]


def _by_directive(counted: Iterable[tuple[UUID, int, int]]) -> list[Group]:
    found = list(counted)
    most = max((count for _, count, _ in found), default=1)
    wanted = [one for one, _, _ in found[:GROUPS]]
    papers = Document.objects.filter(pk__in=wanted).only("number", "abstract").in_bulk()
    return [
        Group(paper.number or paper.abstract, paper.abstract if paper.number else "", count, days,
              list_url(standing="overdue", directive=of), 100 * count / most)
        for of, count, days in found[:GROUPS] if (paper := papers.get(of))
    ]  # fmt: skip
