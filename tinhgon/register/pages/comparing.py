"""The page that compares two days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tinhgon.core.compare import KINDS, Difference, Kind
from tinhgon.core.periods import parse_day
from tinhgon.register.pages.asof import AsOfBar, asof_bar
from tinhgon.register.pages.differences import Wording, heading, line, mark_of
from tinhgon.register.pages.links import Links, line_of
from tinhgon.register.pages.marking import is_cut, marked_tree
from tinhgon.register.queries import comparing, tallies
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.middleware import AsOfRequest

PAGE = 200
OFFERED = 6  # change days that the page offers to compare
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Count:
    """How many differences of a kind there are."""

    kind: Kind
    name: str
    mark: str
    count: int
    is_chosen: bool


def compare_page(request: AsOfRequest) -> dict[str, Any]:
    """Compare the day in view with an earlier one, which `straight` has seen to.

    :raises NoSuchDay: the first day is none.
    """
    bar, links = asof_bar(request), Links.of(request)
    first, second = parse_day(request.GET["a"]), request.as_of
    found = comparing.compared(AsOf(first, second.known), second, line=line_of(request))
    names = ({node.id: node.name for node in nodes} for nodes in (found.before, found.after))
    wording = Wording(first, second.valid, links, tallies.kinds(), *names)
    return {
        "asof": bar,
        "links": links,
        "line": line_of(request),
        "first": first,
        "second": second.valid,
        "total": len(found.differences),
        "tree": marked_tree(found, wording),
        "is_cut": is_cut(found),
        "offers": offers(bar),
    } | _chosen(request, found.differences, wording)


def straight(request: AsOfRequest) -> str | None:
    """Give the address in which the later of two days is the day in view, so that the bar moves it.

    Where no first day is written, the days around the last upheaval are compared.

    :raises NoSuchDay: one of the days is none.
    """
    written = {name: request.GET.get(name, "").strip() for name in ("a", "b")}
    first = parse_day(written["a"]) if written["a"] else None
    second = parse_day(written["b"]) if written["b"] else request.as_of.valid
    if first is None:
        second = comparing.last_upheaval(AsOf(second, request.as_of.known), line=line_of(request)) or second
        first = second - ONE_DAY if second > date.min else second
    elif not written["b"] and first <= second:
        return None
    query = request.GET.copy()
    query.pop("b", None)
    query["on"], query["a"] = max(first, second).isoformat(), min(first, second).isoformat()
    return f"{request.path}?{query.urlencode('/:')}"


def offers(bar: AsOfBar) -> list[tuple[date, date, str]]:
    """Offer the latest changes: the day before each, the day itself, how many decisions."""
    latest = [(day - ONE_DAY, day, label) for day, label, _ in bar.marks if day <= max(bar.day, bar.today)]
    return latest[: -OFFERED - 1 : -1]


def _chosen(request: AsOfRequest, found: Sequence[Difference], wording: Wording) -> dict[str, Any]:
    """Keep the kind that the reader chose, and the page."""
    kind = request.GET.get("kind", "")
    counted = Counter(one.kind for one in found)
    wanted = [one for one in found if not kind or one.kind == kind]
    pages = max(-(-len(wanted) // PAGE), 1)
    page = min(max(_number(request.GET.get("page", "")), 1), pages)
    return {
        "counts": [Count(k, heading(k), mark_of(k), counted[k], k == kind) for k in KINDS if counted[k]],
        "kind": kind if kind in counted else "",
        "groups": _grouped([line(one, wording) for one in wanted[(page - 1) * PAGE : page * PAGE]]),
        "page": page,
        "pages": pages,
        "previous_page": page - 1 if page > 1 else None,
        "next_page": page + 1 if page < pages else None,
    }


def _grouped(lines: Sequence[Any]) -> list[tuple[str, str, list[Any]]]:
    """Part lines by kind; they come in that order."""
    groups: dict[Kind, list[Any]] = {}
    for one in lines:
        groups.setdefault(one.kind, []).append(one)
    return [(heading(kind), mark_of(kind), rows) for kind, rows in groups.items()]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
