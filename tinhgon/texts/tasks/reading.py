"""The tasks of a text: pieces that lay a duty, joined with their days, figures and other bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from tinhgon.texts.bodies.aliases import aliases
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.reading import body_of
from tinhgon.texts.bodies.words import Words, whole_words
from tinhgon.texts.clean import Clean
from tinhgon.texts.tasks.clauses import cooperating, kind_of, report_to, shortened
from tinhgon.texts.tasks.parts import parts_of, tree_of
from tinhgon.texts.tasks.pieces import Piece, names
from tinhgon.texts.tasks.preamble import addressed, first_duty
from tinhgon.texts.tasks.tables import tables
from tinhgon.texts.tasks.walking import Walk
from tinhgon.texts.values import Body, Deadline, Head, Item, Span, Target, Task


class Placed(Protocol):
    """Something that stands at a place."""

    @property
    def span(self) -> Span: ...


One = TypeVar("One", bound=Placed)


def read_tasks(
    clean: Clean,
    head: Head,
    items: Sequence[Item],
    deadlines: Sequence[Deadline],
    targets: Sequence[Target],
) -> tuple[Task, ...]:
    """Find who must do what.

    `where` is the path of the item that names the bodies: of a title (“1. Sở Y tế”) for all clauses below it.
    A duty without a day of its own has that of the title or the leading sentence.
    """
    words, begun = whole_words(clean.text), first_duty(head)
    tree = tree_of([item for item in items if item.span.start >= begun])
    known = aliases(words)
    walk = Walk(clean, words, tree, head.issuer, addressed(words, head), tables=tuple(tables(clean)))
    pieces = walk.pieces([part for part in parts_of(clean, tree) if part.span.start >= begun])
    return tuple(_task(words, piece, known, deadlines, targets) for piece in pieces)


def _task(
    words: Words,
    piece: Piece,
    known: Mapping[str, str],
    deadlines: Sequence[Deadline],
    targets: Sequence[Target],
) -> Task:
    start, end = words.after(piece.span.start), words.after(piece.span.end)
    who = _bodies(words, piece.who, known)
    inside = _within(targets, piece.span)
    days = _within(deadlines, piece.span) or (_within(deadlines, piece.above) if piece.above else ())
    return Task(
        piece.span,
        shortened(words.text[piece.span.start : piece.span.end]),
        piece.where,
        kind_of(words, max(piece.verb, start), end, measured=bool(inside)),
        who,
        _others(_bodies(words, piece.helping or cooperating(words, start, end), known), who),
        days,
        _others(_bodies(words, report_to(words, start, end), known), who),
        inside,
    )


def _bodies(words: Words, found: Iterable[Phrase], known: Mapping[str, str]) -> tuple[Body, ...]:
    return tuple(body_of(words, one, known) for one in names(tuple(found)).values())


def _others(found: Iterable[Body], who: Sequence[Body]) -> tuple[Body, ...]:
    own = {one.name for one in who}
    return tuple(one for one in found if one.name not in own)


def _within(placed: Sequence[One], span: Span) -> tuple[One, ...]:
    first = bisect_left(placed, span.start, key=lambda one: one.span.start)
    return tuple(_until(placed, first, span.end))


def _until(placed: Sequence[One], first: int, end: int) -> Iterator[One]:
    for one in placed[first:]:
        if one.span.start >= end:
            return
        yield one
