"""Who is placed where, who is left over and why, and whether it falls evenly on all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import Reach
from tinhgon.lab.drawing import Drawn
from tinhgon.lab.models import PlannedPost, Scenario
from tinhgon.lab.pages.numbers import number
from tinhgon.lab.queries.chosen import bodies_in, tree_of
from tinhgon.lab.queries.placings import Placed, names_seen, placed
from tinhgon.lab.staffing.words import rule_of, sentence_of
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.pages.staff_words import in_words
from tinhgon.register.queries.codes import TITLE, codes

LISTED = 40
HOLDERS = 3  # of a post, by name
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The words for what a line names."""

    titles: Mapping[str, str]
    bodies: Mapping[UUID, str]
    posts: Mapping[UUID, PlannedPost]
    people: Mapping[UUID, str]

    def post(self, title: str | None, member: UUID | None) -> str:
        """Name a planned post."""
        return f"{self.titles.get(title or '', title)} – {self.bodies.get(member, '') if member else ''}"

    def holders(self, people: Sequence[str]) -> str:
        """Name who has a post: a few by name, of whom the reader may see them, the rest counted."""
        shown = [self.people[UUID(one)] for one in people[:HOLDERS] if UUID(one) in self.people]
        more = len(people) - len(shown)
        rest = [gettext("và %(count)s người khác") % {"count": more}] if more and shown else []
        alone = [gettext("%(count)s người") % {"count": more}] if more and not shown else []
        return ", ".join([*shown, *alone]) + (" " + rest[0] if rest else "")


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
        "lines": _lines(shown, drawn, scenario, request.reach),
        "shares": shares(people, drawn, scenario.effective_on),
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


def _lines(shown: Sequence[Placed], drawn: Drawn, scenario: Scenario, reach: Reach) -> list[Line]:
    if not shown:
        return []
    nearest = [near for row in shown for near in row.why.get("nearest", ())]
    wanted = [one for near in nearest if (one := _uuid(near.get("post")))]
    holders = {UUID(one) for near in nearest for one in near.get("holders", ())[:HOLDERS]}
    said = Names(
        titles=codes()[TITLE], bodies=_bodies(scenario),
        posts={one.pk: one for one in PlannedPost.objects.filter(scenario=scenario, pk__in=wanted)},
        people=names_seen(holders, reach),
    )  # fmt: skip
    return [_line(one, drawn, said) for one in shown]


def _bodies(scenario: Scenario) -> Mapping[UUID, str]:
    """Name the body that each unit of a plan merges into, those below the new units included."""
    bodies = bodies_in(scenario, tree_of(scenario))
    return {member: body.name for body in bodies for member in body.members}


def _line(one: Placed, drawn: Drawn, said: Names) -> Line:
    place, why = drawn.ground.place.get(one.origin) if one.origin else None, one.why
    return Line(
        placed=one, origin="" if place is None else drawn.ground.units[place].name,
        post=said.post(one.title, one.member) if one.post else "",
        sentence=in_words(sentence_of(why)),
        funnel=[(in_words(rule_of(code)), number(count)) for code, count in why.get("funnel", {}).items()],
        nearest=[_near(row, said) for row in why.get("nearest", ())],
    )  # fmt: skip


def _near(row: Mapping[str, Any], said: Names) -> tuple[str, str, str, str, str]:
    key = _uuid(row.get("post"))
    post = said.posts.get(key) if key else None
    price = number(row.get("price"), 0) if row.get("price") is not None else "–"
    if post is None:
        return "", "–", "", price, ""
    title, unit = said.titles.get(post.title_id, post.title_id), said.bodies.get(post.member, "")
    return str(key), title, unit, price, said.holders(row.get("holders", ()))


def _uuid(text: Any) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
