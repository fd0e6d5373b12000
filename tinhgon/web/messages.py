"""The words of the pages: `python -m tinhgon.web.messages` prints those that lack an English translation.

Paste what it prints into locale/en/LC_MESSAGES/django.po, in the order of the alphabet, and translate it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1]
LOCALE = PACKAGE / "web" / "locale"
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "ngettext_lazy": (1, 2)}

Message = str | tuple[str, ...]


def messages() -> Iterator[tuple[Message, str]]:
    """Give each message of the templates and of the program with the file that says it."""
    for file in sorted(PACKAGE.rglob("*.html")):
        if "templates" in file.parts:
            yield from _of(file, _as_python(file))
    for file in sorted(PACKAGE.rglob("*.py")):
        if "tests" not in file.parts:
            yield from _of(file, file.read_text())


def missing(language: str = "en") -> dict[Message, str]:
    """Give the messages that a language does not have, each with the first file that says it."""
    known = catalogue(language)
    lacking: dict[Message, str] = {}
    for message, place in messages():
        if not _is_translated(known, message):
            lacking.setdefault(message, place)
    return lacking


def catalogue(language: str) -> Catalog:
    """Read the translations of a language."""
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def _as_python(template: Path) -> str:
    """Turn a template into calls of gettext; its indentation means nothing to Python."""
    lines = templatize(template.read_text(), origin=str(template)).splitlines()
    return "\n".join(line.strip() for line in lines)


def _of(file: Path, source: str) -> Iterator[tuple[Message, str]]:
    for _line, said, _comments, _context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield said if isinstance(said, str) else tuple(said), str(file.relative_to(PACKAGE.parent))


def _is_translated(known: Catalog, message: Message) -> bool:
    entry = known.get(message if isinstance(message, str) else message[0])
    said = entry.string if entry else ""
    return bool(said) and all(said if isinstance(said, list | tuple) else [said])


def main() -> None:
    """Print what is missing as entries to fill in."""
    lacking = Catalog(locale="en", fuzzy=False)
    for message, place in sorted(missing().items(), key=str):
        lacking.add(message, locations=[(place, 1)])
    write_po(sys.stdout.buffer, lacking, omit_header=True, include_lineno=False)


if __name__ == "__main__":
    main()
