"""From the points of all criteria to the class, or to the classes between which it lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Dated, Numbers, Step, Working
from tinhgon.core.rules.classification.facts import Role
from tinhgon.core.rules.classification.scoring import ZERO, Scored, ranged


@dataclass(frozen=True, slots=True)
class Special:
    """What the special class asks for beside points."""

    role: Role | None
    large: bool | None

    def met(self, roles: Sequence[str]) -> bool | None:
        """Tell whether it is met; None where a fact is missing that could decide."""
        fits = None if self.role is None else self.role in roles
        if fits is False or self.large is False:
            return False
        return None if fits is None or self.large is None else True


@dataclass(frozen=True, slots=True)
class Bounds:
    """Points of the criteria and priority points, at least or at most."""

    points: Decimal
    priority: Decimal
    met: bool

    @property
    def total(self) -> Decimal:
        return self.points + self.priority


def concluded(
    calculation: str,
    criteria: Sequence[Scored],
    priority: Scored,
    special: Special | None,
    *,
    on: date,
    numbers: Numbers,
) -> Working:
    """Add the points up and give the class."""
    method, bands, asked = (
        numbers[f"classification.{name}"].on(on) for name in ("method", "bands", "special_class")
    )
    most = Decimal(method.amount["most_points"])
    met = special.met(asked.amount["roles"]) if special else False
    bounds = (
        Bounds(min(most, sum((one.low for one in criteria), ZERO)), priority.low, met is True),
        Bounds(min(most, sum((one.high for one in criteria), ZERO)), priority.high, met is not False),
    )
    classes = tuple(_class(one, bands, asked) for one in bounds)
    steps = (
        *(step for one in (*criteria, priority) for step in one.steps),
        ranged("points", bounds[0].points, bounds[1].points, method),
        ranged("total", bounds[0].total, bounds[1].total, method),
        *(_special(special, bounds, classes, asked) if special else ()),
        _last(classes, bands),
    )
    return Working(calculation=f"classification.{calculation}", gives=_gives(bounds, classes), steps=steps)


def _class(bounds: Bounds, bands: Dated, asked: Dated) -> str:
    if bounds.met and bounds.points >= asked.amount["points"]:
        return str(asked.amount["class"])
    fitting = (one["class"] for one in bands.amount["from"] if bounds.total >= one["points"])
    return str(next(fitting, bands.amount["otherwise"]))


def _special(
    special: Special, bounds: tuple[Bounds, Bounds], classes: tuple[str, ...], asked: Dated
) -> Iterator[Step]:
    """Tell about the special class where the points could reach it."""
    facts = {"asked": asked.amount["points"]}
    if bounds[1].points < asked.amount["points"]:
        return
    there = [one == asked.amount["class"] for one in classes]
    says = "special" if all(there) else "special_unknown" if any(there) else "special_not"
    yield Step(says, facts, (asked,))


def _last(classes: tuple[str, ...], bands: Dated) -> Step:
    least, most = classes
    if least == most:
        return Step("class", {"class": least}, (bands,))
    return Step("class_open", {"least": least, "most": most}, (bands,))


def _gives(bounds: tuple[Bounds, Bounds], classes: tuple[str, ...]) -> dict[str, Any]:
    """What is certain by its name; what is not is None there and stands in its bounds."""
    low, high = bounds
    return {
        "points": _same(low.points, high.points),
        "priority": _same(low.priority, high.priority),
        "total": _same(low.total, high.total),
        "class": _same(*classes),
        "least_total": low.total,
        "most_total": high.total,
        "least_class": classes[0],
        "most_class": classes[1],
    }


def _same(low: Any, high: Any) -> Any:
    return low if low == high else None
