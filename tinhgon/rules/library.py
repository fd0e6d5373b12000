"""The book of this office: the packs that the settings name, read once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from tinhgon.core.rulebook import Book
from tinhgon.rules.packs import build, read


@cache
def book() -> Book:
    """Give the book.

    :raises NoSuchPack, MalformedPack: the packs cannot be read.
    """
    return build(read(directories()))


def directories() -> tuple[Path, ...]:
    """Where the packs lie: the country's, then those that an office adds."""
    return tuple(settings.RULEPACKS)
