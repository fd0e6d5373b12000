"""The page of all findings of a day, and the part of a unit's or a person's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from tinhgon.core.rulebook import Finding
from tinhgon.findings.pages import counting
from tinhgon.findings.picture import Picture
from tinhgon.findings.standing import Open, standing
from tinhgon.register.models import Person
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.queries.people import visible
from tinhgon.rules.library import book
from tinhgon.temporal.middleware import AsOfRequest

ROWS = 50
UNITS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One finding, and whom it is about."""

    finding: Finding
    weight: str
    name: str = ""
    url: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to: a rule, a weight, what lies under a unit."""

    rule: str
    weight: str
    unit: UUID | None

    @property
    def any(self) -> bool:
        """Tell whether it is narrowed at all."""
        return bool(self.rule or self.weight or self.unit)

    def narrowed(self, found: Iterable[Open], seen: Picture) -> list[Open]:
        """Keep what is asked for."""
        kept = [one for one in found if self._fits(one)]
        if self.unit is None:
            return kept
        groups = counting.grouping(kept, seen)
        return [one for one in kept if one.unit and groups.get(one.unit) == self.unit]

    def _fits(self, one: Open) -> bool:
        return self.rule in ("", one.judged.finding.rule) and self.weight in ("", counting.weight(one))


def filters_of(request: AsOfRequest) -> Filters:
    """Read the filters of an address; what is not known filters nothing."""
    rule, weight = request.GET.get("rule", ""), request.GET.get("weight", "")
    return Filters(
        rule if rule in book().rules else "",
        weight if weight in counting.WEIGHTS else "",
        _as_uuid(request.GET.get("unit", "")),
    )


def listing_page(request: AsOfRequest) -> dict[str, Any]:
    """Gather the page: all is judged once, then counted and narrowed."""
    seen, found = standing(request.as_of, reach_of(request))
    filters, number = filters_of(request), page_number(request)
    listed = sorted(
        filters.narrowed(found, seen), key=lambda one: counting.WEIGHTS.index(counting.weight(one))
    )
    shown = listed[(number - 1) * ROWS : number * ROWS]
    units = counting.by_unit(filters.narrowed(found, seen) if filters.any else found, seen)
    told = lines(shown, request, {unit: seen.label(unit) for unit in seen.units})
    return {
        "asof": asof_bar(request), "as_of": request.as_of, "filters": filters,
        "total": counting.tally(found), "count": len(listed), "weights": counting.WEIGHTS,
        "rules": [(rule, _title(rule), of) for rule, of in counting.by_rule(found)],
        "units": units[:UNITS], "more_units": max(len(units) - UNITS, 0),
        "rule_title": _title(filters.rule), "unit": seen.units.get(filters.unit) if filters.unit else None,
        "lines": told, "illustrative": any(line.illustrative for line in told),
        "page": Page(number, number * ROWS < len(listed)),
    }  # fmt: skip


def lines(found: Sequence[Open], request: AsOfRequest, units: dict[UUID, str]) -> list[Line]:
    """Word findings, each with the unit or the person that it is about."""
    people = _named(found, request)
    links = Links.of(request)
    return [_line(one, links, units, people) for one in found]


def _named(found: Sequence[Open], request: AsOfRequest) -> dict[UUID, Person]:
    people = [one.judged.person for one in found if one.judged.person]
    return {one.pk: one for one in visible(reach_of(request)).filter(pk__in=people)} if people else {}


def _line(one: Open, links: Links, units: dict[UUID, str], people: dict[UUID, Person]) -> Line:
    judged, weight = one.judged, counting.weight(one)
    if judged.person:
        one_of = people.get(judged.person)
        name, illustrative = (one_of.name, one_of.illustrative) if one_of else ("", False)
        return Line(judged.finding, weight, name, links.person(judged.person), illustrative)
    if judged.unit:
        return Line(judged.finding, weight, units.get(judged.unit, ""), links.unit(judged.unit))
    return Line(judged.finding, weight)


def _title(rule: str) -> str:
    found = book().rules.get(rule)
    return found.title.told(get_language() or "vi") if found else rule


def _as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
