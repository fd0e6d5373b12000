"""The words that names of bodies are made of, from the data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import yaml

from tinhgon.texts.bodies.words import Table, Words, longest, split, table

Part: TypeAlias = Literal["body", "open", "group", "office"]
DATA = Path(__file__).parent.parent / "data" / "bodies.yaml"
LONG = {"HĐND": "Hội đồng nhân dân", "UBND": "Ủy ban nhân dân", "MTTQ": "Mặt trận Tổ quốc"}
FIELDS = {"ministries": "Bộ", "departments": "Sở", "rooms": "Phòng", "boards": "Ban"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that open a name; `family`: the first word, which a list may leave out (“Sở Y tế, Nội vụ”)."""

    words: tuple[str, ...]
    name: str
    part: Part
    group: str = ""
    family: str = ""


@dataclass(frozen=True)
class Lexicon:
    """`entries`: by their first word, the longest first; `fields`: what follows the head of a family."""

    entries: Mapping[str, tuple[Entry, ...]]
    fields: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    groups: Mapping[str, tuple[str, str]]
    never: Table

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """Give the entries of two words or more by their first two, the longest first."""
        found = dict[tuple[str, str], list[Entry]]()
        for one in (one for them in self.entries.values() for one in them if len(one.words) > 1):
            found.setdefault((one.words[0], one.words[1]), []).append(one)
        return {key: tuple(them) for key, them in found.items()}

    @cached_property
    def singles(self) -> Mapping[str, tuple[Entry, ...]]:
        """Give the entries of one word."""
        return {
            word: tuple(one for one in them if len(one.words) == 1) for word, them in self.entries.items()
        }

    def at(self, words: Words, n: int) -> Iterator[Entry]:
        """Give what may begin at a word, the longest first."""
        first = words.at(n)
        if first not in self.entries or longest(words, n, self.never):
            return iter(())
        known = (*self.pairs.get((first, words.at(n + 1)), ()), *self.singles.get(first, ()))
        return (one for one in known if words.match(n, one.words))

    def field(self, words: Words, n: int, family: str) -> Entry | None:
        """Give the field of a family (“Nội vụ” of Sở) at a word."""
        known = self.fields.get(family, {}).get(words.at(n), ())
        return next((one for one in known if words.match(n, one.words)), None)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the data once."""
    data: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    fields = {head: _indexed(_entry(name, "body") for name in data[key]) for key, head in FIELDS.items()}
    groups = {code: (group["vi"], group["en"]) for code, group in data["groups"].items()}
    return Lexicon(_indexed(_all(data)), fields, groups, table(data["never"]))


def group_words(code: str) -> tuple[str, str]:
    """Give what a group's code means, in Vietnamese and in English."""
    return lexicon().groups.get(code, ("", ""))


def _all(data: Mapping[str, Any]) -> Iterator[Entry]:
    for key, head in FIELDS.items():
        for name in data[key]:
            yield _entry(f"{head} {name}", "body", family=head)
    yield from (_entry(name, "body", family=_family(name)) for name in data["bodies"])
    yield from (Entry(split(short), long, "body", "", _family(long)) for short, long in data["short"].items())
    for name in data["bodies"]:
        if (short := _shortened(name)) != name:
            yield Entry(split(short), name, "body", "", _family(name))
    yield from (_entry(name, "open", family=_family(name)) for name in data["open"])
    yield from (_entry(name, "office") for name in data["offices"])
    for code, group in data["groups"].items():
        yield from (_entry(noun, "group", group=code) for noun in group["nouns"])


def _shortened(name: str) -> str:
    for short, long in LONG.items():
        name = name.replace(long, short)
    return name


def _family(name: str) -> str:
    return "Đảng ủy" if name.startswith("Đảng ủy") else ""


def _entry(name: str, part: Part, *, group: str = "", family: str = "") -> Entry:
    return Entry(split(name), name, part, group, family)


def _indexed(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found = dict[str, list[Entry]]()
    for one in entries:
        found.setdefault(one.words[0], []).append(one)
    return {word: tuple(sorted(them, key=lambda e: -len(e.words))) for word, them in found.items()}
