"""A plan changed by hand: units moved, named, seated anew. What a proof said of it is gone then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from tinhgon.access.models import User
from tinhgon.core.names import nfc
from tinhgon.core.reach import Reach
from tinhgon.lab.actions.scenarios import branch, hold
from tinhgon.lab.drawing import Drawn, Move, drawn_of
from tinhgon.lab.drawing.drawn import named
from tinhgon.lab.drawing.moves import numbered
from tinhgon.lab.ground import Ground
from tinhgon.lab.models import Scenario
from tinhgon.lab.refusals import NotOfScenario, PlanOvertaken, SeatNotMember
from tinhgon.temporal.naming import whole

MOST_MOVES = 1000


def moves_of(ground: Ground, asked: Iterable[Sequence[str]]) -> list[Move]:
    """
    Read moves: pairs of a unit and a member of the new unit that it joins, or nothing to stand alone.

    :raises NotOfScenario: a unit is not part of the scenario.
    """
    return [
        Move(_place(ground, unit), _place(ground, to) if to else None)
        for unit, to in list(asked)[:MOST_MOVES]
    ]


def save_moves(
    *, scenario: Scenario, moves: Iterable[Sequence[str]], stamp: str, reach: Reach
) -> Scenario:  # fmt: skip
    """Keep moves drawn on a page, if the plan is still the one that the page showed.

    :raises MayNotPlan, NoSuchScenario, ScenarioLocked, ScenarioBusy: it cannot be changed.
    :raises PlanOvertaken: it was changed meanwhile.
    :raises NotOfScenario: a unit is not part of it.
    """
    with whole({}):
        held = hold(scenario, reach)
        if stamp_of(held) != stamp:
            raise PlanOvertaken(scenario=held.name)
        drawn = drawn_of(held)
        return _kept(held, drawn.moved(moves_of(drawn.ground, moves)))


def branch_moves(
    *, scenario: Scenario, moves: Iterable[Sequence[str]], name: str, reach: Reach, actor: User
) -> Scenario:  # fmt: skip
    """Keep moves as a branch of a scenario, which stays as it is; a locked one can be branched, too.

    :raises MayNotPlan: the actor may not plan for its root.
    :raises NotOfScenario: a unit is not part of it.
    """
    before = drawn_of(scenario)
    after = before.moved(moves_of(before.ground, moves))
    return branch(scenario=scenario, name=name, reach=reach, actor=actor, **_columns(after))


def move_unit(*, scenario: Scenario, unit: UUID, to_member: UUID | None, reach: Reach) -> Scenario:
    """Move a unit to where another is, or let it stay as it is.

    :raises Refused: as `save_moves` does.
    """
    asked = [(str(unit), str(to_member or ""))]
    return save_moves(scenario=scenario, moves=asked, stamp=stamp_of(scenario), reach=reach)


def name_unit(*, scenario: Scenario, member: UUID, name: str, reach: Reach) -> Scenario:
    """Name the new unit that a unit is in; an empty name is the one it would have by its seat.

    :raises Refused: as `save_moves` does.
    """
    with whole({}):
        held = hold(scenario, reach)
        drawn = drawn_of(held)
        number = int(drawn.plan.into[_place(drawn.ground, str(member))])
        seat = str(drawn.ground.units[int(drawn.plan.seat[number])].id)
        told = nfc(name.strip())
        entries = [{**one, "name": told if one["seat"] == seat else one["name"]} for one in drawn.entries]
        again = named(drawn.ground, drawn.plan, entries)
        held.plan = list(again.entries)
        held.save(update_fields=["plan", "changed_at"])
    return held


def set_seat(*, scenario: Scenario, seat: UUID, member: UUID, reach: Reach) -> Scenario:
    """Put the seat of the new unit that a unit is in at one of its members.

    :raises SeatNotMember: that one is no member of it.
    :raises Refused: as `save_moves` does.
    """
    with whole({}):
        held = hold(scenario, reach)
        drawn = drawn_of(held)
        place, number = _place(drawn.ground, str(seat)), _place(drawn.ground, str(member))
        if drawn.plan.into[place] != drawn.plan.into[number]:
            raise SeatNotMember(seat=drawn.ground.units[place].name)
        seats = dict(enumerate(drawn.plan.seat.tolist()))
        seats[int(drawn.plan.into[place])] = place
        return _kept(held, named(drawn.ground, numbered(drawn.plan.into, seats), drawn.entries))


def stamp_of(scenario: Scenario) -> str:
    """Mark the state of a scenario, so that a page knows whether it is still the one it showed."""
    return scenario.changed_at.isoformat()


def _kept(held: Scenario, drawn: Drawn) -> Scenario:
    for name, value in _columns(drawn).items():
        setattr(held, name, value)
    held.save(update_fields=["plan", "found", "origin", "changed_at"])
    return held


def _columns(drawn: Drawn) -> dict[str, Any]:
    """A plan touched by hand is nobody's proven one: its terms are told, no bound is."""
    found: Mapping[str, Any] = {"terms": drawn.terms, "before": len(drawn.ground.units)}
    return {"plan": list(drawn.entries), "found": found, "origin": Scenario.Origin.HAND}


def _place(ground: Ground, unit: str) -> int:
    try:
        return ground.place[UUID(unit)]
    except (KeyError, ValueError):
        raise NotOfScenario(unit=unit[:60]) from None
