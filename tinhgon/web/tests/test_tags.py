"""What templates say."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from tinhgon.core.periods import Period


def said(source: str, path: str = "/", **context: Any) -> str:
    request = RequestFactory().get(path)
    return Template("{% load tinhgon %}" + source).render(Context({"request": request, **context}))


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (1234.5, "1.234,5", "1,234.5"),
        (6360, "6.360", "6,360"),
        (Decimal("6360.80"), "6.360,8", "6,360.8"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (0, "0", "0"),
        (None, "–", "–"),
    ],
)
def test_numbers_follow_the_language(number: Any, vietnamese: str, english: str) -> None:
    with translation.override("vi"):
        assert said("{{ n|vn_number }}", n=number) == vietnamese
    with translation.override("en"):
        assert said("{{ n|vn_number }}", n=number) == english


def test_a_number_can_be_given_its_decimals() -> None:
    with translation.override("vi"):
        assert said("{{ n|vn_number:2 }}", n=10) == "10,00"
        assert said("{{ n|vn_number:2 }}", n=Decimal("6.459")) == "6,46"
        assert said("{{ n|vn_number:1 }}", n=0.25) == "0,3"


def test_days_are_written_day_first_and_periods_with_their_last_day() -> None:
    period = Period(date(2004, 1, 1), date(2025, 7, 1))
    assert said("{{ p.since|day }}–{{ p|until }}", p=period) == "01/01/2004–30/06/2025"
    assert said("{{ p|until }}", p=Period(date(2025, 7, 1))) == ""


def test_an_address_keeps_the_day_and_the_moment_and_nothing_else() -> None:
    path = "/?on=2025-06-30&known=2025-09-10T08:30:00%2B07:00&q=an"
    assert said("{% asof_url 'web:search' %}", path) == (
        "/search/?on=2025-06-30&amp;known=2025-09-10T08:30:00%2B07:00"
    )


def test_an_address_does_not_hand_on_a_day_that_does_not_exist() -> None:
    assert said("{% asof_url 'web:search' %}", "/?on=31/02/2025") == "/search/"


def test_a_query_changes_one_parameter_and_keeps_the_others() -> None:
    path = "/units/?on=2025-06-30&line=party"
    assert said("{% query on=d %}", path, d=date(2025, 7, 1)) == "/units/?line=party&amp;on=2025-07-01"
    assert said("{% query on=None line=None %}", path) == "/units/"


def test_what_a_reader_typed_is_never_markup() -> None:
    page = said("{% page_swap p %}{% query on=None %}", '/?q="><script>', p='/"><script>')
    assert "<script>" not in page


def test_an_icon_is_drawn_from_the_sprite_and_hidden_from_readers_aloud() -> None:
    drawn = said('{% icon "search" %}')
    assert re.fullmatch(
        r'<svg class="icon" aria-hidden="true"><use href="/static/dist/icons[.\w]*\.svg#search"/></svg>',
        drawn,
    )
