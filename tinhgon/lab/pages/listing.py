"""The list of scenarios, each with what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.pages.frame import drawn_or_not
from tinhgon.lab.pages.proofs import Known, known_of
from tinhgon.lab.pages.totals import cut_percent
from tinhgon.lab.queries.names import names_on
from tinhgon.lab.queries.scenarios import visible
from tinhgon.register.pages.paging import page_number, sliced
from tinhgon.solvers.consolidate.values import MISSED, TRAVEL, UNITS

LISTED = 40
LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A scenario in the list."""

    scenario: Scenario
    known: Known
    before: int | None
    terms: Mapping[str, float]
    run: Run | None
    where: str

    @property
    def fewer(self) -> bool:
        """Tell whether units are fewer at all."""
        return bool(self.before and self.terms[UNITS] < self.before)

    @property
    def cut(self) -> str:
        """By how much per cent units are fewer."""
        return cut_percent(self.terms[UNITS], self.before) if self.before else ""


def listing_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the list: scenarios within reach, the newest first."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    origin = request.GET.get("origin", "")
    found = visible(request.reach)
    if text:
        found = found.filter(name__icontains=text)
    if origin in Scenario.Origin.values:
        found = found.filter(origin=origin)
    shown, page = sliced(found.order_by("-created_at", "pk"), page_number(request), LISTED)
    runs, names = latest_runs(shown), names_of(shown)
    return {
        "rows": [row_of(one, runs, names) for one in shown],
        "page": page,
        "filters": {"q": text, "origin": origin},
        "may_draft": request.user.has_perm("register.draft_decision"),
    }


def row_of(scenario: Scenario, runs: Mapping[Any, Run], names: Mapping[Any, str]) -> Row:
    """Give a scenario's line: what it comes to is kept with it, or told by its drawing."""
    terms, before = scenario.found.get("terms"), scenario.found.get("before")
    if not terms or not before:
        drawn, _ = drawn_or_not(scenario)
        terms, before = (drawn.terms, len(drawn.ground.units)) if drawn else ({}, None)
    return Row(
        scenario=scenario, known=known_of(scenario), before=before, run=runs.get(scenario.pk),
        terms={name: terms.get(name) for name in (UNITS, MISSED, TRAVEL)},
        where=names.get(scenario.root_id, ""),
    )  # fmt: skip


def latest_runs(scenarios: Iterable[Scenario]) -> dict[Any, Run]:
    """Give the last run of each scenario: one statement."""
    found = Run.objects.filter(scenario__in=list(scenarios)).order_by("scenario_id", "-queued_at")
    return {
        one.scenario_id: one for one in found.distinct("scenario_id").defer("state_kept", "outcome", "points")
    }


def names_of(scenarios: Iterable[Scenario]) -> dict[Any, str]:
    """Name the roots as they were called on the eve of each scenario: one statement."""
    return names_on({one.root_id: one.effective_on for one in scenarios if one.root_id})
