"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils.translation import activate, get_language

from tests import logins, sandbox, sharing
from tinhgon.config.database import as_system


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Start the database server when the first test asks for a database."""
    sandbox.open_database()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Let tests that commit empty the tables behind them; the guard against that has tests of its own."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for table in ("event", "leaf", "seal"):
            cursor.execute(f"ALTER TABLE audit_{table} DISABLE TRIGGER {table}_is_not_emptied")


@pytest.fixture(scope="session", autouse=True)
def _both_factors() -> Iterator[None]:
    """Whom a test logs in by force has just shown both factors; real log-ins have tests of their own."""
    with mock.patch.object(Client, "force_login", logins.by_force(Client.force_login)):
        yield


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A command that is told a language speaks it for the rest of its process: not here."""
    chosen, spoken = os.environ.get("TINHGON_LANGUAGE"), get_language()
    yield
    if os.environ.get("TINHGON_LANGUAGE") != chosen:
        os.environ.pop("TINHGON_LANGUAGE", None)
    if get_language() != spoken and spoken:
        activate(spoken)


@pytest.fixture(scope="session", autouse=True)
def _sandbox() -> Iterator[None]:
    yield
    sandbox.close()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> sharing.Files:
    """Share the tests among several processes by files."""
    config.option.loadscopereorder = False
    return sharing.Files(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes share the tests, begin with the longest."""
    if hasattr(config, "workerinput"):
        sharing.longest_first(items)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Tidy up after this run, its processes and those that were killed."""
    if not hasattr(config, "workerinput"):
        sandbox.clear()


def pytest_configure() -> None:
    """Act as the system outside of requests; name static files plainly where they are not collected yet."""
    as_system(settings.DATABASES["default"])
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the cast is made often
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
