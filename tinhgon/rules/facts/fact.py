"""One fact that a rule asks for, as its frozen dataclass declares it."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from tinhgon.core.partial import PartialDay


class Kind(StrEnum):
    """How a fact is written."""

    DAY = "day"
    BIRTH = "birth"  # a day of which perhaps only the month is known
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    CHOICE = "choice"
    SEVERAL = "several"  # some of the choices
    TEXT = "text"
    OTHER = "other"  # only as JSON


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its name in the dataclass, how it is written, what it is where nobody says.

    :param choices: the words that may be given; of a number, those that stand in place of one.
    """

    name: str
    kind: Kind
    choices: tuple[str, ...]
    default: Any
    required: bool


@cache
def facts_of(of: type) -> tuple[Fact, ...]:
    """Give the facts of a dataclass, in its order."""
    hints = get_type_hints(of)
    return tuple(_fact(field, hints[field.name]) for field in fields(of))


_PLAIN = {
    date: Kind.DAY,
    PartialDay: Kind.BIRTH,
    int: Kind.WHOLE,
    Decimal: Kind.NUMBER,
    bool: Kind.TRUTH,
    str: Kind.TEXT,
}


def _fact(field: Field[Any], hint: Any) -> Fact:
    kinds, choices = _sorted(hint)
    required = field.default is MISSING and field.default_factory is MISSING
    return Fact(field.name, _kind(kinds, choices), choices, None if required else field.default, required)


def _sorted(hint: Any) -> tuple[list[Any], tuple[str, ...]]:
    """Part a type into the kinds of values and the words that it takes."""
    if get_origin(hint) in (Union, UnionType):
        parts = [_sorted(one) for one in get_args(hint) if one is not NoneType]
        return [kind for kinds, _ in parts for kind in kinds], sum((words for _, words in parts), ())
    if get_origin(hint) is Literal:
        return [], get_args(hint)
    if get_origin(hint) is tuple and get_origin(get_args(hint)[0]) is Literal:
        return [tuple], get_args(get_args(hint)[0])
    return [hint], ()


def _kind(kinds: list[Any], choices: tuple[str, ...]) -> Kind:
    if not kinds:
        return Kind.CHOICE
    if kinds == [tuple] and choices:
        return Kind.SEVERAL
    return _PLAIN.get(kinds[0], Kind.OTHER) if len(kinds) == 1 else Kind.OTHER
