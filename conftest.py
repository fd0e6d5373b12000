"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import sandbox


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Start the database server when the first test asks for a database."""
    sandbox.open_database()


@pytest.fixture(scope="session", autouse=True)
def _sandbox() -> Iterator[None]:
    yield
    sandbox.clear()
