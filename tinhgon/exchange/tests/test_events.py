"""Events: each once, in order, the coming into effect of a decision among them."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import make_cast
from tinhgon.exchange.api import schemas
from tinhgon.exchange.tests.test_api import assert_documented
from tinhgon.register.actions.demo import load_demo

# Readers see only what is committed, so that these tests commit.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_reader_with_a_cursor_misses_nothing_and_sees_nothing_twice(client: Client) -> None:
    load_demo()
    client.force_login(make_cast()["mai"])
    cursors: list[str] = []
    kinds: list[str] = []
    after = ""
    while True:
        page = client.get("/api/events", {"after": after, "limit": 1000}).json()
        assert_documented(schemas.Events, page)
        if not page["items"]:
            break
        cursors += [item["cursor"] for item in page["items"]]
        kinds += [item["kind"] for item in page["items"]]
        after = page["next"]

    assert len(cursors) == len(set(cursors)) > 1000
    assert kinds.count("effective") == 28
    assert page["next"] == after
