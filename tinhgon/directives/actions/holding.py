"""What every act on an obligation begins and ends with: it is held, its revision is right, it is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import translation

from tinhgon.audit import actions as audit
from tinhgon.audit import codes
from tinhgon.core.errors import Said
from tinhgon.core.names import nfc
from tinhgon.core.reach import Reach
from tinhgon.directives import refusals
from tinhgon.directives.models import Act, Obligation
from tinhgon.directives.queries.places import name_of
from tinhgon.directives.queries.sight import may_assign, may_bear, visible

if TYPE_CHECKING:
    from tinhgon.access.models import User

State, Kind = Obligation.State, Act.Kind
# What the record of acts calls it, where that is more than a change.
RECORDED = {
    Kind.CONFIRMED: codes.Act.CONFIRM, Kind.REFUSED: codes.Act.REJECT, Kind.EVIDENCED: codes.Act.IMPORT,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who acts, what he may, on which day; `revision` is the one that his page showed."""

    by: User | None
    reach: Reach
    on: date
    revision: int | None = None


def hold_as_bearer(pk: UUID, hand: Hand, *states: str) -> Obligation:
    """Hold an obligation to the end of the transaction, for who drafts in the unit that bears it.

    :raises NoSuchObligation, ObligationOvertaken, MayNotBear, NotInThisState: it cannot be.
    """
    held = hold(pk, hand)
    if not may_bear(held, hand.reach):
        raise refusals.MayNotBear(unit=name_of(held.unit_id, on=hand.on))
    return standing(held, *states)


def hold_as_assigner(pk: UUID, hand: Hand, *states: str) -> Obligation:
    """Hold an obligation to the end of the transaction, for who drafts in the unit that gave it.

    :raises NoSuchObligation, ObligationOvertaken, MayNotAssign, NotInThisState: it cannot be.
    """
    held = hold(pk, hand)
    if not may_assign(held, hand.reach):
        raise refusals.MayNotAssign(unit=name_of(held.assigner_id, on=hand.on))
    return standing(held, *states)


def hold(pk: UUID, hand: Hand) -> Obligation:
    """Hold an obligation within reach, whoever may act on it.

    :raises NoSuchObligation: there is none.
    :raises ObligationOvertaken: it was changed after the page was made.
    """
    held = visible(hand.reach).select_for_update(of=("self",)).filter(pk=pk).first()
    if held is None:
        raise refusals.NoSuchObligation
    if hand.revision is not None and hand.revision != held.revision:
        raise refusals.ObligationOvertaken
    return held


def done(held: Obligation, kind: Act.Kind, hand: Hand, *, reason: str = "", **told: Any) -> Obligation:
    """Keep what was changed, and record by whom and why."""
    held.revision += 1
    held.save()
    Act.objects.create(obligation=held, kind=kind, reason=nfc(reason.strip()), by=hand.by, **told)
    record(RECORDED.get(kind, codes.Act.CHANGE), kind, held, hand)
    return held


def record(act: str, did: str, held: Obligation, hand: Hand, *, count: int | None = None) -> None:
    """Tell the record of acts; whoever is named finds it in the own file's record."""
    audit.record(
        act=act, actor=hand.by.pk if hand.by else None,
        actor_name=hand.by.get_username() if hand.by else "", subject=held.person_id, unit=held.unit_id,
        what=["obligation", did], count=count, route="directives",
    )  # fmt: skip


def standing(held: Obligation, *states: str) -> Obligation:
    """Let it through in some states alone; without any named, in all.

    :raises NotInThisState: it is in another.
    """
    if states and held.state not in states:
        raise refusals.NotInThisState(state=_said(held))
    return held


def _said(held: Obligation) -> Said:
    told = {}
    for language in ("vi", "en"):
        with translation.override(language):
            told[language] = str(held.get_state_display())
    return Said(**told)
