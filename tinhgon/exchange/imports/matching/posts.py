"""Finds posts by unit and title, on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from tinhgon.exchange.imports import refusals
from tinhgon.register.models import PostTitle, PostVersion


class Posts:
    """The posts of some units over time, those that a workbook itself makes among them."""

    def __init__(self, units: Iterable[UUID]) -> None:
        self._rows: dict[tuple[UUID, str], list[PostVersion]] = defaultdict(list)
        self.new: dict[tuple[UUID, str], UUID] = {}
        self.titles = {one.code: one.name_vi for one in PostTitle.objects.all()}
        self._own = {one.code: one.rank for one in PostTitle.objects.all()}
        for row in PostVersion.objects.throughout().filter(unit__in=set(units)):
            self._rows[row.unit_id, row.title_id].append(row)

    def on(self, unit: UUID, title: str, day: date) -> list[PostVersion]:
        """Give the posts of a title that stand in a unit on a day."""
        return [row for row in self._rows.get((unit, title), ()) if day in row.valid]

    def one(self, unit: UUID, title: str, day: date, *, called: str) -> UUID:
        """Give the one post of a title in a unit on a day.

        :raises UnknownPost, SeveralPosts: there is none, or more than one.
        """
        found = self.on(unit, title, day)
        if len(found) == 1:
            return UUID(str(found[0].post_id))
        said = {"unit": called, "title": self.titles[title], "day": day}
        if found:
            raise refusals.SeveralPosts(count=len(found), **said)
        there = {self.titles[of] for (where, of), rows in self._rows.items() if where == unit
                 for row in rows if day in row.valid}  # fmt: skip
        raise refusals.UnknownPost(suggested=tuple(sorted(there))[:3], **said)

    def rank(self, title: str) -> str:
        """Give the usual rank of a title."""
        return self._own[title]
