"""Every body, group and holder of office that a text names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tinhgon.texts.bodies.aliases import aliases, full_name
from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import PERSONS, Phrase, starts
from tinhgon.texts.bodies.verbs import is_verb
from tinhgon.texts.bodies.words import Words, whole_words
from tinhgon.texts.clean import Clean
from tinhgon.texts.values import Body, Head, Span

PLAIN_NOUNS = {"persons", "communes", "provinces", "districts"}


def read_bodies(clean: Clean, head: Head) -> tuple[Body, ...]:
    """Find who is named, in the order of the text; names stand in full, also where the text is short."""
    words = whole_words(clean.text)
    known = aliases(words)
    return tuple(body_of(words, one, known) for one in _all(words))


def body_of(words: Words, one: Phrase, known: Mapping[str, str] | None = None) -> Body:
    """Make the value of a phrase."""
    span = Span(words.starts[one.start], words.ends[one.end - 1])
    said = " ".join(words.text[span.start : span.end].split())
    return Body(span, said, full_name(one.name, known or {}), one.kind, one.group)


def _all(words: Words) -> Iterator[Phrase]:
    after, begins = 0, starts()
    for n, word in enumerate(words.words):
        if n < after or word not in begins or is_verb(words, n):
            continue
        found, after = listing(words, n)
        yield from (one for one in found if worth(words, one))


def worth(words: Words, one: Phrase) -> bool:
    """Leave out single plain nouns (“người”, “xã”), which name nobody."""
    if one.head in PERSONS:
        return False
    if one.kind != "group" or not one.bare:
        return one.kind != "office" or not one.bare or words.capital(one.start)
    return one.group not in PLAIN_NOUNS and words.at(one.start) in {"các", "những", "mọi"}
