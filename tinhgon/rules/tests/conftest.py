"""The small book of these tests, in place of the country's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tinhgon.core.rulebook import Book
from tinhgon.core.rules import TOPICS
from tinhgon.rules import library
from tinhgon.rules.packs import build, read
from tinhgon.rules.tests import sample


@pytest.fixture(autouse=True)
def _topic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TOPICS, "sample", sample)


@pytest.fixture
def small() -> Book:
    """The sample as a book."""
    return build(read([sample.PACK]))


@pytest.fixture
def shelved(settings: Any) -> Iterator[Book]:
    """The sample as the book of this office."""
    settings.RULEPACKS = [sample.PACK]
    library.book.cache_clear()
    yield library.book()
    library.book.cache_clear()
