"""Kinds of documents, from the data file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tinhgon.texts.marks import LOWER, modern

DATA = Path(__file__).parent.parent / "data" / "types.yaml"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its name as a title bears it, its abbreviation in records; `word`: a title only by itself."""

    name: str
    code: str
    system: str
    word: bool = False


@cache
def _listed() -> tuple[Kind, ...]:
    raw = yaml.safe_load(DATA.read_text(encoding="utf-8"))["kinds"]
    return tuple(
        Kind(one["name"], one["short"] or one["code"], one["system"], one.get("word", False)) for one in raw
    )


@cache
def kinds() -> tuple[Kind, ...]:
    """Give all kinds, the longest name first."""
    return tuple(sorted(_listed(), key=lambda kind: -len(kind.name)))


@cache
def of_code(code: str) -> Kind | None:
    """Give the kind that an abbreviation means; where two share it, the one named first in the data."""
    exact = [kind for kind in _listed() if kind.code == code]
    return next(iter([*exact, *(kind for kind in _listed() if kind.code.upper() == code.upper())]), None)


@cache
def of_name(name: str) -> Kind | None:
    """Give the kind of a name, without regard to capitals and the manner of tone marks."""
    wanted = " ".join(modern(name).casefold().split())
    return next((kind for kind in kinds() if kind.name.casefold() == wanted), None)


@cache
def titles() -> re.Pattern[str]:
    """Find a kind's name in capitals where a title begins; glued to what follows is no hindrance."""
    names = "|".join(r"\s+".join(kind.name.upper().split()) for kind in kinds() if not kind.word)
    whole = "|".join(r"\s+".join(kind.name.upper().split()) for kind in kinds() if kind.word)
    return re.compile(rf"\s*(?:({whole})(?=$|\s+[{LOWER}])|({names})(?![{LOWER}]))")
