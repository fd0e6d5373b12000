"""Facts that a person wrote – in a form, on the command line – as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import orjson

from tinhgon.core.names import fold
from tinhgon.core.partial import PartialDay
from tinhgon.core.periods import parse_day
from tinhgon.office.sheets.numbers import parse_number
from tinhgon.rules.facts.fact import Fact, Kind
from tinhgon.rules.facts.refusals import NotAChoice, NotANumber, NotATruth, NotJson, NotWhole

_TRUTHS = {
    "co": True, "dung": True, "true": True, "yes": True, "1": True,
    "khong": False, "sai": False, "false": False, "no": False, "0": False,
}  # fmt: skip
_NONE = frozenset({"none", "khong", "khong co"})


def read(fact: Fact, text: str) -> Any:
    """Read what was written of a fact.

    :raises Refused: it is no day, no number, none of the choices; the sentence says what to write.
    """
    return _READERS[fact.kind](fact, text.strip())


def _number(fact: Fact, text: str) -> Decimal | str:
    if "none" in fact.choices and fold(text) in _NONE:
        return "none"
    if (number := parse_number(text)) is None:
        raise NotANumber(text=text[:40])
    return number


def _whole(fact: Fact, text: str) -> int | str:
    number = _number(fact, text)
    if isinstance(number, str):
        return number
    if number != int(number):
        raise NotWhole(text=text[:40])
    return int(number)


def _truth(fact: Fact, text: str) -> bool:
    if (found := _TRUTHS.get(fold(text))) is None:
        raise NotATruth(text=text[:40])
    return found


def _choice(fact: Fact, text: str) -> str:
    if text not in fact.choices:
        raise NotAChoice(text=text[:40], choices=fact.choices)
    return text


def _several(fact: Fact, text: str) -> tuple[str, ...]:
    return tuple(_choice(fact, one.strip()) for one in text.split(",") if one.strip())


def _json(fact: Fact, text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise NotJson(text=text[:40]) from None


_READERS: Mapping[Kind, Callable[[Fact, str], Any]] = {
    Kind.DAY: lambda fact, text: parse_day(text),
    Kind.BIRTH: lambda fact, text: str(PartialDay.parse(text)),
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.TRUTH: _truth,
    Kind.CHOICE: _choice,
    Kind.SEVERAL: _several,
    Kind.TEXT: lambda fact, text: text,
    Kind.OTHER: _json,
}
