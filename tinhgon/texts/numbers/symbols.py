"""Symbols as they are properly written, whatever a text has made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

PARTY = re.compile(r"TW.*|CB|.*(?:TW|TU|ĐU)|ĐU.*")
NOTE = re.compile(r"(.{2,}?)\d{1,2}")
LAW = re.compile(r"(QH|UBTVQH)(\d{1,2})")


def proper(part: str) -> str:
    """Write one part of a symbol properly: TTG → TTg, ND → NĐ, TƯ → TW; the unknown stays as it is."""
    part = part.replace("Ð", "Đ").replace("ð", "đ")
    if re.sub(r"\W", "", part.upper()) == "TƯ":
        return "TW"
    if part.upper().endswith("TƯ"):
        part = f"{part[:-2]}TW"
    known = _known().get(part) or _known().get(part.upper())
    if not known and not LAW.fullmatch(part) and (noted := NOTE.fullmatch(part)):
        known = _known().get(noted[1])  # the mark of a footnote stuck to it: 21-NQ/TW1
    return known or part


def is_type(part: str) -> bool:
    """Tell whether a (proper) part is the abbreviation of a kind of documents."""
    return part in _table()["types"]


def is_issuer(part: str) -> bool:
    """Tell whether a (proper) part is the symbol of a body."""
    return part in _bodies() or bool(LAW.fullmatch(part))


def issuer_of(body: str) -> str:
    """Name the body that a symbol tells beyond doubt; an empty text where many bodies bear it."""
    table: dict[str, str] = _table()["issuers"]
    if law := LAW.fullmatch(body):
        return table[law[1]]
    return table.get(re.split(r"[-/]", body, maxsplit=1)[0], "") if not _joint(body) else ""


def _joint(body: str) -> bool:
    return sum(one in _table()["issuers"] for one in re.split(r"[-/]", body)) > 1


def plain(text: str) -> str:
    """Take marks off: Đ → D, Ủ → U."""
    apart = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def _table() -> dict[str, dict[str, str]]:
    """Read the data: types, several (both a list there, a mapping here), issuers."""
    raw = yaml.safe_load((Path(__file__).parent / "symbols.yaml").read_text(encoding="utf-8"))
    return {
        name: found if isinstance(found, dict) else dict.fromkeys(found, "") for name, found in raw.items()
    }


@cache
def _bodies() -> frozenset[str]:
    return frozenset(_table()["issuers"]) | frozenset(_table()["several"])


@cache
def _known() -> dict[str, str]:
    """Lead every writing to the proper one; a writing without marks yields to a symbol that has none."""
    symbols = [*_table()["types"], *_bodies()]
    return dict([*_bare(symbols), *((one.upper(), one) for one in symbols), *((one, one) for one in symbols)])


def _bare(symbols: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((plain(one).upper(), one) for one in symbols)
