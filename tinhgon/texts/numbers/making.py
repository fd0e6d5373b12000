"""Decides whether digits and parts make a number of a document, and which.

The grammar: Nghị định 30/2020/NĐ-CP, Annex I and III, for the state; Hướng dẫn 36-HD/VPTW for the Party;
Luật Ban hành văn bản quy phạm pháp luật for laws. Older and mistaken writings come to the form of today.
"""

from __future__ import annotations

from typing import NamedTuple

from tinhgon.texts.numbers.symbols import LAW, PARTY, is_issuer, is_type, proper
from tinhgon.texts.values import Number, System


class Part(NamedTuple):
    """A part of a symbol with the sign before it (/ or -)."""

    sign: str
    letters: str


def make(digits: str, year: int | None, parts: tuple[Part, ...], *, announced: bool) -> Number | None:
    """Make a number; `announced`: the word “số” stands before it, so an unknown symbol is believed."""
    known = _whole(tuple(Part(part.sign, proper(part.letters)) for part in parts))
    first = known[0].letters
    if LAW.fullmatch(first) and len(known) == 1:
        return _law(digits, year, first)
    if is_type(first) and len(known) > 1 and _possible(known[1:]):
        return _typed(digits, year, known)
    if year is None and known[0].sign == "/" and _letter(known, announced=announced):
        body, unit = first, "-".join(part.letters for part in known[1:])
        return Number(f"{digits}/{body}{'-' if unit else ''}{unit}", _system(body), digits, "", body)
    if announced and len(known) == 1 and first in {"CP", "HĐBT", "TTg"}:
        return Number(f"{digits}{known[0].sign}{first}", "state", digits, "", first, year)
    if announced and year is not None and len(known) > 1 and _possible(known):
        body = _joined(known[1:])
        return Number(f"{digits}/{year}/{first}-{body}", "state", digits, first, body, year)
    return None


def _whole(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Part again what lost its sign (PDF files hide it): NĐCP → NĐ-CP, TTVPCP → TT-VPCP."""
    first = parts[0].letters
    if len(parts) > 1 or is_type(first) or is_issuer(first):
        return parts
    for at in range(len(first) - 2, 1, -1):
        kind, body = proper(first[:at]), proper(first[at:])
        if is_type(kind) and is_issuer(body):
            return Part(parts[0].sign, kind), Part("/" if parts[0].sign == "-" else "-", body)
    return parts


def _law(digits: str, year: int | None, symbol: str) -> Number | None:
    if year is None:
        return None
    return Number(f"{digits}/{year}/{symbol}", "law", digits, "", symbol, year)


def _typed(digits: str, year: int | None, parts: tuple[Part, ...]) -> Number:
    """Write “21-NQ/TW” for the Party, “157/KH-UBND” and “12/2025/NĐ-CP” for the state."""
    kind, body = parts[0].letters, _joined(parts[1:])
    if year is None and (
        parts[1].letters in {"TW", "TU", "ĐU"} or (parts[0].sign == "-" and parts[1].sign == "/")
    ):
        return Number(f"{digits}-{kind}/{body}", "party", digits, kind, body)
    middle = f"/{year}" if year else ""
    sign = parts[1].sign if kind in {"TTLT", "TTLN", "NQLT"} else "-"
    return Number(f"{digits}{middle}/{kind}{sign}{body}", "state", digits, kind, body, year)


def _joined(parts: tuple[Part, ...]) -> str:
    return parts[0].letters + "".join(part.sign + part.letters for part in parts[1:])


def _letter(parts: tuple[Part, ...], *, announced: bool) -> bool:
    """Tell an official letter: the symbol of a body, then that of its unit."""
    if not _possible(parts):
        return False
    first = parts[0].letters
    if len(parts) == 1:
        return announced and not is_type(first) and (is_issuer(first) or _capital(first))
    return is_issuer(first) or (_capital(first) and _capital(parts[1].letters))


def _possible(parts: tuple[Part, ...]) -> bool:
    """Tell symbols from words: symbols are capitals, or known however they are written."""
    return all(_symbol(part.letters) for part in parts)


def _symbol(letters: str) -> bool:
    return (
        is_issuer(letters)
        or is_type(letters)
        or sum(letter.isupper() for letter in letters) * 2 >= len(letters)
    )


def _capital(letters: str) -> bool:
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) * 2 > len(letters)


def _system(body: str) -> System:
    return "party" if PARTY.fullmatch(body) else "state"
