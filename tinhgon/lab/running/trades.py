"""The trades of runs: what each reads, which solver it calls, and how its outcome is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.module_loading import import_string

from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.running.messages import Ended

# One entry makes a trade; each names a Trade. Loaded when asked for: not every page needs them.
TRADES: Mapping[str, str] = {
    Run.Trade.CONSOLIDATE: "tinhgon.lab.running.consolidating.TRADE",
    Run.Trade.PLACE: "tinhgon.lab.staffing.trade.TRADE",
    Run.Trade.SUCCEED: "tinhgon.lab.succession.trade.TRADE",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What was read from the database.

    :param inputs: for the solver; all that its plan depends on, hashed as such.
    :param ground: for whoever keeps the outcome.
    """

    inputs: Any
    ground: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came out and was kept.

    :param plan: plain values, of which the plan's hash is made.
    :param found: what is known of the plan, as JSON.
    """

    plan: Any
    found: dict[str, Any]
    best: float | None = None
    bound: float | None = None
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """How runs of one trade are carried out.

    :param solver: `module:function`, called in a process of its own with the inputs, `limits`, `watch`
        and `resume`; its module must load no Django.
    :param prepare: reads the inputs of a scenario, whose `parameters` are those of the run.
    :param keep: writes the outcome to the scenario; called in a transaction that holds the scenario.
    """

    solver: str
    prepare: Callable[[Scenario], Prepared]
    keep: Callable[[Scenario, Prepared, Ended], Outcome]


def trade_of(name: str) -> Trade:
    """Give the trade of a name."""
    found: Trade = import_string(TRADES[name])
    return found
