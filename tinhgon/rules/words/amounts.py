"""Numbers, tables, bands, scales and lists of the law in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Worded
from tinhgon.rules.words.numbers import day, number

Names = Mapping[str, Worded]  # names of facts and of the rows of tables, as the packs give them

_NONE = Worded("không quy định", "not set")
_TRUTHS = {True: Worded("có", "yes"), False: Worded("không", "no")}
_UPTO = Worded("đến {upto}", "up to {upto}")
_BEYOND = Worded("trên {last}", "above {last}")
_ANY = Worded("mọi mức", "any")
_GROWS = Worded(
    "đến {from}: {points} điểm; cứ thêm {step} được thêm {more} điểm, nhiều nhất {most} điểm",
    "up to {from}: {points} points; each further {step} gives {more} more, at most {most} points",
)
_SHRINKS = Worded(
    "từ {from} trở lên: {points} điểm; cứ bớt {step} được thêm {more} điểm, nhiều nhất {most} điểm",
    "{from} or more: {points} points; each {step} less gives {more} more, at most {most} points",
)
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_SCALE = frozenset({"from", "points", "step", "more", "most"})


def shown(amount: Any, language: str = "vi", names: Names | None = None) -> str:
    """Write an amount in one line; `names` words the keys of tables and the texts that stand for a kind."""
    match amount:
        case None:
            return _NONE.told(language)
        case bool():
            return _TRUTHS[amount].told(language)
        case int() | float() | Decimal():
            return number(amount, language)
        case date():
            return day(amount)
        case str():
            return named(amount, language, names)
        case Mapping():
            return _mapping(amount, language, names)
        case list() | tuple():
            return _listed(amount, language, names)
    return str(amount)


def named(key: Any, language: str, names: Names | None = None) -> str:
    """Name a row or column of a table; one without a name is shown as it is written."""
    if not isinstance(key, str):
        return shown(key, language, names)
    if names and key in names:
        return names[key].told(language)
    return key.replace("_", " ") if _CODE.fullmatch(key) else key


def is_bands(amount: Any) -> bool:
    """Tell whether an amount is a table of bands: `[{upto: 9, allowed: 1}, {allowed: 2}]`."""
    return (
        isinstance(amount, list | tuple)
        and bool(amount)
        and all(isinstance(one, Mapping) and set(one) in ({"upto", "allowed"}, {"allowed"}) for one in amount)
        and any("upto" in one for one in amount)
    )


def bands(amount: Sequence[Mapping[str, Any]], language: str, names: Names | None = None) -> list[list[str]]:
    """Give the rows of a table of bands: up to what, what is allowed."""
    rows, last = [], None
    for one in amount:
        last = one.get("upto", last)
        rows.append([_reach(one, last, language), shown(one["allowed"], language, names)])
    return rows


def is_scale(amount: Any) -> bool:
    """Tell whether an amount is a scale of points."""
    return isinstance(amount, Mapping) and set(amount) == _SCALE


def _reach(band: Mapping[str, Any], last: Any, language: str) -> str:
    if "upto" in band:
        return _UPTO.told(language, {"upto": shown(band["upto"], language)})
    return _ANY.told(language) if last is None else _BEYOND.told(language, {"last": shown(last, language)})


def _mapping(amount: Mapping[Any, Any], language: str, names: Names | None) -> str:
    if is_scale(amount):
        return _scale(amount, language)
    pairs = ((named(key, language, names), _inner(value, language, names)) for key, value in amount.items())
    return "; ".join(f"{key}: {value}" for key, value in pairs)


def _scale(amount: Mapping[str, Any], language: str) -> str:
    told = _SHRINKS if amount["step"] < 0 else _GROWS
    parts = {key: number(abs(value) if key == "step" else value, language) for key, value in amount.items()}
    return told.told(language, parts)


def _listed(amount: Sequence[Any], language: str, names: Names | None) -> str:
    if is_bands(amount):
        return "; ".join(" → ".join(row) for row in bands(amount, language, names))
    between = "; " if any(isinstance(one, Mapping | list) for one in amount) else ", "
    return between.join(_inner(one, language, names) for one in amount)


def _inner(amount: Any, language: str, names: Names | None) -> str:
    """Write a part of an amount; a table within a table stands in brackets."""
    text = shown(amount, language, names)
    is_table = isinstance(amount, Mapping | list | tuple) and len(amount) > 1
    return f"({text})" if is_table else text
