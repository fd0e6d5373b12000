"""Addresses of the register's pages that keep the day, the moment and the line in view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from tinhgon.core.errors import Refused
from tinhgon.core.rows import LINES, TERRITORIAL
from tinhgon.temporal.middleware import AsOfRequest

KEPT = ("on", "known", "line")
ANY = str(UUID(int=0))


class NoSuchLine(Refused):
    vi = "Không có hệ thống “{line}”. Các hệ thống: {lines}."
    en = "There is no line “{line}”. The lines: {lines}."


def line_of(request: AsOfRequest) -> str:
    """Give the line that the address names, the territorial one if it names none.

    :raises NoSuchLine: it names another.
    """
    line = request.GET.get("line", "") or TERRITORIAL
    if line not in LINES:
        raise NoSuchLine(line=line[:40], lines=LINES)
    return line


@dataclass(frozen=True, slots=True)
class Links:
    """Makes addresses; a page has thousands, so the pattern is reversed once and filled in."""

    kept: dict[str, str]
    pattern: str

    @classmethod
    def of(cls, request: AsOfRequest) -> Links:
        """Keep what the request's own address says."""
        kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
        return cls(kept, reverse("register:unit", args=[ANY]))

    def unit(self, unit: UUID, *, on: date | None = None) -> str:
        """Give the page of a unit, on another day if one is named."""
        return self.pattern.replace(ANY, str(unit)) + self._query(on)

    def branch(self, unit: UUID) -> str:
        """Give the fragment with a unit's children."""
        return f"{self.pattern.replace(ANY, str(unit))}branch/{self._query(None)}"

    def post(self, post: UUID, *, on: date | None = None) -> str:
        """Give the page of a post, on another day if one is named."""
        return reverse("register:post", args=[post]) + self._query(on)

    def person(self, person: UUID) -> str:
        """Give the dossier of somebody, where the program has dossiers."""
        try:
            return reverse("people:person", args=[person]) + self._query(None)
        except NoReverseMatch:
            return ""

    def page(self, name: str, *args: object) -> str:
        """Give another page of the register."""
        return reverse(f"register:{name}", args=args) + self._query(None)

    def about(self, unit: UUID, name: str, *, parameter: str = "unit") -> str:
        """Give any page of the program with a unit as a parameter."""
        return f"{reverse(name)}?{urlencode(self.kept | {parameter: str(unit)}, safe='/:')}"

    def _query(self, on: date | None) -> str:
        kept = self.kept | ({"on": on.isoformat()} if on else {})
        return f"?{urlencode(kept, safe='/:')}" if kept else ""
