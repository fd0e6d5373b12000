"""The new units of a plan as pages show them: members, seat, figures, and what is to be said against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Finding
from tinhgon.lab.drawing import Drawn
from tinhgon.lab.drawing.breaches import breaches_of
from tinhgon.lab.ground.findings import judged
from tinhgon.lab.ground.values import Unit
from tinhgon.lab.pages.numbers import number
from tinhgon.register.pages.faults import said
from tinhgon.register.pages.words import listed
from tinhgon.rules.library import book
from tinhgon.solvers.consolidate.units import Below, NewUnit

MET, MISSED, WAIVED = "met", "missed", "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A new unit; one with a single member is one that stays as it is."""

    number: int
    name: str
    kind: str
    seat: Unit
    members: tuple[Unit, ...]
    new: NewUnit
    findings: tuple[Finding, ...]
    breaches: tuple[Refused, ...]

    @property
    def key(self) -> UUID:
        """The member that names it in addresses."""
        return self.seat.id

    @property
    def merged(self) -> bool:
        """Tell whether it takes in more than one."""
        return len(self.members) > 1

    @property
    def population(self) -> float | None:
        """Its people."""
        return self.new.sums.get("population")

    @property
    def area(self) -> float | None:
        """Its land in square kilometres."""
        return self.new.sums.get("area_km2")

    @property
    def met(self) -> str:
        """Tell whether it reaches its standards, misses one, or is asked nothing."""
        if any(one.missed for one in self.new.below):
            return MISSED
        return WAIVED if self.new.below else MET

    @property
    def shortfalls(self) -> list[str]:
        """Say what it does not reach, and by how much."""
        return [short_of(one) for one in self.new.below]

    @property
    def broken(self) -> list[str]:
        """Say which conditions it breaks."""
        return [said(one) for one in self.breaches]

    @property
    def sentence(self) -> str:
        """Say what becomes what."""
        names = listed([one.name for one in self.members])
        return gettext("%(members)s hợp thành %(new)s.") % {"members": names, "new": self.name}


def short_of(below: Below) -> str:
    """Say which standard is not reached, found against asked."""
    found = {"found": number(below.found, 2), "asked": number(below.asked, 2)}
    if below.measure == "population":
        text = gettext("dân số %(found)s / %(asked)s người") % found
    elif below.measure == "area_km2":
        text = gettext("diện tích %(found)s / %(asked)s km²") % found
    else:
        text = f"{below.measure} {found['found']} / {found['asked']}"
    return text


def bodies_of(drawn: Drawn, numbers: Iterable[int] | None = None) -> list[Body]:
    """Give new units of a plan, all or some, each judged by the rules and by the scenario's conditions."""
    chosen = range(len(drawn.units)) if numbers is None else numbers
    return [_body(drawn, one) for one in chosen]


def _body(drawn: Drawn, number_: int) -> Body:
    ground, new = drawn.ground, drawn.units[number_]
    label = drawn.labels[number_]
    return Body(
        number=number_, name=label.name, kind=label.kind, seat=ground.units[new.seat],
        members=tuple(ground.units[place] for place in new.members), new=new,
        findings=judged(new, ground.units[new.seat].facts, ground.law, book()),
        breaches=breaches_of(ground, new),
    )  # fmt: skip


def body_with(drawn: Drawn, member: UUID) -> Body | None:
    """Give the new unit that a unit is in."""
    place = drawn.ground.place.get(member)
    return None if place is None else _body(drawn, int(drawn.plan.into[place]))


def kinds_of(bodies: Iterable[Body], names: Mapping[str, str]) -> dict[str, int]:
    """Count new units by kind."""
    counts: dict[str, int] = {}
    for one in bodies:
        name = names.get(one.kind, one.kind)
        counts[name] = counts.get(name, 0) + 1
    return counts
