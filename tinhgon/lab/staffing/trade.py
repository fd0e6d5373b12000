"""Runs that place people: the task in, planned posts and who gets them out."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from tinhgon.access.queries import reach_of
from tinhgon.audit import actions as audit
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EVERYTHING, PERSONAL, SENSITIVE, Reach
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.queries.chosen import chosen_of
from tinhgon.lab.refusals import NothingPlanned
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.trades import Outcome, Prepared, Trade
from tinhgon.lab.staffing.counting import counts_of, quota_of
from tinhgon.lab.staffing.drawing import Drawn, draw
from tinhgon.lab.staffing.keeping import keep_people, keep_posts
from tinhgon.lab.staffing.solving import Explained, Placing, again, unpinned
from tinhgon.solvers.place.values import Placed, Staffing
from tinhgon.solvers.place.verify import verify

PERSONAL_READ = ("discipline", "recruitment", "relation")


class PlacingBroken(Refused):
    vi = "Kết quả bố trí vi phạm quy tắc {rule}, nên không được ghi. Hãy báo cho người phát triển."
    en = "The placing breaks the rule {rule} and was not kept. Tell the developers."


def prepare(scenario: Scenario) -> Prepared:
    """Draw the task with what whoever began the run may read, and put that on record.

    :raises NothingPlanned: no units merge, so nobody has to be placed.
    """
    going = Run.objects.filter(scenario=scenario, trade=Run.Trade.PLACE, ended_at=None)
    run = going.select_related("by").first()
    drawn = draw(scenario, _reach(run))
    if not drawn.staffing.people:
        raise NothingPlanned(scenario=scenario.name)
    _put_on_record(run, drawn)
    task = drawn.staffing
    start = None if unpinned(task) else _before(scenario, task)
    return Prepared(inputs=Placing(staffing=task, start=start), ground=drawn)


def keep(scenario: Scenario, prepared: Prepared, ended: Ended) -> Outcome:
    """Write who gets which post, once plain code has looked at every hard rule.

    :raises PlacingBroken: the plan does not keep to a rule.
    """
    drawn: Drawn = prepared.ground
    solved: Explained = ended.outcome
    posts = solved.placed.post_of
    if broken := verify(drawn.staffing, posts):
        raise PlacingBroken(rule=broken[0].rule)
    people = [one.id for one in drawn.staffing.people]
    keep_posts(scenario, drawn)
    keep_people(scenario, people, posts, solved.why)
    counts = counts_of(drawn, posts) | {"quota": quota_of(chosen_of(scenario))}
    found = {**counts, **_known(solved.placed), "peak_memory_mb": round(ended.peak_memory_mb)}
    scenario.found = {**scenario.found, "staff": found}
    scenario.save(update_fields=["found"])
    return Outcome(
        plan=dict(zip(people, posts, strict=True)), found=found, best=solved.placed.proof.value,
        bound=solved.placed.proof.bound, versions=solved.placed.versions,
    )  # fmt: skip


def _known(placed: Placed) -> dict[str, Any]:
    proof = placed.proof
    return {
        "terms": dict(placed.terms), "value": proof.value, "bound": proof.bound, "proven": proof.proven,
        "gap_percent": proof.gap_percent, "whole": placed.whole, "unknown": dict(placed.unknown),
        "notes": list(placed.notes), "seconds": round(placed.seconds, 3), "versions": dict(placed.versions),
    }  # fmt: skip


def _reach(run: Run | None) -> Reach:
    """Give the reach of whoever began the run; the command line reads everything."""
    if run is None or run.by_id is None:
        return EVERYTHING
    return reach_of(run.by_id, on=timezone.localdate())


def _put_on_record(run: Run | None, drawn: Drawn) -> None:
    audit.record(
        act="list", actor=run.by_id if run else None,
        actor_name=str(run.by) if run and run.by else "",
        classes=SENSITIVE if drawn.sealed_read else PERSONAL, what=PERSONAL_READ, purpose="appointment",
        route="lab.place", count=len(drawn.staffing.people),
    )  # fmt: skip


def _before(scenario: Scenario, task: Staffing) -> Placed | None:
    """Give the plan of the last run of the same people and posts, to go on from."""
    last = Run.objects.filter(scenario=scenario, trade=Run.Trade.PLACE, state=Run.State.DONE).first()
    if last is None or last.state_kept is None:
        return None
    found = again(bytes(last.state_kept))
    known = {post.id for post in task.posts}
    fits = len(found.post_of) == len(task.people) and len(found.prices) == len(task.posts)
    return found if fits and all(post is None or post in known for post in found.post_of) else None


TRADE = Trade(solver="tinhgon.lab.staffing.solving:place", prepare=prepare, keep=keep)
