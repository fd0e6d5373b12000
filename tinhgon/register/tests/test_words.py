"""Figures and counts, as each language writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils.translation import override

from tinhgon.register.pages.words import counted, percent


@pytest.mark.parametrize(
    ("language", "count", "noun", "said"),
    [
        ("vi", 1234, "phường", "1.234 phường"),
        ("en", 1, "ward", "1 ward"),
        ("en", 1234, "ward", "1,234 wards"),
        ("en", 2, "provincial city", "2 provincial cities"),
        ("en", 2, "front and mass organisations", "2 front and mass organisations"),
    ],
)
def test_what_is_counted_stands_in_the_plural_where_there_is_one(
    language: str, count: int, noun: str, said: str
) -> None:
    with override(language):
        assert counted(count, noun) == said


@pytest.mark.parametrize(("language", "said"), [("vi", "24,9 %"), ("en", "24.9%")])
def test_a_percentage_has_its_sign_as_the_language_writes_it(language: str, said: str) -> None:
    with override(language):
        assert percent(Decimal("0.2486")) == said
