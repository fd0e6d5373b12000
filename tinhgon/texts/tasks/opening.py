"""Whom a sentence obliges: the value that its readers give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tinhgon.texts.bodies.phrases import Phrase

How: TypeAlias = Literal["heading", "charge", "must"]


@dataclass(frozen=True, slots=True)
class Opening:
    """Who is obliged; what they must do begins at the word `rest`."""

    who: tuple[Phrase, ...]
    rest: int
    how: How
    by: tuple[Phrase, ...] = ()  # who hands the duty over, if the sentence says it
