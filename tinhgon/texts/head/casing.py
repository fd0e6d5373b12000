"""Normal letters for what stands in capitals: ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ, and titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tinhgon.texts import numbers
from tinhgon.texts.bodies.lexicon import lexicon
from tinhgon.texts.bodies.words import Words, split, words_of
from tinhgon.texts.head.kinds import kinds
from tinhgon.texts.marks import modern

DATA = Path(__file__).parent.parent / "data" / "names.yaml"
_ORDINAL = {"thứ", "khóa", "vực", "kỳ", "lần", "chương", "phần", "mục", "loại", "quý", "hạng"}
_ROMAN = re.compile(r"[IVXLC]+$")
_CITY = re.compile(r"\bTP\b(?:\s*\.)?")
_AFTER_NAME = {",", ";", "và", "thuộc", "về", "(", ")", "lần", "khóa", "nhiệm", "số", "của"}
_OWN = ("places", "phrases", "offices")
_ON = {",", "và", "-", "–", "&"}


@dataclass(frozen=True, slots=True)
class _Table:
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # by first word: words, proper writing
    places: frozenset[tuple[str, ...]]
    fields: frozenset[tuple[str, ...]]


def name_of(text: str) -> str:
    """Write the name of a body or an office in normal letters and modern marks; abbreviations written out.

    Source of the capitals: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.
    """
    plain = _CITY.sub("THÀNH PHỐ", " ".join(modern(text).split()))
    made = "".join(_written(words_of(plain), name=True))
    return made[:1].upper() + made[1:]


def title_of(text: str) -> str:
    """Write an abstract in normal letters if it stands in capitals; else only make one blank of many."""
    plain = " ".join(text.split())
    if not plain.isupper():
        return plain
    made = "".join(_written(words_of(modern(plain)), name=False))
    return _cited().sub(lambda found: found[1][:1].upper() + found[1][1:], made)


@cache
def _cited() -> re.Pattern[str]:
    """Find the kind of a document before its number; it has a capital there."""
    return re.compile(rf"(?<!\w)({'|'.join(kind.name.lower() for kind in kinds())})(?= số \d)")


def _written(words: Words, *, name: bool) -> Iterator[str]:
    fixed = {span.start: (span.end, number.written) for span, number in numbers.find(words.text)}
    n, end, mode = 0, 0, ""
    while n < len(words):
        start = words.starts[n]
        yield words.text[end:start]
        if start in fixed:
            end, written = fixed[start]
            mode, n = "", words.after(end)
        else:
            count, written, mode = _next(words, n, mode, name=name)
            n += count
            end = words.ends[n - 1]
        yield written
    yield words.text[end:]


def _next(words: Words, n: int, mode: str, *, name: bool) -> tuple[int, str, str]:
    """Give how many words are written, how, and what kind of words follows them."""
    for wanted, proper in _table().phrases.get(words.at(n), ()):
        if words.match(n, wanted) and (name or len(wanted) > 1):
            return len(wanted), proper, _mode(wanted, mode) if name else ""
    for length in (2, 1):
        noun = tuple(words.words[n : n + length])
        barred = {"place", "list"} if length == 1 else {"place"}
        if name and len(noun) == length and mode not in barred and _mode(noun, ""):
            said = words.said(n, n + length).lower()
            return length, said[:1].upper() + said[1:] if noun in _table().fields else said, _mode(noun, "")
    word = words.said(n, n + 1)
    if _keeps(word, words.at(n - 1)):
        return 1, word, mode
    return _single(words.at(n), word.lower(), mode)


def _single(folded: str, word: str, mode: str) -> tuple[int, str, str]:
    if mode == "place" and folded not in _AFTER_NAME:
        return 1, word[:1].upper() + word[1:], mode
    if mode == "field":
        return 1, word[:1].upper() + word[1:], "list"
    return 1, word, "field" if mode == "list" and folded in _ON else "list" if mode == "list" else ""


def _mode(noun: tuple[str, ...], before: str) -> str:
    if noun in _table().places:
        return "place"
    return "field" if noun in _table().fields else "place" if before == "place" and len(noun) == 1 else ""


def _keeps(word: str, before: str) -> bool:
    """Whether a word stays in capitals: numerals, letters without a vowel, letters with figures."""
    if not word.isupper():
        return not word.islower() and word.isalpha()
    if _ROMAN.match(word) and before in _ORDINAL:
        return True
    base = unicodedata.normalize("NFD", word)
    return (word.isalpha() and not set(base) & set("AEIOUY")) or not word.isalpha()


@cache
def offices() -> re.Pattern[str]:
    """Find an office that stands in capitals, the longest first."""
    raw = yaml.safe_load(DATA.read_text(encoding="utf-8"))["offices"]
    known = [one.name for entries in lexicon().entries.values() for one in entries if one.part == "office"]
    titles = {name.upper() for name in (*raw, *known) if name[0].isupper() and " " in name.strip()}
    longest = sorted(titles - {"TRƯỞNG CÁC", "PHÓ TRƯỞNG"}, key=len, reverse=True)
    spaced = "|".join(r"\s+".join(one.split()) for one in longest)
    return re.compile(rf"(?<!\w)(?!(?<=BAN )BÍ THƯ)(?:{spaced})(?!\w)")


@cache
def _table() -> _Table:
    raw = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    known = [
        one for entries in lexicon().entries.values() for one in entries if one.part in {"body", "office"}
    ]
    written = [
        (one.words, one.name) for one in known if len(one.words) > 1 or one.name.casefold() != one.words[0]
    ]
    own = [(split(phrase), phrase) for key in _OWN for phrase in raw[key]]
    return _Table(_indexed((*written, *own)), _nouns(raw["before_places"]), _nouns(raw["before_fields"]))


def _nouns(raw: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(split(noun) for noun in raw)


def _indexed(
    pairs: Iterable[tuple[tuple[str, ...], str]],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found = dict[str, list[tuple[tuple[str, ...], str]]]()
    for words, proper in pairs:
        found.setdefault(words[0], []).append((words, proper))
    return {first: tuple(sorted(them, key=lambda one: -len(one[0]))) for first, them in found.items()}
