"""Who is charged with a matter: all mandates of a day, kept ready until one of them changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Lock
from uuid import UUID

from tinhgon.mandates.queries.bodies import Body, bodies_on, comparable, state_on
from tinhgon.texts.likeness import Corpus, Mandate, Match

MOST = 6


@dataclass(frozen=True, slots=True)
class Ready:
    """The mandates of a day, made ready, and the state of the register that they are of."""

    key: tuple[date, str]
    bodies: dict[UUID, Body]
    corpus: Corpus[UUID]


@dataclass(frozen=True, slots=True)
class Charged:
    """What a unit's mandate has of a matter (None: nothing), and which others of its place have."""

    unit: Body | None
    own: Match[UUID] | None
    others: tuple[tuple[Body, Match[UUID]], ...]


_kept: Ready | None = None
_lock = Lock()


def charged_with(matter: str, *, unit: UUID, on: date) -> Charged:
    """Hold a matter against the unit's own mandate and those of other bodies of its place.

    Shows words, never judges: that a matter is not in a mandate may be a lack of the mandate.
    """
    ready = _ready(on)
    own_body = ready.bodies.get(unit)
    matches = ready.corpus.like(matter, most=len(ready.bodies) or 1)
    own = next((one for one in matches if one.key == unit), None)
    others = ((ready.bodies[one.key], one) for one in matches if one.key != unit)
    near = [(body, one) for body, one in others if own_body is None or comparable(own_body, body)]
    return Charged(own_body, own, tuple(near[:MOST]))


def _ready(on: date) -> Ready:
    """Make the mandates ready, once for all requests until one of them changes."""
    global _kept  # noqa: PLW0603  (one process, one copy)
    key = (on, state_on(on))
    with _lock:
        if _kept is None or _kept.key != key:
            bodies = bodies_on(on)
            corpus = Corpus([Mandate(one.unit, one.mandate) for one in bodies])
            _kept = Ready(key, {one.unit: one for one in bodies}, corpus)
        return _kept
