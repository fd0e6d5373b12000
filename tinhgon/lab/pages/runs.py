"""Runs: how far they are, how good what they have is known to be, and what to do them again with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext

from tinhgon.core.errors import Refused
from tinhgon.lab.forms.runs import TRADES, RunForm
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.pages.numbers import number
from tinhgon.lab.pages.proofs import Known, known_by
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.queries.runs import runs_of
from tinhgon.solvers.proof import Proof

GOING = (Run.State.WAITING, Run.State.RUNNING)
LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A run as its card shows it."""

    run: Run
    trade: str
    stage: str
    known: Known | None
    seconds: float
    chart: dict[str, Any]
    fault: str
    same: int

    @property
    def going(self) -> bool:
        """Tell whether it waits or runs."""
        return self.run.state in GOING

    @property
    def chart_id(self) -> str:
        """Name the data of its chart."""
        return f"points-{self.run.pk}"

    @property
    def can_resume(self) -> bool:
        """Tell whether there is something to go on with."""
        over = self.run.state in (Run.State.STOPPED, Run.State.FAILED)
        return over or (self.run.state == Run.State.DONE and self.run.outcome.get("whole") is False)

    @property
    def share(self) -> float:
        """How much of its time is used, in per cent."""
        return min(100 * self.seconds / self.run.time_limit, 100.0) if self.run.time_limit else 0.0


def runs_page(scenario: Scenario, form: RunForm | None = None) -> dict[str, Any]:
    """Gather the runs of a scenario and the form of a new one."""
    found = list(runs_of(scenario)[:LISTED])
    return {"runs": [told(one, found) for one in found], "form": form or RunForm(initial=usual(scenario))}


def usual(scenario: Scenario) -> dict[str, Any]:
    """Give what a new run has unless said otherwise; unreadable parameters give what is usual."""
    try:
        kept = Parameters.read(scenario.parameters)
    except Refused:
        kept = Parameters()
    return {"time_limit": kept.time_limit, "effort": f"{kept.effort:g}", "seed": kept.seed}


def told(run: Run, beside: list[Run]) -> Told:
    """Word a run; `beside` are others, of which some may have had the same inputs."""
    same = [
        one for one in beside
        if one.pk != run.pk and run.plan_hash and one.inputs_hash == run.inputs_hash
        and one.plan_hash == run.plan_hash
    ]  # fmt: skip
    return Told(
        run=run, trade=str(dict(TRADES)[Run.Trade(run.trade)]), stage=stage_of(run.stage),
        known=known_of_run(run), seconds=seconds_of(run), chart=chart_of(run), fault=fault_of(run.fault),
        same=len(same),
    )  # fmt: skip


def known_of_run(run: Run) -> Known | None:
    """Tell what is known of a run's best plan; nothing while there is none."""
    if run.best is None:
        return None
    cut = run.state == Run.State.STOPPED or run.outcome.get("whole") is False
    return known_by(Proof(value=run.best, bound=run.bound), cut_short=cut)


def seconds_of(run: Run) -> float:
    """Give how long it has run."""
    if run.started_at is None:
        return 0.0
    return max(((run.ended_at or timezone.now()) - run.started_at).total_seconds(), 0.0)


def chart_of(run: Run) -> dict[str, Any]:
    """Give the course of a run: the best so far, and what no plan can better."""
    return {
        "points": run.points,
        "names": [gettext("tốt nhất đã có"), gettext("không thể tốt hơn mức này")],
        "x": gettext("giây"),
    }  # fmt: skip


def fault_of(fault: Mapping[str, Any]) -> str:
    """Say why it failed."""
    language = "vi" if (get_language() or "vi").startswith("vi") else "en"
    return str(fault.get(language) or fault.get("code") or "")


def stage_of(stage: str) -> str:
    """Name what a solver does; a name that nobody knows is shown as it is."""
    words = {
        "": gettext("chờ bắt đầu"), "enumerating": gettext("liệt kê các cách gộp"),
        "pricing": gettext("định giá các cách gộp"), "searching": gettext("tìm phương án tốt hơn"),
        "proving": gettext("chứng minh không thể tốt hơn"), "reading": gettext("đọc dữ liệu"),
        "checking": gettext("kiểm tra lại phương án"),
    }  # fmt: skip
    return words.get(stage, stage)


def shown(value: float | None) -> str:
    """Write an objective."""
    return number(value, 2)
