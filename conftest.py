"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings

from tests import sandbox


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Start the database server when the first test asks for a database."""
    sandbox.open_database()


@pytest.fixture(scope="session", autouse=True)
def _sandbox() -> Iterator[None]:
    yield
    sandbox.clear()


def pytest_configure() -> None:
    """Name static files plainly where ./run has not collected them yet."""
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
