"""Home before the first decision."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import make_cast
from tinhgon.register.tests.test_pages_units import text


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "may_draft"), [("hung", True), ("mai", False)])
def test_an_empty_register_says_how_to_begin(who: str, may_draft: bool) -> None:
    client = Client()
    client.force_login(make_cast()[who])

    answer = client.get("/")

    assert "Sổ còn trống" in text(answer)
    assert ("/decisions/new/" in answer.content.decode()) is may_draft


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/compare/", "/map/"])
def test_other_pages_of_an_empty_register_show_nothing_wrong(page: str) -> None:
    client = Client()
    client.force_login(make_cast()["mai"])

    assert client.get(page, follow=True).status_code == 200
