"""Points of one criterion: certain where its fact is known, else the least and the most that it can give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

from tinhgon.core.rulebook import Dated, Numbers, Step, allowed_at

Number: TypeAlias = Decimal | int
ZERO, WHOLE = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Scored:
    """The points of a criterion, from `low` to `high`, and the steps that tell them."""

    low: Decimal
    high: Decimal
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Scores the criteria of one kind of unit as the figures are on a day."""

    kind: str
    on: date
    numbers: Numbers

    def figure(self, name: str) -> Dated:
        """Give a figure of this kind of unit."""
        return self.common(f"{self.kind}_{name}")

    def common(self, name: str) -> Dated:
        """Give a figure that all kinds of units share."""
        return self.numbers[f"classification.{name}"].on(self.on)

    def scaled(self, name: str, value: Number | None, *, says: str | None = None) -> Scored:
        """Score by a scale: so many points up to a level, more by proportion above it."""
        dated = self.figure(name)
        if value is None:
            scale = _scale(dated.amount)
            least = ZERO if "least" in dated.amount else Decimal(scale["points"])
            return open_between(says or name, least, Decimal(scale["most"]), dated)
        if value < (least := dated.amount.get("least", value)):
            return certain(f"{says or name}_below", ZERO, dated, value=value, least=least)
        return self._by(says or name, value, _scale(dated.amount), dated)

    def mountain(self, name: str, value: Number | None, mountain: bool | None) -> Scored:
        """Score by a scale whose levels are lower for a unit in the mountains."""
        if value is None:
            return self.scaled(name, value)
        dated, percent = self.figure(name), self.figure(f"{name}_mountain")
        lowered = {part: dated.amount[part] * percent.amount / WHOLE for part in ("from", "step")}
        high = self._by(f"{name}_mountain", value, dated.amount | lowered, dated, percent)
        return either("mountain", mountain, high, self.scaled(name, value))

    def reached(self, name: str, value: Number | None, *, says: str) -> Scored:
        """Score a level that is reached or not."""
        dated = self.figure(name)
        points, least = Decimal(dated.amount["points"]), dated.amount["least"]
        if value is None:
            return open_between(says, ZERO, points, dated)
        return certain(says, points if value >= least else ZERO, dated, value=value, least=least)

    def given(self, name: str, there: bool | None) -> Scored:
        """Score what a unit has or has not."""
        dated = self.figure(name)
        points = Decimal(dated.amount["points"])
        if there is None:
            return open_between(name, ZERO, points, dated)
        return certain(name, points, dated) if there else certain(f"{name}_not", ZERO, dated)

    def ranked(self, name: str, place: int | None) -> Scored:
        """Score a place in a list by bands."""
        dated = self.figure(name)
        if place is None:
            all_points = [Decimal(band["allowed"]) for band in dated.amount]
            return open_between(name, min(all_points), max(all_points), dated)
        return certain(name, Decimal(allowed_at(dated.amount, place)), dated, value=place)

    def _by(self, says: str, value: Number, scale: Mapping[str, Any], *cited: Dated) -> Scored:
        places = self.common("method").amount["decimals"]
        points = proportional(scale, value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        # In the sentence `points` are what the unit gets, `base` what the scale begins with.
        levels = {"from": scale["from"], "step": abs(scale["step"]), "most": scale["most"]}
        return certain(says, points, *cited, value=value, base=scale["points"], more=scale["more"], **levels)


def proportional(scale: Mapping[str, Any], value: Number) -> Decimal:
    """Give the points of a scale; a part of a step above `from` gives that part of `more`."""
    beyond = max(ZERO, (Decimal(value) - scale["from"]) / scale["step"])
    points: Decimal = scale["points"] + beyond * scale["more"]
    return min(points, Decimal(scale["most"]))


def either(name: str, which: bool | None, first: Scored, second: Scored) -> Scored:
    """Take the first where `which` is so, the second where it is not, else all that both can give."""
    if which is not None:
        return first if which else second
    low, high = min(first.low, second.low), max(first.high, second.high)
    return open_between(name, low, high, *first.steps[0].cited)


def gap(own: Decimal | None, average: Decimal | None) -> Decimal | None:
    """Give how far a rate lies above an average; unknown where one of them is."""
    return None if own is None or average is None else own - average


def certain(says: str, points: Decimal, *cited: Dated, **facts: Any) -> Scored:
    """Give points that are known."""
    return Scored(points, points, (Step(says, {"points": points, **facts}, cited),))


def open_between(of: str, low: Decimal, high: Decimal, *cited: Dated) -> Scored:
    """Give what a criterion can bring where its fact is not known."""
    return Scored(low, high, (Step(f"{of}_unknown", {"low": low, "high": high}, cited),))


def ranged(says: str, low: Decimal, high: Decimal, *cited: Dated, **facts: Any) -> Step:
    """Tell a sum: in one number where it is certain, else from what to what."""
    if low == high:
        return Step(says, {"sum": low, **facts}, cited)
    return Step(f"{says}_open", {"low": low, "high": high, **facts}, cited)


def _scale(amount: Mapping[str, Any]) -> Mapping[str, Any]:
    """A figure is a scale, or a scale with the least from which it counts."""
    return amount.get("scale", amount)  # type: ignore[no-any-return]
