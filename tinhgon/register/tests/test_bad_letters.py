"""What no keyboard types but any program may send: it finds nothing, and breaks nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import make_cast
from tinhgon.register.tests.drafting import ADDRESS, HEAD, client_of, row

pytestmark = pytest.mark.django_db
BOXES = (
    "/search/?q=", "/search/units/?q=", "/search/decisions/?q=", "/decisions/?q=",
    "/decisions/?type=", "/decisions/?source=",
    "/api/decisions?after=", "/api/units?after=", "/api/units?code=", "/api/events?after=", "/api/units/",
    "/export/register.csv?root=",
)  # fmt: skip


@pytest.fixture
def signer() -> Client:
    return client_of(make_cast()["lan"])


@pytest.mark.parametrize("box", BOXES)
def test_a_zero_byte_in_an_address(box: str, signer: Client) -> None:
    assert signer.get(f"{box}%00a").status_code in (200, 400, 404, 422)


@pytest.mark.parametrize("op", ["dissolve", "revoke"])
def test_a_zero_byte_in_a_box_for_something_of_the_register(op: str, signer: Client) -> None:
    field = "decision" if op == "revoke" else "unit"
    answer = signer.post(ADDRESS, HEAD | row(op, **{field: "a\0b"}) | {"do": "save"})

    assert answer.status_code == 200
    assert f'href="#id_a-{field}"' in answer.content.decode()


def test_a_correction_up_to_the_last_day_of_the_calendar(signer: Client) -> None:
    typed = {"unit": "x", "field": "population", "value": "1", "since": "01/07/2025", "until": "31/12/9999",
             "line": "territorial", "reason": "x"}  # fmt: skip
    answer = signer.post(ADDRESS, HEAD | row("correct", **typed) | {"do": "save"})

    assert 'href="#id_a-until"' in answer.content.decode()
