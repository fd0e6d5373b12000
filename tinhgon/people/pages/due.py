"""One that falls due, in words: a term that ends, a pension that begins, what is missing to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from tinhgon.core.days import months_after
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.listing import place
from tinhgon.people.queries.pensions import Schedule
from tinhgon.people.queries.upcoming import LACKING, PENSION, TERM, Due
from tinhgon.register.pages.staff_words import in_words, initials, tone
from tinhgon.rules.library import book
from tinhgon.rules.words import Citation, sources


@dataclass(frozen=True, slots=True)
class DueRow:
    """One of the list, in words."""

    one: Due
    what: str
    title: str
    url: str
    post_url: str
    unit_url: str
    initials: str
    tone: int
    place: str

    @property
    def by_rule(self) -> bool:
        """Tell whether the day is one of the law, not of a decision."""
        return self.one.what == PENSION


def due_row(one: Due, links: PeopleLinks) -> DueRow:
    """Word one."""
    return DueRow(
        one, what(one), in_words(one.title), links.page("person", one.person), links.register.post(one.post),
        links.register.unit(one.unit), initials(one.name), tone(one.name), place(one),
    )  # fmt: skip


def what(one: Due) -> str:
    """Say what falls due."""
    if one.what == TERM:
        return gettext("hết nhiệm kỳ")
    if one.what == PENSION and one.on:
        reached = months_after(one.on, -1)
        return gettext("hưởng lương hưu, đủ tuổi trong tháng %(month)s") % {"month": f"{reached:%m/%Y}"}
    if one.what == LACKING:
        return ", ".join(_lacking(one))
    return gettext("sinh %(born)s, trước lộ trình hiện hành") % {"born": one.born}


def basis(schedule: Schedule | None) -> Citation | None:
    """Give the place where the schedule is written, in the reader's language."""
    if schedule is None:
        return None
    cited: Sequence[Citation] = sources([schedule.value], get_language() or "vi", book())
    return cited[0]


def _lacking(one: Due) -> list[str]:
    said = []
    if one.born is None:
        said.append(gettext("chưa ghi ngày sinh"))
    elif one.born.month is None:
        said.append(gettext("chỉ ghi năm sinh (%(year)d)") % {"year": one.born.year})
    return said if one.sex else [*said, gettext("chưa ghi giới tính")]
