"""The API's documentation: complete, and shown under the strict policy."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from tests.cast import make_cast


@pytest.fixture
def reader(client: Client, db: None) -> Client:
    client.force_login(make_cast()["mai"])
    return client


def references(value: Any) -> set[str]:
    match value:
        case {"$ref": str(target)}:
            return {target}
        case dict():
            return set().union(*map(references, value.values()))
        case list():
            return set().union(*map(references, value))
    return set()


@pytest.mark.django_db
def test_every_operation_is_described_and_every_reference_leads_somewhere(client: Client) -> None:
    found = client.get("/api/openapi.json").json()

    assert found["openapi"].startswith("3.1")
    assert len(found["paths"]) == 19
    for path in found["paths"].values():
        for operation in path.values():
            assert operation["description"]
            assert operation["security"]
            # Ninja would write a field's examples as a list, which the specification forbids here.
            assert not [
                one for one in operation.get("parameters", ()) if isinstance(one.get("examples"), list)
            ]
    named = {f"#/components/schemas/{name}" for name in found["components"]["schemas"]}
    assert references(found) <= named


def test_the_page_runs_nothing_inline_and_loads_nothing_from_elsewhere(reader: Client) -> None:
    page = reader.get("/api/docs")

    assert page.status_code == 200
    content = page.content.decode()
    assert re.findall(r"""(?:src|href)=["'](?!/)""", content) == []
    scripts = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", content)
    assert scripts == []
    assert "script-src 'self'" in page["Content-Security-Policy"]


def test_the_page_wants_a_login(client: Client, db: None) -> None:
    assert client.get("/api/docs").status_code == 302
