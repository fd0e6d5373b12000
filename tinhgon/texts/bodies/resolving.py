"""Which unit of a register a name means: candidates with how sure, never a silent guess."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from tinhgon.texts.bodies.lexicon import lexicon
from tinhgon.texts.bodies.naming import proper
from tinhgon.texts.bodies.words import split, words_of

Why: TypeAlias = Literal["same", "short", "parent", "place", "former", "alike"]
SURE: Mapping[Why, float] = {
    "same": 1.0, "short": 0.95, "parent": 0.95, "place": 0.9, "former": 0.85, "alike": 0.5,
}  # fmt: skip
SETTLED = 0.8  # from here on one candidate alone is taken
ALIKE = 0.75  # share of common words (Jaccard) from which two names are alike
WHOLE = (("thành", "phố"), ("tỉnh",), ("tp",))  # the place that a text leaves out or shortens
BETWEEN = {",", "-", "và", "&", ".", "(", ")", "của", "thuộc"}
DEPUTIES = {"phó", "quyền"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the caller knows it; `former`: names that it or those it comes from bore."""

    id: str | int
    name: str
    short_name: str = ""
    kind: str = ""
    parent: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may be meant, how sure (0 to 1), and what agrees."""

    unit: Unit
    sure: float
    why: Why


@dataclass(frozen=True, slots=True)
class Resolved:
    """All candidates, the surest first; `unit` only if one of them alone is sure."""

    candidates: tuple[Candidate, ...]

    @property
    def unit(self) -> Unit | None:
        """The one unit meant, or nothing where a person must choose."""
        if not self.candidates or self.candidates[0].sure < SETTLED:
            return None
        best = [one for one in self.candidates if one.sure == self.candidates[0].sure]
        return best[0].unit if len(best) == 1 else None


def resolve(name: str, units: Iterable[Unit], *, place: str = "") -> Resolved:
    """Find the units that a name may mean; an office means the body that it leads.

    `place`: the whole name of the city or province (“thành phố Cần Thơ”), which texts shorten or leave out.
    """
    wanted = _key(held_in(name))
    found = [one for unit in units if (one := _compare(wanted, unit, _key(place)))]
    return Resolved(tuple(sorted(found, key=lambda one: (-one.sure, one.unit.name))))


def expand(group: str, units: Iterable[Unit], kinds: Mapping[str, Collection[str]]) -> tuple[Unit, ...]:
    """Give the units of a group (“communes”); `kinds` says which kinds of units its code means."""
    wanted = kinds.get(group, ())
    return tuple(unit for unit in units if unit.kind in wanted)


def held_in(name: str) -> str:
    """Give the body of an office: “Giám đốc Sở Nội vụ” → “Sở Nội vụ”; other names as they are."""
    words = words_of(name)
    start = int(words.at(0) in DEPUTIES)
    office = next((one for one in lexicon().at(words, start) if one.part == "office"), None)
    if office is None:
        return name
    if words.at(start) == "chánh":
        return words.said(start + 1, len(words))  # “Chánh Văn phòng”: the office holds the body's first word
    return words.said(start + len(office.words), len(words)) or name


def _compare(wanted: tuple[str, ...], unit: Unit, place: tuple[str, ...]) -> Candidate | None:
    for why, names in _names(unit, place):
        if wanted in names:
            return Candidate(unit, SURE[why], why)
    bare = _without(wanted, place)
    if bare and any(bare == _without(_key(one), place) for one in (unit.name, unit.short_name) if one):
        return Candidate(unit, SURE["place"], "place")
    if any(bare == _without(_key(one), place) for one in unit.former):
        return Candidate(unit, SURE["former"], "former")
    common = _share(bare, _without(_key(unit.name), place))
    return Candidate(unit, round(SURE["alike"] * common, 2), "alike") if common >= ALIKE else None


def _names(unit: Unit, place: tuple[str, ...]) -> Iterator[tuple[Why, set[tuple[str, ...]]]]:
    yield "same", {_key(unit.name)}
    if unit.short_name:
        yield "short", {_key(unit.short_name)}
    if unit.parent:
        parent = _key(unit.parent)
        seat = parent[4:] if parent[:4] == ("ủy", "ban", "nhân", "dân") else parent
        yield "parent", {_key(unit.name) + one for one in (parent, seat, _without(parent, place)) if one}


@lru_cache(maxsize=65536)
def _key(name: str) -> tuple[str, ...]:
    return tuple(word for word in split(proper(name)) if word not in BETWEEN)


def _without(key: tuple[str, ...], place: tuple[str, ...]) -> tuple[str, ...]:
    """Take away the city or province at the end: in whole, by its own name, or as a word."""
    own = place[2:] if place[:2] == WHOLE[0] else place[1:]
    for tail in (place, own, *WHOLE):
        if tail and len(key) > len(tail) and key[-len(tail) :] == tail:
            return key[: -len(tail)]
    return key


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    those, these = set(one), set(other)
    return len(those & these) / len(those | these) if those and these else 0.0
