"""Runs that plan successions: the task in, who stands in the plan for which vacancy out."""

from __future__ import annotations

from dataclasses import asdict

from tinhgon.audit import actions as audit
from tinhgon.core.errors import Refused
from tinhgon.core.reach import PERSONAL
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.trades import Outcome, Prepared, Trade
from tinhgon.lab.succession.counting import counts_of, known_of
from tinhgon.lab.succession.drawing import Drawn, draw
from tinhgon.lab.succession.keeping import Plan, keep_rows
from tinhgon.solvers.succeed.plan import Succession
from tinhgon.solvers.succeed.verify import broken

FOUND = "succession"  # the key of `Scenario.found`
PERSONAL_READ = ("born", "training")


class NobodyLeads(Refused):
    vi = "Trong phạm vi của phương án “{scenario}” không có vị trí cấp trưởng, cấp phó nào vào ngày này."
    en = "Within the scenario “{scenario}” there is no post of a head or deputy on that day."


class SuccessionBroken(Refused):
    vi = "Kế hoạch kế cận vi phạm quy tắc {rule}, nên không được ghi. Hãy báo cho người phát triển."
    en = "The plan of succession breaks the rule {rule} and was not kept. Tell the developers."


def prepare(scenario: Scenario) -> Prepared:
    """Draw the task, and put on record who had personal data read for it.

    :raises NobodyLeads: there is no post to be planned for.
    """
    drawn = draw(scenario)
    if not drawn.task.seats:
        raise NobodyLeads(scenario=scenario.name)
    going = Run.objects.filter(scenario=scenario, trade=Run.Trade.SUCCEED, ended_at=None)
    run = going.select_related("by").first()
    audit.record(
        act="list", actor=run.by_id if run else None, actor_name=str(run.by) if run and run.by else "",
        classes=PERSONAL, what=PERSONAL_READ, purpose="planning", route="lab.succeed",
        count=len(drawn.task.officials),
    )  # fmt: skip
    return Prepared(inputs=drawn.task, ground=drawn)


def keep(scenario: Scenario, prepared: Prepared, ended: Ended) -> Outcome:
    """Write who stands in the plan, once plain code has looked at every rule.

    :raises SuccessionBroken: the plan does not keep to a rule.
    """
    drawn: Drawn = prepared.ground
    solved: Succession = ended.outcome
    task = drawn.task
    if faults := broken(solved, task.officials, task.seats, task.rules):
        raise SuccessionBroken(rule=faults[0].rule)
    plan = Plan(task, solved)
    keep_rows(scenario, plan)
    found = {**counts_of(drawn, plan, solved), **known_of(drawn, solved)}
    found["peak_memory_mb"] = round(max(solved.peak_memory_mb, ended.peak_memory_mb))
    scenario.found = {**scenario.found, FOUND: found}
    scenario.save(update_fields=["found"])
    first = solved.proofs[0] if solved.proofs else None
    return Outcome(
        plan=[[asdict(one) for one in solved.listed], [asdict(one) for one in solved.moves]], found=found,
        best=first.value if first else None, bound=first.bound if first else None, versions=solved.versions,
    )  # fmt: skip


TRADE = Trade(solver="tinhgon.lab.succession.solving:succeed", prepare=prepare, keep=keep)
