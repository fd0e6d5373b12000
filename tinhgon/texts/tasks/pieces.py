"""Pieces of a text that lay a duty, and the bodies that stand above them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.words import folded
from tinhgon.texts.values import Span


@dataclass(frozen=True, slots=True)
class Charge:
    """Bodies named by a title or a leading sentence, for all below it; `led`: by a sentence below a title."""

    who: tuple[Phrase, ...]
    where: str
    span: Span
    led: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that lay a duty; `above`: the title or leading sentence that names the bodies."""

    span: Span
    verb: int
    who: tuple[Phrase, ...]
    where: str
    above: Span | None = None
    helping: tuple[Phrase, ...] = ()


def same(those: tuple[Phrase, ...], these: tuple[Phrase, ...]) -> bool:
    """Say whether all of those are among these, perhaps in fewer words."""
    known = [f"{_plain(one)} " for one in these]
    return all(any(name.startswith(f"{_plain(one)} ") for name in known) for one in those)


def _plain(one: Phrase) -> str:
    return _plain_name(one.name)


@lru_cache(maxsize=4096)
def _plain_name(name: str) -> str:
    return folded(name).removeprefix("các ")


def names(who: tuple[Phrase, ...]) -> Mapping[str, Phrase]:
    """Give the bodies once each, by name."""
    return {_plain(one): one for one in who}
