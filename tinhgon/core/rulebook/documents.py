"""The documents of the law: number, type, issuer and date make one; which replaced which, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook.words import Worded


class UnknownDocument(Refused):
    vi = "Không có văn bản “{key}” trong danh mục văn bản. Khai văn bản đó trong mục documents của một gói."
    en = "There is no document “{key}” in the registry. Declare it under documents in a pack."


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document; its number alone is not its identity, for numbers begin anew each year or term.

    :param issued: the day that it bears; None where no source read gives the day.
    :param effective: its first day in force, where that was read.
    :param replaces: keys of documents that it puts out of force, from `effective`.
    :param amends: keys of documents that it changes and leaves in force.
    """

    key: str
    number: str
    type: str
    issuer: str
    title: Worded
    issued: date | None = None
    effective: date | None = None
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    provisional: bool = False
    read: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str, date | None]:
        """What makes it the one it is."""
        return (self.number, self.type, self.issuer, self.issued)


@dataclass(frozen=True)
class Registry:
    """All documents that the packs know."""

    documents: Mapping[str, Document]

    def __getitem__(self, key: str) -> Document:
        try:
            return self.documents[key]
        except KeyError:
            raise UnknownDocument(key=key) from None

    @cached_property
    def replaced_by(self) -> Mapping[str, tuple[Document, ...]]:
        """Which documents put a document out of force."""
        return _inverted((one, key) for one in self.documents.values() for key in one.replaces)

    @cached_property
    def amended_by(self) -> Mapping[str, tuple[Document, ...]]:
        """Which documents changed a document."""
        return _inverted((one, key) for one in self.documents.values() for key in one.amends)

    def chain(self, key: str) -> tuple[Document, ...]:
        """Give a document with all that it replaced and all that replaced it, oldest first."""
        found = {key: self[key]}
        waiting = [key]
        while waiting:
            of = waiting.pop()
            beside = [*(self[one] for one in self[of].replaces), *self.replaced_by.get(of, ())]
            new = [one for one in beside if one.key not in found]
            found.update((one.key, one) for one in new)
            waiting += [one.key for one in new]
        return tuple(sorted(found.values(), key=lambda one: (one.issued or date.min, one.key)))


def _inverted(pairs: Iterable[tuple[Document, str]]) -> dict[str, tuple[Document, ...]]:
    found: dict[str, list[Document]] = {}
    for one, key in pairs:
        found.setdefault(key, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}
