"""Who is placed where, who is left over and why, and whether it falls evenly on all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.drawing import Drawn
from tinhgon.lab.models import PlannedPost, Scenario
from tinhgon.lab.pages.numbers import number
from tinhgon.lab.queries.placings import Placed, placed
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.queries.codes import TITLE, codes

LISTED = 40
YOUNG = 42  # years; below it somebody counts as young in a leadership team
KINDS = ("left", "placed", "leaving", "pinned")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group are placed."""

    name: str
    people: int
    placed: int
    left: int
    leaving: int

    @property
    def percent(self) -> float:
        """Give the share that is placed, among those who stay."""
        stay = self.people - self.leaving
        return 100 * self.placed / stay if stay else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A person on the page: from where, to where, and why not elsewhere."""

    placed: Placed
    origin: str
    post: str
    sentence: str
    funnel: Sequence[tuple[str, str]]
    nearest: Sequence[tuple[str, str, str, str, str]]


def staff_page(request: ReachRequest, scenario: Scenario, drawn: Drawn | None) -> dict[str, Any]:
    """Gather the page, of people within reach only."""
    if drawn is None:
        return {}
    people = placed(scenario, [one.id for one in drawn.ground.units], request.reach)
    kind, asked = request.GET.get("kind", "left"), page_number(request)
    kind = kind if kind in KINDS else "left"
    listed = [one for one in people if _is(one, kind)]
    shown = listed[(asked - 1) * LISTED : asked * LISTED]
    return {
        "people": len(people), "counts": {name: sum(_is(one, name) for one in people) for name in KINDS},
        "kind": kind, "page": Page(asked, asked * LISTED < len(listed)), "listed": len(listed),
        "lines": _lines(shown, drawn, scenario), "shares": shares(people, drawn, scenario.effective_on),
        "posts": PlannedPost.objects.filter(scenario=scenario).count(),
        "illustrative": any(one.illustrative for one in people),
    }  # fmt: skip


def shares(people: Sequence[Placed], drawn: Drawn, on: date) -> list[tuple[str, list[Share]]]:
    """Give the share that is placed, by sex, by age and by today's unit: the lowest first."""
    names = {one.id: one.name for one in drawn.ground.units}
    sexes = {"female": gettext("Nữ"), "male": gettext("Nam")}
    return [
        (gettext("Theo giới"), _by(people, lambda one: sexes.get(one.sex, gettext("chưa ghi")))),
        (gettext("Theo tuổi"), _by(people, lambda one: _age(one, on))),
        (gettext("Theo đơn vị cũ"), _by(people, lambda one: _home(one, names))),
    ]  # fmt: skip


def _by(people: Iterable[Placed], of: Callable[[Placed], str]) -> list[Share]:
    groups: dict[str, list[Placed]] = {}
    for one in people:
        groups.setdefault(of(one), []).append(one)
    found = [
        Share(
            name, len(members), sum(_is(one, "placed") for one in members),
            sum(_is(one, "left") for one in members), sum(one.leaves for one in members),
        )
        for name, members in groups.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.percent, one.name))


def _home(one: Placed, names: Mapping[UUID, str]) -> str:
    return (names.get(one.origin) if one.origin else None) or gettext("chưa rõ")


def _age(one: Placed, on: date) -> str:
    if one.born is None:
        return gettext("chưa rõ")
    years = on.year - one.born.year - ((on.month, on.day) < (one.born.month, one.born.day))
    if years < YOUNG:
        return gettext("dưới %(years)s tuổi") % {"years": YOUNG}
    return gettext("từ %(years)s tuổi") % {"years": YOUNG}


def _is(one: Placed, kind: str) -> bool:
    return {
        "left": one.post is None and not one.leaves, "placed": one.post is not None,
        "leaving": one.leaves, "pinned": one.pinned,
    }[kind]  # fmt: skip


def _lines(shown: Sequence[Placed], drawn: Drawn, scenario: Scenario) -> list[Line]:
    if not shown:
        return []
    titles, places = codes()[TITLE], drawn.ground.place
    wanted = [_uuid(one.get("post")) for row in shown for one in row.why.get("nearest", ())]
    rows = PlannedPost.objects.filter(scenario=scenario, pk__in=[one for one in wanted if one])
    posts = {one.pk: one for one in rows}

    def body(member: UUID | None) -> str:
        place = places.get(member) if member else None
        return "" if place is None else drawn.labels[int(drawn.plan.into[place])].name

    return [_line(one, drawn, titles, posts, body) for one in shown]


def _line(
    one: Placed, drawn: Drawn, titles: Mapping[str, str], posts: Mapping[UUID, PlannedPost],
    body: Callable[[UUID | None], str],
) -> Line:  # fmt: skip
    place = drawn.ground.place.get(one.origin) if one.origin else None
    why = one.why
    return Line(
        placed=one, origin="" if place is None else drawn.ground.units[place].name,
        post=f"{titles.get(one.title or '', one.title)} – {body(one.member)}" if one.post else "",
        sentence=str(why.get("sentence", "")),
        funnel=[(str(row.get("rule", "")), number(row.get("removed"))) for row in why.get("funnel", ())],
        nearest=[_near(row, titles, posts, body) for row in why.get("nearest", ())],
    )  # fmt: skip


def _near(
    row: Mapping[str, Any], titles: Mapping[str, str], posts: Mapping[UUID, PlannedPost],
    body: Callable[[UUID | None], str],
) -> tuple[str, str, str, str, str]:  # fmt: skip
    key = _uuid(row.get("post"))
    post = posts.get(key) if key else None
    title = titles.get(post.title_id, post.title_id) if post else str(row.get("post", ""))
    unit = body(post.member) if post else str(row.get("unit", ""))
    price = number(row.get("price"), 0) if row.get("price") is not None else "–"
    return (str(key) if post else "", title, unit, price, str(row.get("holder") or ""))


def _uuid(text: Any) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
