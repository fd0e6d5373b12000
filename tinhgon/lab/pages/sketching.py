"""What moves drawn on the map come to, before anything is kept."""

from __future__ import annotations

import json
from typing import Any

from tinhgon.lab.actions.editing import MOST_MOVES, moves_of
from tinhgon.lab.drawing import Drawn, Move
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages.bodies import bodies_of
from tinhgon.lab.pages.colours import tones_of
from tinhgon.lab.pages.mapping import shapes_of, targets
from tinhgon.lab.pages.proofs import known_of, unproven
from tinhgon.lab.pages.totals import totals_of


def asked_moves(text: str) -> list[tuple[str, str]]:
    """Read the moves that a page sends; what is no list of pairs is no move."""
    try:
        found = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    rows = found if isinstance(found, list) else []
    return [
        (str(one[0]), str(one[1] or ""))
        for one in rows[:MOST_MOVES]
        if isinstance(one, list) and len(one) == 2
    ]


def sketch(scenario: Scenario, before: Drawn, asked: list[tuple[str, str]]) -> dict[str, Any]:
    """Give the figures after some moves, beside those of the plan as it is kept."""
    moves = moves_of(before.ground, asked)
    after = before.moved(moves)
    old = {one.members for one in before.units}
    touched = [number for number, one in enumerate(after.units) if one.members not in old]
    tones = tones_of(after, tones_of(before)) if touched else {}
    places = [place for number in touched for place in after.units[number].members]
    return {
        "scenario": scenario, "drawn": after, "moves": _told(before, moves),
        "totals": totals_of(after, unproven() if touched else known_of(scenario), before=before),
        "bodies": bodies_of(after, touched),
        "state": {"shapes": shapes_of(after, places, tones), "targets": targets(after), "count": len(moves)},
    }  # fmt: skip


def _told(before: Drawn, moves: list[Move]) -> list[tuple[str, str]]:
    """Say each move: which unit, to where; nothing is standing alone."""
    after, told = before, []
    for move in moves:
        name = "" if move.to is None else after.labels[int(after.plan.into[move.to])].name
        told.append((before.ground.units[move.unit].name, name))
        after = after.moved([move])
    return told
