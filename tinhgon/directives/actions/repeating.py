"""What comes every week, month or year: its next occurrence begins when the last is confirmed."""

from __future__ import annotations

from datetime import MAXYEAR

from tinhgon.directives.actions.holding import Hand, Kind
from tinhgon.directives.actions.making import let_cooperate, make
from tinhgon.directives.models import Obligation
from tinhgon.directives.recurring import next_due

SAME = (
    "directive_id", "parent_id", "kind", "matter", "place", "start", "end", "assigner_id", "unit_id",
    "person_id", "weight", "due_words", "every", "figure", "measure", "bound",
)  # fmt: skip


def repeat(last: Obligation, hand: Hand) -> Obligation | None:
    """Make the next occurrence of what comes again, once; None for what does not."""
    if not last.every or Obligation.objects.filter(follows=last).exists():
        return None
    if last.due_on and last.due_on.year == MAXYEAR:  # after it the calendar has no day
        return None
    due = next_due(last.due_on, last.every) if last.due_on else None
    following = Obligation(
        follows=last, assigned_on=min(hand.on, due or hand.on), due_on=due, first_due_on=due,
        added_by=hand.by, **{name: getattr(last, name) for name in SAME},
    )  # fmt: skip
    make([following], Kind.ASSIGNED, hand.by)
    let_cooperate({following.id: last.cooperators.values_list("unit_id", flat=True)})
    return following
