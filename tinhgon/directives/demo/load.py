"""Takes the demonstration's papers in, confirms them, and lets bearers do, ask and be late."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml

from tinhgon.core.reach import EVERYTHING
from tinhgon.directives.actions.finishing import confirm as settle
from tinhgon.directives.actions.finishing import report_done
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.actions.terms import extend
from tinhgon.directives.models import Obligation
from tinhgon.documents.actions.books import open_term
from tinhgon.documents.actions.choosing import accept_all, choose, current, save_head
from tinhgon.documents.actions.confirming import confirm
from tinhgon.documents.actions.drafting import write_draft
from tinhgon.documents.actions.intake import take_in
from tinhgon.documents.actions.issuing import issue
from tinhgon.documents.findings import DROPPED, OPEN
from tinhgon.documents.models import Document
from tinhgon.register.queries.units import holders

HERE = Path(__file__).parent
CITY = "92"
State = Obligation.State


def load_directives_demo(*, today: date) -> int:
    """Fill the registry and the board, once; give the number of obligations."""
    if Document.objects.exists():
        return 0
    keeper = holders([CITY], on=today).get(CITY)
    if keeper is None:
        return 0
    story: dict[str, Any] = yaml.safe_load((HERE / "story.yaml").read_text(encoding="utf-8"))
    for paper in story["papers"]:
        made = _enter(paper, keeper)
        _tell(made, paper, today)
    return Obligation.objects.count()


def _enter(paper: dict[str, Any], keeper: UUID) -> Document:
    """Take a paper in, accept all that was read, and have it entered as of its day of arrival."""
    name = paper["file"]
    taken = take_in(name, (HERE / name).read_bytes(), keeper=keeper, by=None, reach=EVERYTHING)
    accepted = accept_all(taken.pk, reach=EVERYTHING)
    for finding in current(accepted).all:
        if finding.state == OPEN:  # nobody of this register bears it: without people there are no departments
            choose(taken.pk, finding.code, state=DROPPED, reach=EVERYTHING)
    held = save_head(taken.pk, {"arrived_on": paper["arrived"].isoformat()}, reach=EVERYTHING)
    return confirm(held.pk, revision=held.revision, by=None, reach=EVERYTHING)


def _tell(document: Document, paper: dict[str, Any], today: date) -> None:
    """Let what the story says become of each task, as far as its day has come."""
    for act in paper["acts"]:
        found = Obligation.objects.filter(directive=document, matter__contains=act["has"], gathers=False)
        rows = list(found.order_by("unit"))
        for place, row in enumerate(rows):
            _do(row, act, place, today)


def _do(row: Obligation, act: dict[str, Any], place: int, today: date) -> None:
    if until := act.get("extended"):
        hand = Hand(by=None, reach=EVERYTHING, on=act["asked"])
        extend(row.pk, hand, until=until, reason=act["reason"])
    done_on = _day(act, place)
    if done_on is None or done_on > today:
        return
    hand = Hand(by=None, reach=EVERYTHING, on=done_on)
    answer = _answer(row, act["answer"], done_on) if "answer" in act else None
    report_done(row.pk, hand, done_on=done_on, answer=answer)
    if not act.get("waits") and Obligation.objects.get(pk=row.pk).state == State.REPORTED:
        settle(row.pk, hand)


def _day(act: dict[str, Any], place: int) -> date | None:
    """Give the day on which the bearer of a place in the list was done; some are late, some never."""
    if "done" not in act:
        return None
    done: date = act["done"]
    if every := act.get("late_every"):
        late = place % every == every - 1
        return (
            None if late and place % 2 else done + timedelta(days=act["late_days"] if late else -(place % 5))
        )
    return done


def _answer(row: Obligation, answer: dict[str, Any], on: date) -> UUID:
    """Write and issue the document by which a bearer answers."""
    kind, data = answer["kind"], {**answer["data"], "layout": answer.get("layout", "state")}
    made = write_draft(kind=kind, data=data, keeper=row.unit_id, by=None, reach=EVERYTHING)
    if term := answer.get("term"):
        open_term(
            unit=row.unit_id, type=made.type, symbol=data["symbol"], ends_on=None, reach=EVERYTHING, **term
        )
    return issue(made.pk, on=on, by=None, reach=EVERYTHING).pk
