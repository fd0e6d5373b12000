"""Which mentions mean one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tinhgon.texts.citations.comparing import folded, numbered_name, place_of
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.numbers import issuer_of
from tinhgon.texts.values import Number


@dataclass(slots=True, eq=False)
class Document:
    """What is known of one document from all its mentions so far."""

    number: Number | None = None
    day: date | None = None
    year: int | None = None
    issuer: str = ""
    title: str = ""
    type: str = ""
    term: str = ""
    mentions: list[Mention] = field(default_factory=list)

    def take(self, mention: Mention) -> None:
        """Add a mention and learn from it."""
        self.mentions.append(mention)
        self.number = self.number or mention.number
        self.day, self.year = self.day or mention.day, self.year or mention.said
        self.issuer, self.title = self.issuer or mention.issuer, self.title or mention.title
        if self.title.isupper():
            self.title = mention.title or self.title
        self.type, self.term = self.type or mention.type, self.term or mention.term

    @property
    def said(self) -> int | None:
        """The year of the document, as far as it is told."""
        return self.day.year if self.day else self.year

    @property
    def key(self) -> str:
        """Number (or title), place of an issuer that has namesakes, and day or year."""
        number = self.number
        name = numbered_name(number) if number else folded(self.title)
        local = place_of(self.issuer) if number and not issuer_of(number.body) and not self.day else ""
        return "|".join(part for part in (name, local, str(self.day or self.year or "")) if part)


def resolve(mentions: Iterable[Mention]) -> list[Document]:
    """Put mentions together: those with a day or a year found the documents, the others join the nearest."""
    known = defaultdict[str, list[Document]](list)
    documents = list[Document]()
    for mention in sorted(mentions, key=lambda one: one.span):
        names = _names(mention, known)
        if mention.lent and any(known.get(name) for name in names):
            mention.day = mention.year = None  # known already; the list's day need not be its own
        document = next((found for name in names if (found := _same(mention, known[name]))), None)
        if not document and not (mention.told or (mention.day and (mention.number or mention.issuer))):
            continue
        if not document:
            documents.append(document := Document())
        document.take(mention)
        for name in names:
            _put_last(document, known[name])
    return documents


def _put_last(document: Document, namesakes: list[Document]) -> None:
    """Make a document the nearest of its name."""
    if document in namesakes:
        namesakes.remove(document)
    namesakes.append(document)


def _names(mention: Mention, known: dict[str, list[Document]]) -> list[str]:
    """Give the names by which the document of a mention may be known: number, title, or digits."""
    if mention.digits:
        short = f"{int(mention.digits)}/"
        longer = [name for name, found in known.items() if name.startswith(short) and _like(found, mention)]
        return [*longer, short]
    return [
        *([numbered_name(mention.number)] if mention.number else []),
        *([folded(mention.title)] if mention.title else []),
    ]


def _like(found: list[Document], mention: Mention) -> bool:
    return bool(found) and (found[-1].type == mention.type or {found[-1].type, mention.type} <= {"QĐ", "QyĐ"})


def _same(mention: Mention, namesakes: list[Document]) -> Document | None:
    """Find the nearest earlier document that number, day, year and place do not contradict."""
    return next((document for document in reversed(namesakes) if _agrees(mention, document)), None)


def _agrees(mention: Mention, document: Document) -> bool:
    one, other = mention.number, document.number
    if one and other and numbered_name(one) != numbered_name(other):
        return False
    if mention.day and document.day:
        return mention.day == document.day
    # A year inside a number is compared with a year that is told only where the other has no number.
    said = mention.said or (one.year if one and not other else None)
    known = document.said or (other.year if other and not one else None)
    here, there = place_of(mention.issuer), place_of(document.issuer)
    return not (said and known and said != known) and not (here and there and here != there)
