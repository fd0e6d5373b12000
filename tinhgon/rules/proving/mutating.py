"""Figures nudged one by one: cases that do not notice would not notice a wrong number either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias

from tinhgon.core.rulebook import Book, Dated, Figure

Path: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A book in which one number of one figure differs by one step."""

    figure: str
    place: str  # the day and the path of the number
    step: Decimal
    book: Book


def mutations(book: Book, figure: Figure) -> Iterator[tuple[str, tuple[Mutation, ...]]]:
    """Give, for each number of a figure, the book with it one step more and one step less."""
    for place, value in enumerate(figure.values):
        for path, number in _numbers(value.amount):
            name = f"{value.since}:{'.'.join(map(str, path)) or 'value'}"
            yield name, tuple(_nudged(book, figure, place, path, number, name, sign) for sign in (1, -1))


def _nudged(
    book: Book, figure: Figure, place: int, path: Path, number: Any, name: str, sign: int
) -> Mutation:
    step = sign * _step(number)
    value: Dated = figure.values[place]
    changed = replace(value, amount=_with(value.amount, path, number + type(number)(step)))
    values = (*figure.values[:place], changed, *figure.values[place + 1 :])
    figures = {**book.figures, figure.id: replace(figure, values=values)}
    return Mutation(figure.id, name, step, replace(book, figures=figures))


def _step(number: Any) -> Decimal:
    """The last digit that is written: 1 for 45, 0.1 for 5.5."""
    if isinstance(number, int):
        return Decimal(1)
    return Decimal(1).scaleb(int(number.as_tuple().exponent))


def _numbers(amount: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(amount, int | Decimal) and not isinstance(amount, bool):
        yield path, amount
    elif isinstance(amount, Mapping):
        for key, inner in amount.items():
            yield from _numbers(inner, (*path, key))
    elif isinstance(amount, list):
        for index, inner in enumerate(amount):
            yield from _numbers(inner, (*path, index))


def _with(amount: Any, path: Path, number: Any) -> Any:
    if not path:
        return number
    first, *rest = path
    if isinstance(amount, list):
        return [
            _with(one, tuple(rest), number) if index == first else one for index, one in enumerate(amount)
        ]
    return {**amount, first: _with(amount[first], tuple(rest), number)}
