"""An obligation handed down: to units below, to people in post, in parts of any weight and to any depth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tinhgon.core.names import nfc
from tinhgon.core.reach import Reach
from tinhgon.directives import refusals
from tinhgon.directives.actions.holding import Hand, Kind, State, done, hold_as_bearer, record
from tinhgon.directives.actions.making import make
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.places import alive, name_of, people_in, units_below
from tinhgon.temporal.naming import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one unit or person gets; what is left out is as in the whole. A person is of the bearing unit."""

    unit: UUID | None = None
    person: UUID | None = None
    matter: str = ""
    due_on: date | None = None
    weight: Decimal = Decimal(1)
    figure: Decimal | None = None


def divide(pk: UUID, hand: Hand, *, shares: Sequence[Share], reason: str = "") -> list[Obligation]:
    """Hand an obligation down in parts, which are done for the unit that bears it.

    :param reason: why a part is due after the whole, where one is.
    :raises Refused: as `hold_as_bearer` does.
    :raises NothingToHandOn, UnitNotThere, UnitNotBelow, PersonNotThere: a share is nobody's there.
    :raises PartDueLater, DueBeforeAssigned, BadWeight, NeedsAFigure: a share cannot be so.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_bearer(pk, hand, State.OPEN)
        if not shares:
            raise refusals.NothingToHandOn
        _assert_below(held, shares, hand.on)
        parts = [_part(held, share, hand) for share in shares]
        for one in parts:
            _assert_in_time(held, one, reason)
        make(parts, Kind.ASSIGNED, hand.by)
        done(held, Kind.DIVIDED, hand, reason=reason)
        for one in parts:
            if one.person_id:
                record("change", Kind.NAMED, one, hand)
    return parts


def name_person(pk: UUID, hand: Hand, *, person: UUID | None) -> Obligation:
    """Put an obligation on somebody in post in the unit that bears it, or on nobody in particular again.

    :raises Refused: as `hold_as_bearer` does.
    :raises PersonNotThere: the person is not in post there, or out of reach.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_bearer(pk, hand, State.OPEN)
        if person:
            assert_in_post(person, held.unit_id, hand.reach, hand.on)
        held.person_id = person
        return done(held, Kind.NAMED, hand)


def assert_in_post(person: UUID, unit: UUID, reach: Reach, on: date) -> None:
    """Let an obligation bear the name of those alone who are in post in a unit, and in sight.

    :raises PersonNotThere: somebody is not.
    """
    if not people_in(unit, reach, on=on).filter(pk=person).exists():
        raise refusals.PersonNotThere(unit=name_of(unit, on=on), day=on)


def _assert_below(held: Obligation, shares: Sequence[Share], on: date) -> None:
    wanted = {share.unit for share in shares if share.unit} - {held.unit_id}
    below = units_below(held.unit_id, on=on) if wanted else set()
    there = alive(wanted, on=on)
    for unit in sorted(wanted):
        if unit not in there:
            raise refusals.UnitNotThere(unit=name_of(unit, on=on), day=on)
        if unit not in below:
            top = name_of(held.unit_id, on=on)
            raise refusals.UnitNotBelow(unit=name_of(unit, on=on), top=top, day=on)


def _part(held: Obligation, share: Share, hand: Hand) -> Obligation:
    if share.unit in (None, held.unit_id) and share.person is None:
        raise refusals.NothingToHandOn
    unit = share.unit or held.unit_id
    if share.person:
        assert_in_post(share.person, unit, hand.reach, hand.on)
    due = share.due_on or held.due_on
    return Obligation(
        directive_id=held.directive_id, parent=held, kind=held.kind,
        matter=nfc(share.matter.strip()) or held.matter, place=held.place, start=held.start, end=held.end,
        assigner_id=held.unit_id, unit_id=unit, person_id=share.person, weight=share.weight,
        assigned_on=hand.on, due_on=due, first_due_on=due, due_words="" if share.due_on else held.due_words,
        figure=share.figure, measure=held.measure, bound=held.bound, added_by=hand.by,
    )  # fmt: skip


def _assert_in_time(held: Obligation, part: Obligation, reason: str) -> None:
    """Ask for the reason where a part ends after its whole, or never although the whole does."""
    if held.due_on and part.due_on and part.due_on > held.due_on and not reason.strip():
        raise refusals.PartDueLater(part=part.due_on, whole=held.due_on)
