"""The final vote on a person: the base is all members of the leadership, those absent included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from tinhgon.core.errors import Refused
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Numbers, Step, Working
from tinhgon.core.rules.needed import needed
from tinhgon.core.values import Count

WHOLE = 100  # per cent


class MoreVotesThanMembers(Refused):
    vi = "Có {votes} phiếu đồng ý mà tập thể lãnh đạo chỉ có {members} người. Xem lại biên bản kiểm phiếu."
    en = (
        "{votes} votes are in favour, and there are only {members} members. Look at the minutes of the count."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The final vote: all members of the leadership, and who was in favour."""

    __pydantic_config__: ClassVar = STRICT
    leaders: Count | None = None
    votes_for: Count | None = None


def vote(facts: Ballot, *, on: date, numbers: Numbers) -> Working:
    """Tell the outcome of the final vote, whose base is all members, not those who voted.

    :raises NotInForce: the figure is not in force on that day.
    :raises MissingFact: a number is not known.
    :raises MoreVotesThanMembers: the numbers cannot both be right.
    """
    rule = numbers["appointment.final_vote"].on(on)
    members, votes = needed(facts, "leaders"), needed(facts, "votes_for")
    if votes > members or not members:
        raise MoreVotesThanMembers(votes=votes, members=members)
    bound = members * rule.amount["above_percent"]
    outcome = "passed" if votes * WHOLE > bound else "head_decides" if votes * WHOLE == bound else "failed"
    percent = (Decimal(votes * WHOLE) / members).quantize(Decimal("0.01"), ROUND_HALF_UP)
    told = {"votes": votes, "members": members, "percent": percent}
    least = bound // WHOLE + 1
    steps = (
        Step("needed", {"members": members, "least": least, "above": rule.amount["above_percent"]}, (rule,)),
        Step(outcome, told, (rule,)),
    )
    gives = {"outcome": outcome, "percent": percent, "votes_needed": least}
    return Working(calculation="appointment.vote", gives=gives, steps=steps)
