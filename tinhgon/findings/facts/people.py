"""People in post as the rules on persons see them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from tinhgon.core.rows import DEPUTY, HEAD, RANKS, PostVersion
from tinhgon.core.rules.appointment.proposal import Move, Proposal
from tinhgon.core.rules.appointment.term import Tenure
from tinhgon.core.rules.retirement.aged import Sex
from tinhgon.core.rules.retirement.standing import Serving
from tinhgon.findings.queries.people import Held, Holder
from tinhgon.people.queries.dossiers import partial
from tinhgon.register.models import Person

LEADING = (HEAD, DEPUTY)


def serving(holder: Holder) -> Serving:
    """Give somebody in post, whose age counts."""
    return Serving(born=holder.born, sex=cast("Sex", holder.sex) if holder.sex else None)


def tenure(held: Held) -> Tenure | None:
    """Give a post held for a term; None where it has no limit."""
    if held.term_until is None:
        return None
    # The register keeps the day on which the term is over; the law speaks of its last day.
    return Tenure(since=held.since, term_until=held.term_until - timedelta(days=1))


def proposal(person: Person | None, move: Move | None, on: date) -> Proposal:
    """Give somebody who is appointed; the day of effect stands for that of the dossier, which is not kept."""
    return Proposal(
        born=partial(person.born, person.born_precision) if person else None,
        sex=cast("Sex", person.sex) if person and person.sex else None,
        reference_day=on,
        move=move,
    )


def move_of(before: PostVersion | None, led: bool, after: PostVersion) -> Move | None:
    """Tell what kind of step a new post is from the main one before; None where ranks alone do not tell.

    :param led: whether the person has ever been head or deputy.
    """
    if after.rank not in LEADING:
        return None
    if not led:
        return "first"
    if before is None:
        return None
    if before.rank not in LEADING:
        return "higher"
    if before.unit != after.unit:
        return None
    return _step(RANKS.index(before.rank), RANKS.index(after.rank))


def _step(was: int, becomes: int) -> Move:
    return "equivalent" if was == becomes else "higher" if becomes < was else "lower"
