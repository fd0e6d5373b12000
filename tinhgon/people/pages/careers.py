"""The time line of a career: posts, grades, and what the dossier tells of the time before and beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.core.partial import PartialDay
from tinhgon.core.rows import REGULAR
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.listing import grade, place
from tinhgon.people.queries.careers import Career, Graded, Stretch
from tinhgon.people.queries.dossiers import Shown
from tinhgon.register.models import Decision
from tinhgon.register.pages.staff_words import WAYS, in_words

# Which field of a section tells the day, where its entries have no days of their own.
DATED = {"award": "awarded_on", "recruitment": "recruited_on"}
TOLD = ("history", "education", "training", "award", "recruitment", "military", "discipline")
ICONS = {"education": "school", "training": "school", "award": "award", "discipline": "gavel"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a career; `day` is how much of the day is known."""

    day: PartialDay
    until: PartialDay | None
    title: str
    tag: str = ""
    url: str = ""
    source: str = ""
    source_url: str = ""
    note: str = ""
    icon: str = "briefcase"
    is_major: bool = False
    is_current: bool = False
    is_future: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """What the steps need: the documents that may be seen, addresses, the day in view."""

    documents: Mapping[UUID, Decision]
    links: PeopleLinks
    day: date

    def source(self, decision: UUID | None) -> tuple[str, str]:
        """Name a decision and give its page."""
        found = self.documents.get(decision) if decision else None
        if found is None:
            return "", ""
        return str(found), self.links.register.page("decision", found.pk)


def decisions_in(career: Career) -> set[UUID]:
    """Collect the decisions that a career names."""
    return {
        *(one.decision for one in career.stretches),
        *(one.merged_by for one in career.stretches if one.merged_by),
        *(one.decision for one in career.gradings),
        *career.acts.values(),
    }


def steps(career: Career, shown: Iterable[Shown], telling: Telling) -> list[Step]:
    """Tell a career, the latest first."""
    told = [
        *_held(career, telling),
        *(_graded(one, telling) for one in career.gradings),
        *_entered(shown, telling),
    ]
    return sorted(told, key=lambda step: (step.day.earliest, step.is_major), reverse=True)


def _held(career: Career, telling: Telling) -> Iterator[Step]:
    begun = {one.since for one in career.stretches}
    ended = {(one.post, one.held_until) for one in career.stretches if one.held_until}
    seen: set[tuple[str, str, str, UUID]] = set()
    for one in career.stretches:
        again = one.is_first and (one.post, one.since) in ended
        same = (one.title.vi, one.unit_name, one.how, one.post)
        if one.is_first or one.came_from or same not in seen:
            yield _stretch(one, telling, again=again)
        seen.add(same)
        if one.until and one.until == one.held_until and one.until not in begun:
            yield _end(one, career, telling)


def _stretch(one: Stretch, telling: Telling, *, again: bool) -> Step:
    what = gettext("%(title)s, %(unit)s") % {"title": in_words(one.title), "unit": place(one)}
    if one.came_from:
        says = (
            gettext("Chuyển theo sáp nhập: %(before)s → %(after)s (%(title)s)")
            if one.came_from_ended
            else gettext("Vị trí chuyển đơn vị: %(before)s → %(after)s (%(title)s)")
        )
        what = says % {"before": one.came_from, "after": place(one), "title": in_words(one.title)}
    elif again:
        what = gettext("Bổ nhiệm lại: %(what)s") % {"what": what}
    source, url = telling.source(one.merged_by or one.decision)
    return Step(
        PartialDay.of(one.since), _last(one.until), what,
        tag="" if one.how == REGULAR else str(WAYS[one.how]),
        url=telling.links.register.post(one.post, on=one.since), source=source, source_url=url,
        note=_note(one, telling), icon="git-merge" if one.came_from else "briefcase", is_major=True,
        is_current=one.holds_on(telling.day), is_future=one.since > telling.day,
    )  # fmt: skip


def _note(one: Stretch, telling: Telling) -> str:
    """Say which act gave a post its place, where the merger is another one, and until when the term is."""
    placed = telling.source(one.decision)[0] if one.merged_by not in (None, one.decision) else ""
    by = gettext("vị trí theo %(act)s") % {"act": placed} if placed else ""
    return " · ".join(filter(None, (by, _term(one))))


def _term(one: Stretch) -> str:
    if one.term_until is None:
        return ""
    return gettext("nhiệm kỳ đến %(day)s") % {"day": f"{one.term_until:%d/%m/%Y}"}


def _end(one: Stretch, career: Career, telling: Telling) -> Step:
    """Tell that somebody left and took nothing up on that day."""
    assert one.until is not None  # noqa: S101
    says = gettext("Thôi giữ chức vụ %(title)s, %(unit)s")
    source, url = telling.source(career.acts.get(one.until))
    return Step(
        PartialDay.of(one.until), None, says % {"title": in_words(one.title), "unit": place(one)},
        source=source, source_url=url, icon="logout", is_future=one.until > telling.day,
    )  # fmt: skip


def _graded(one: Graded, telling: Telling) -> Step:
    source, url = telling.source(one.decision)
    return Step(
        PartialDay.of(one.since), _last(one.until), gettext("Xếp ngạch %(grade)s") % {"grade": grade(one)},
        source=source, source_url=url, icon="stairs-up", is_current=False, is_future=one.since > telling.day,
    )  # fmt: skip


def _last(until: date | None) -> PartialDay | None:
    return PartialDay.of(date.fromordinal(until.toordinal() - 1)) if until else None


def _entered(shown: Iterable[Shown], telling: Telling) -> Iterator[Step]:
    """Tell entries of which at least the year is known."""
    for one in shown:
        day = one.since or _written(one)
        if one.section.code not in TOLD or day is None or not one.values:
            continue
        yield Step(
            day, one.until, summary(one), tag=str(one.section), icon=ICONS.get(one.section.code, "file-text"),
            is_future=day.earliest > telling.day,
        )  # fmt: skip


def _written(one: Shown) -> PartialDay | None:
    text = one.values.get(DATED.get(one.section.code, ""))
    return PartialDay.parse(text) if text else None


def summary(one: Shown) -> str:
    """Say an entry in a line: its fields one after the other, but the day that stands beside it."""
    dated = DATED.get(one.section.code, "")
    return ", ".join(str(value) for field, value in one.lines if field.code != dated and value)


def now(career: Career, day: date) -> list[Any]:
    """Give what is held on the day, the main post first."""
    return [one for one in career.stretches if one.holds_on(day)]
