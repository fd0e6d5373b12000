"""Syllables that a page has glued together: “Hội đồng nhândân”, “ngày05 tháng02”, “VỀVIỆC”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tinhgon.texts.lines.letters import Letters

_ONSET = "ngh|ng|nh|gh|gi|g|kh|k|ph|p|th|tr|t|ch|c|qu|đ|d|b|h|l|m|n|r|s|v|x|"
_RIMES = """a(?:ch|ng|nh|[iouymnptc])?|ă(?:ng|[mnptc])|â(?:ng|[uymnptc])|e(?:ng|[omnptc])?|ê(?:nh|ch|[umnpt])?
|i(?:nh|ch|[uamnpt])?|iê(?:ng|[umnptc])|o(?:ng|[imnptc])?|oa(?:ng|nh|ch|[iyomnptc])?|oă(?:ng|[mntc])|oe(?:[ont])?
|oong|ô(?:ng|[imnptc])?|ơ(?:[imnpt])?|u(?:ng|[iamnptc])?|uê(?:nh|ch)?|uơ|uy(?:nh|ch|[aut])?|uyê[nt]|uâ(?:ng|[nty])
|uô(?:ng|[imntc])|ư(?:ng|[iauntcm])?|ươ(?:ng|[iumnptc])|y|yê(?:ng|[umnt])"""
_SYLLABLE = re.compile(rf"(?:{_ONSET})(?:{''.join(_RIMES.split())})")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_LONG = re.compile(r"(?<![\w/-])[^\W\d_]{5,16}(?![\w/-])")
_FIGURE = re.compile(r"(?<!\w)(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Kk]hoản|[Đđ]iều|[Đđ]iểm|[Mm]ục)(?=\d)")
_MARKED = re.compile(r"[^\x00-\x7fđĐ]")
_VOWEL = re.compile("[aăâeêioôơuưy]")
_STOPPED = re.compile("(?:p|t|c|ch)$")
_STOPPED_TONES = {"\u0301", "\u0323"}  # a syllable that ends in p, t, c, ch has one of two tones
_NAMES = {"lênin"}
_CAPITALS = 5  # letters of a word in capitals that cannot be an abbreviation


def parted(letters: Letters) -> Letters:
    """Put blanks where syllables were glued, if there is but one way to part them, or the text knows one."""
    cuts = sorted({*_figures(letters.text), *_words(letters.text)})
    if not cuts:
        return letters
    text, origins, at = list[str](), list[int](), 0
    for cut in (*cuts, len(letters.text)):
        text.append(letters.text[at:cut])
        origins.extend(letters.origins[at:cut])
        if cut < len(letters.text):
            text.append(" ")
            origins.append(letters.origins[cut])
        at = cut
    return Letters("".join(text), origins)


def _figures(text: str) -> Iterator[int]:
    return (found.end() for found in _FIGURE.finditer(text))


def _words(text: str) -> Iterator[int]:
    low = ""
    for found in _LONG.finditer(text):
        ways = _ways(found.group())
        if len(ways) > 1:
            low = low or text.lower()
            word = found.group().lower()
            ways = tuple(way for way in ways if f" {word[:way]} {word[way:]}" in low)
        if len(ways) == 1:
            yield found.start() + ways[0]


@lru_cache(maxsize=8192)
def _ways(word: str) -> tuple[int, ...]:
    """Give where a word that is no syllable parts into two that are; none for what is not Vietnamese."""
    if (
        word.lower() in _NAMES
        or not _MARKED.search(word)
        or (word.isupper() and len(word) < _CAPITALS)
        or _is_syllable(word)
    ):
        return ()
    ways = [at for at in range(2, len(word) - 1) if _is_syllable(word[:at]) and _is_syllable(word[at:])]
    ways = [at for at in ways if not _VOWEL.match(_plain(word[at:]))] or ways  # few begin with a vowel
    borders = [at for at in ways if word[at].isupper() and word[at - 1].islower()]
    return tuple(borders or (ways if word[1:].islower() or word.isupper() else ()))


def _is_syllable(word: str) -> bool:
    tones, plain = _TONES.findall(unicodedata.normalize("NFD", word)), _plain(word)
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not _STOPPED.search(plain) or (set(tones) <= _STOPPED_TONES and bool(tones))


def _plain(word: str) -> str:
    """Give the letters small and without tones."""
    apart = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", _TONES.sub("", apart))
