"""Every fault of an input at once, in the order: units, neighbours, standards, conditions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.solvers.consolidate.faults import demanded, demands, ground
from tinhgon.solvers.consolidate.faults.kinds import Fault
from tinhgon.solvers.consolidate.values import Conditions, Standards, Territory


class FaultyInput(Refused):
    """The input is refused; `faults` holds each fault."""

    vi = "Dữ liệu vào có {count} lỗi, chưa tính gì. {shown}"
    en = "The input has {count} faults; nothing was computed. {shown}"
    shown_at_most = 20

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(count=len(self.faults))

    def message(self, language: str = "vi") -> str:
        """Say how many there are and quote the first."""
        quoted = [fault.message(language) for fault in self.faults[: self.shown_at_most]]
        more = [f"… (+{len(self.faults) - len(quoted)})"] if len(self.faults) > len(quoted) else []
        template = self.vi if language.startswith("vi") else self.en
        return template.format(count=len(self.faults), shown=" ".join(quoted + more))

    def as_json(self) -> dict[str, Any]:
        """Give every fault, not only those quoted."""
        head: dict[str, Any] = Refused.as_json(self)
        return {**head, "faults": [fault.as_json() for fault in self.faults]}


def faults_of(
    territory: Territory, standards: Standards | None = None, conditions: Conditions | None = None
) -> tuple[Fault, ...]:
    """Find all faults of an input; none means that a solver may begin."""
    found: list[Fault] = [*ground.of_shape(territory)]
    if standards is not None:
        found += demands.of_lengths(territory, standards)
    if found:
        return tuple(found)
    for look in (ground.of_codes, ground.of_weights, ground.of_borders, ground.of_positions):
        found += look(territory)
    if standards is not None:
        found += demands.of_demands(territory, standards)
    if conditions is not None:
        found += _of_conditions(territory, conditions)
    return tuple(found)


def assert_sound(
    territory: Territory, standards: Standards | None = None, conditions: Conditions | None = None
) -> None:
    """
    Let only a sound input pass.

    :raises FaultyInput: with every fault there is.
    """
    found = faults_of(territory, standards, conditions)
    if found:
        raise FaultyInput(found)


def _of_conditions(territory: Territory, conditions: Conditions) -> list[Fault]:
    found = [*demanded.of_limits(territory, conditions)]
    lost = [*demanded.of_places(territory, conditions)]
    borders = territory.borders
    within = not len(borders) or (borders.min() >= 0 and borders.max() < len(territory))
    pins = demanded.of_pins(territory, conditions) if within and not lost else ()
    return [*found, *lost, *pins]
