"""The words of documents: folded by the program, so that the database need not know Vietnamese."""

from __future__ import annotations

import re
import unicodedata

from django.contrib.postgres.search import SearchQuery

from tinhgon.core.names import fold
from tinhgon.documents.models import Document

_BETWEEN = re.compile(r"[^0-9a-z]+")
_PART = re.compile(r'"([^"]*)"?|(\S+)')
LONGEST = 600_000  # letters; what PostgreSQL indexes of one row is limited to a megabyte
AROUND = 110


def folded(text: str) -> str:
    """Take away marks, case and punctuation: “157/KH-UBND” is three words."""
    return _BETWEEN.sub(" ", fold.__wrapped__(text)).strip()


def words_of(document: Document) -> str:
    """Give the words by which a document is found, those of its head first."""
    head = (document.number, document.abstract, document.issuer, document.signer)
    return folded(" ".join((*head, document.text)))[:LONGEST]


def asked(text: str) -> SearchQuery | None:
    """Make a query: all words, those between quotation marks in their order; None where there is no word."""
    parts = [folded(quoted or word) for quoted, word in _PART.findall(_straight(text))]
    wanted = [f'"{part}"' for part in parts if part]
    if not wanted:
        return None
    return SearchQuery(" ".join(wanted), config="simple", search_type="websearch")


def snippet(text: str, wanted: str) -> tuple[str, str, str]:
    """Give the place where a text has what was asked for: before, the very words, after."""
    composed = unicodedata.normalize("NFC", text)
    plain, parts = composed.translate(_Plain()), _PART.findall(_straight(wanted))
    for part in sorted((folded(quoted or word) for quoted, word in parts), key=len, reverse=True):
        if part and (found := re.search(_BETWEEN.pattern.join(part.split()), plain)):
            return _cut(composed, *found.span())
    return composed[: 2 * AROUND], "", ""


def _straight(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[max(start - AROUND, 0) : start], text[start:end], text[end : end + AROUND]


class _Plain(dict[int, str]):
    """Letters without their marks, one for one; made as they come."""

    def __missing__(self, code: int) -> str:
        letter = fold(chr(code))
        self[code] = letter if len(letter) == 1 else chr(code)
        return self[code]
